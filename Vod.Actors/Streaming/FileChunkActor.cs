using Akka.Actor;
using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// Serves slices of one file to its connection, and checks before each that the file is still the same version. It never waits for the disk:
/// a slice that is in the page cache it answers at once, on the connection's own thread; everything else its child, a <see cref="DiskActor"/>,
/// does on threads that may wait. What can be expected of a disk is answered with <see cref="SliceFailed"/>; anything else crashes both, and
/// their supervisor, the connection, stops them.
/// </summary>
public sealed class FileChunkActor : ReceiveActor
{
    private readonly MediaItem _item;
    private readonly IFileOpener _opener;
    private readonly BodyCache? _cache;
    private IActorRef? _disk;
    private IMediaFile? _file;
    private bool _isBorrowed; // the file is the child's, which closes it

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="item">The file.</param>
    /// <param name="opener">Opens it.</param>
    /// <param name="cache">Gets the content of a small file; null for none.</param>
    public FileChunkActor(MediaItem item, IFileOpener opener, BodyCache? cache)
    {
        _item = item;
        _opener = opener;
        _cache = cache is not null && cache.Takes(item.Size) ? cache : null;
        Receive<ReadSlice>(Answer);
        Receive<FileOpened>(opened =>
        {
            if (_file is not null) return;
            _file = opened.File;
            _isBorrowed = true;
        });
    }

    /// <summary>The file actor of one response.</summary>
    /// <param name="item">The file; only this version of it is served.</param>
    /// <param name="opener">Opens it.</param>
    /// <param name="cache">Gets the content of a small file; null for none.</param>
    public static Props Props(MediaItem item, IFileOpener opener, BodyCache? cache = null) =>
        Akka.Actor.Props.Create<FileChunkActor>(item, opener, cache!);

    /// <inheritdoc/>
    protected override void PostStop()
    {
        if (!_isBorrowed) _file?.Dispose();
    }

    /// <summary>A fault of the child is a fault of this actor.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private void Answer(ReadSlice read)
    {
        if (read.Count is < 1 or > SliceTransport.MaxCount || read.Offset < 0 || read.Offset > _item.Size - read.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(read), $"{read} is not a slice of a file of {_item.Size} bytes.");
        }

        if (AtHand(read) is { } body)
        {
            Sender.Tell(new Slice(read.RequestId, body));
            return;
        }

        _disk ??= Context.ActorOf(DiskActor.Props(_item, _opener, _cache), "disk");
        _disk.Forward(read);
    }

    /// <summary>The slice, if it can be had without the disk. Whatever is wrong, the child finds it again, and tells.</summary>
    private SliceBody? AtHand(ReadSlice read)
    {
        try
        {
            var isNew = _file is null;
            _file ??= _opener.OpenAtHand(_item); // checks the version itself
            if (_file is null || !(isNew || _file.Stamp().IsStill(_item))) return null;
            if (_cache is not null && !_cache.Renew(_item, Context.System.Scheduler.MonotonicClock)) return null;
            return _file.LoadAtHand(read.Offset, read.Count);
        }
        catch (Exception e) when (e is MediaFileException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
