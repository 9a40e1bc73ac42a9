using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Streaming;

/// <summary>
/// Does for a <see cref="FileChunkActor"/> what may wait for the disk: opens the file at the first question, checks before each slice that it
/// is still the same version, has the kernel read the slice, and closes the file when stopped. It blocks: <c>vod.conf</c> gives it a dispatcher
/// for that. It answers the one who asked, not its parent.
/// </summary>
public sealed class DiskActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MediaItem _item;
    private readonly IFileOpener _opener;
    private readonly BodyCache? _cache;
    private IMediaFile? _file;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="item">The file.</param>
    /// <param name="opener">Opens it.</param>
    /// <param name="cache">Gets the content of the file; null when it is too large, or there is no cache.</param>
    public DiskActor(MediaItem item, IFileOpener opener, BodyCache? cache)
    {
        (_item, _opener, _cache) = (item, opener, cache);
        Receive<ReadSlice>(read => Sender.Tell(Answer(read)));
    }

    /// <summary>The disk actor of one file actor.</summary>
    /// <param name="item">The file; only this version of it is served.</param>
    /// <param name="opener">Opens it.</param>
    /// <param name="cache">Gets the content of the file; null when it is too large, or there is no cache.</param>
    public static Props Props(MediaItem item, IFileOpener opener, BodyCache? cache) =>
        Akka.Actor.Props.Create<DiskActor>(item, opener, cache!);

    /// <inheritdoc/>
    protected override void PostStop() => _file?.Dispose();

    private object Answer(ReadSlice read)
    {
        try
        {
            if (_file is null)
            {
                _file = _opener.Open(_item); // checks the version itself
                Context.Parent.Tell(new FileOpened(_file));
            }
            else if (!_file.Stamp().IsStill(_item))
            {
                return Refused(read, SliceFailure.Stale, "it changed while it was being sent");
            }

            if (_cache is not null) Keep(_file);
            return new Slice(read.RequestId, _file.Load(read.Offset, read.Count));
        }
        catch (MediaFileException e)
        {
            return Refused(read, e.Reason, e.Message);
        }
        catch (EndOfStreamException e)
        {
            return Refused(read, SliceFailure.Stale, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(read, SliceFailure.Unreadable, e.Message);
        }
    }

    /// <summary>Shares the content of a small file with the connections, if it is still the same version once it was read.</summary>
    private void Keep(IMediaFile file)
    {
        var now = Context.System.Scheduler.MonotonicClock;
        if (_cache!.Renew(_item, now)) return;
        var content = file.ReadAll((int)_item.Size);
        if (file.Stamp().IsOf(_item)) _cache.Keep(_item, content, now);
    }

    private SliceFailed Refused(ReadSlice read, SliceFailure reason, string detail)
    {
        _log.SliceRefused(_item.Path, reason, detail);
        return new SliceFailed(read.RequestId, reason);
    }
}

/// <summary>Tells the file actor of the file that its disk actor has opened, and closes when it stops.</summary>
/// <param name="File">The open file.</param>
public sealed record FileOpened(IMediaFile File);
