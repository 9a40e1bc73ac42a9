namespace Akka.Actor;

/// <summary>Makes selections from paths.</summary>
public static class ActorRefFactoryShared
{
    /// <summary>The actors at an absolute path.</summary>
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system) =>
        new(((ExtendedActorSystem)system).Provider.RootGuardian, actorPath.Elements);

    /// <summary>The actors at a path relative to an actor.</summary>
    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path);

    /// <summary>The actors at a path: with an address, absolute, or relative to <paramref name="lookupRoot"/>.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        var provider = ((ExtendedActorSystem)system).Provider;
        if (Uri.IsWellFormedUriString(path, UriKind.Absolute) || path.Contains("://", StringComparison.Ordinal))
        {
            if (!ActorPath.TryParse(path, out var absolute)) return new ActorSelection(provider.DeadLetters, "");
            return new ActorSelection(provider.RootGuardianAt(absolute.Address), absolute.Elements);
        }

        return path.StartsWith('/')
            ? new ActorSelection(provider.RootGuardian, path[1..])
            : new ActorSelection(lookupRoot, path);
    }
}
