using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;
using Vod.Actors.Streaming;

namespace Vod.Actors.Web.Metadata;

/// <summary>Asks what the headers of some films tell. Answered with <see cref="InfosRead"/>.</summary>
/// <param name="Items">The films.</param>
internal sealed record ReadInfos(IReadOnlyList<MediaItem> Items);

/// <summary>What the headers of films tell.</summary>
/// <param name="Infos">One for each film that was asked for, in that order; null when its file could not be read this time.</param>
internal sealed record InfosRead(IReadOnlyList<(MediaItem Item, MediaInfo? Info)> Infos);

/// <summary>Reads the headers of films, on threads that may block, a few small reads a film.</summary>
internal sealed class InfoActor : ReceiveActor
{
    private static readonly MediaInfo Unknown = new();
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IFileOpener _opener;

    public InfoActor(IFileOpener opener)
    {
        _opener = opener;
        Receive<ReadInfos>(ask => Sender.Tell(new InfosRead([.. ask.Items.Select(item => (item, Read(item)))])));
    }

    public static Props Props(IFileOpener opener) => Akka.Actor.Props.Create(() => new InfoActor(opener));

    /// <summary>A film that made it crash is not asked for again, nor are those that were asked for with it.</summary>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is ReadInfos ask) Sender.Tell(new InfosRead([.. ask.Items.Select(item => (item, (MediaInfo?)Unknown))]));
        Context.System.EventStream.Publish(new ActorRestarting(Self.Path.Name));
        base.PreRestart(reason, message);
    }

    private MediaInfo? Read(MediaItem item)
    {
        try
        {
            using var file = _opener.Open(item);
            return Containers.Read(new Source(file, item.Size)) ?? Unknown;
        }
        catch (MediaFileException)
        {
            return null; // it changed or is gone: the catalog will tell
        }
        catch (IOException e)
        {
            _log.SliceRefused(item.Path, SliceFailure.Unreadable, e.Message);
            return null;
        }
    }

    private sealed class Source(IMediaFile file, long length) : IByteSource
    {
        public long Length => length;

        public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);
    }
}
