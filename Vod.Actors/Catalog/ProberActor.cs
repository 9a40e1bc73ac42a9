using Akka.Actor;

namespace Vod.Actors.Catalog;

/// <summary>Looks at single places of the content directory for the catalog, its parent. Blocks: has a dispatcher for that.</summary>
internal sealed class ProberActor : ReceiveActor
{
    public ProberActor(ContentTree tree) =>
        Receive<LookAt>(look => Sender.Tell(new Looked([.. look.Places.Select(place => Look(tree, place))], look.Asker)));

    private static Sight Look(ContentTree tree, Touch place)
    {
        var entry = tree.Look(place.Path);
        var walked = place.CameOrWent && entry.Folder is { } folder ? ContentWalk.Collect(tree, folder) : null;
        return new Sight(place.Path, entry, walked);
    }
}
