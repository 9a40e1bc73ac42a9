using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Streaming;

/// <summary>
/// Does for a <see cref="FileChunkActor"/> what may wait for the disk: opens the file at the first question, checks before each slice that it
/// is still the same version, has the kernel read the slice, and closes the file when stopped. It blocks: <c>vod.conf</c> gives it a dispatcher
/// for that.
/// </summary>
public sealed class DiskActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MediaItem _item;
    private readonly FileContext _context;
    private IMediaFile? _file;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="item">The file.</param>
    /// <param name="context">What all file actors share; without a cache when the file is too large for it.</param>
    public DiskActor(MediaItem item, FileContext context)
    {
        (_item, _context) = (item, context);
        Receive<Region>(region => Context.Parent.Tell(Load(region)));
    }

    /// <summary>The disk actor of one file actor.</summary>
    /// <param name="item">The file; only this version of it is served.</param>
    /// <param name="context">What all file actors share; without a cache when the file is too large for it.</param>
    public static Props Props(MediaItem item, FileContext context) => Akka.Actor.Props.Create<DiskActor>(item, context);

    /// <inheritdoc/>
    protected override void PostStop()
    {
        if (_file is null) return;
        _file.Dispose();
        _context.Open.Closed();
    }

    private object Load(Region region)
    {
        try
        {
            if (_file is null) Open();
            else if (!_file.Stamp().IsStill(_item)) return Refused(region, SliceFailure.Stale, "it changed while it was being sent");
            if (_context.Cache is { } cache) Keep(_file!, cache);
            return new Loaded(region, _file!.Load(region.Offset, region.Count));
        }
        catch (MediaFileException e)
        {
            return Refused(region, e.Reason, e.Message);
        }
        catch (EndOfStreamException e)
        {
            return Refused(region, SliceFailure.Stale, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(region, SliceFailure.Unreadable, e.Message);
        }
    }

    private void Open()
    {
        _file = _context.Opener.Open(_item); // checks the version itself
        _context.Open.Opened();
        Context.Parent.Tell(new FileOpened(_file));
    }

    /// <summary>Shares the content of a small file with the connections, if it is still the same version once it was read.</summary>
    private void Keep(IMediaFile file, BodyCache cache)
    {
        var now = Context.System.Scheduler.MonotonicClock;
        if (cache.Renew(_item, now)) return;
        var content = file.ReadAll((int)_item.Size);
        if (file.Stamp().IsOf(_item)) cache.Keep(_item, content, now);
    }

    private LoadFailed Refused(Region region, SliceFailure reason, string detail)
    {
        _log.SliceRefused(_item.Path, reason, detail);
        return new LoadFailed(region, reason);
    }
}
