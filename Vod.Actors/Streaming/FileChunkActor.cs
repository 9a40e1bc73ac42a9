using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Streaming;

/// <summary>
/// Serves slices of one file to its connection: opens it at the first question, checks before each slice that it is still the same version,
/// and closes it when stopped. What can be expected of a disk is answered with <see cref="SliceFailed"/>; anything else crashes it, and its
/// supervisor, the connection, stops it. It blocks: <c>vod.conf</c> gives it a dispatcher for that.
/// </summary>
public sealed class FileChunkActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MediaItem _item;
    private readonly IFileOpener _opener;
    private readonly BodyCache? _cache;
    private IMediaFile? _file;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="item">The file.</param>
    /// <param name="opener">Opens it.</param>
    /// <param name="cache">Gets the content of a small file; null for none.</param>
    public FileChunkActor(MediaItem item, IFileOpener opener, BodyCache? cache)
    {
        _item = item;
        _opener = opener;
        _cache = cache is not null && cache.Takes(item.Size) ? cache : null;
        Receive<ReadSlice>(read => Sender.Tell(Answer(read)));
    }

    /// <summary>The file actor of one response.</summary>
    /// <param name="item">The file; only this version of it is served.</param>
    /// <param name="opener">Opens it.</param>
    /// <param name="cache">Gets the content of a small file; null for none.</param>
    public static Props Props(MediaItem item, IFileOpener opener, BodyCache? cache = null) =>
        Akka.Actor.Props.Create<FileChunkActor>(item, opener, cache!);

    /// <inheritdoc/>
    protected override void PostStop() => _file?.Dispose();

    private object Answer(ReadSlice read)
    {
        if (read.Count is < 1 or > SliceTransport.MaxCount || read.Offset < 0 || read.Offset > _item.Size - read.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(read), $"{read} is not a slice of a file of {_item.Size} bytes.");
        }
        try
        {
            // Open checks the version itself.
            var isNew = _file is null;
            _file ??= _opener.Open(_item);
            if (isNew || _file.Stamp().IsOf(_item))
            {
                if (_cache is not null) Keep(_file);
                return new Slice(read.RequestId, _file.Load(read.Offset, read.Count));
            }
            return Refused(read, SliceFailure.Stale, "it changed while it was being sent");
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
