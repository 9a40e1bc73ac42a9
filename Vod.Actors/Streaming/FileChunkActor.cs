using Akka.Actor;
using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// Serves slices of one version of a file to all its viewers, and checks before each that the open file still is that version. It never waits
/// for the disk: a slice that is in the page cache it answers at once, on the thread that asks; everything else its child, a
/// <see cref="DiskActor"/>, does on threads that may wait. All who ask for a region while the disk reads it are answered by that one read.
/// What can be expected of a disk is answered with <see cref="SliceFailed"/>; anything else crashes both, and they are restarted.
/// <code>
///   in use ─► retiring (the open file is not what it should be) ─► finishing ─► stopped
///      └───────────────── nobody asks for a while ───────────────────▲
/// </code>
/// </summary>
public sealed class FileChunkActor : ReceiveActor
{
    private readonly MediaItem _item;
    private readonly FileContext _context;
    private readonly Dictionary<Region, List<(IActorRef Asker, long RequestId)>> _waiting = [];
    private IActorRef? _disk;
    private IMediaFile? _file; // the disk's

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="item">The file.</param>
    /// <param name="context">What all file actors share.</param>
    public FileChunkActor(MediaItem item, FileContext context)
    {
        // The cache is for small files.
        (_item, _context) = (item, context.Cache?.Takes(item.Size) == true ? context : context with { Cache = null });
        Receive<ReadSlice>(Answer);
        Receive<FileOpened>(opened =>
        {
            if (IsFromDisk) _file = opened.File;
        });
        Receive<Loaded>(OnLoaded);
        Receive<LoadFailed>(OnFailed);
        // Not at once: who was answered last has yet to hand the slice over.
        Receive<Finish>(_ => Context.SetReceiveTimeout(context.Round));
        Receive<ReceiveTimeout>(_ =>
        {
            if (_waiting.Count == 0) Context.Stop(Self);
        });
    }

    /// <summary>What a disk has told before this actor was restarted is about a file that is closed.</summary>
    private bool IsFromDisk => Sender.Equals(_disk);

    /// <summary>The actor of one version of a file.</summary>
    /// <param name="item">The file; only this version of it is served.</param>
    /// <param name="context">What all file actors share.</param>
    public static Props Props(MediaItem item, FileContext context) => Akka.Actor.Props.Create<FileChunkActor>(item, context);

    /// <inheritdoc/>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is ReadSlice read) Sender.Tell(new SliceFailed(read.RequestId, SliceFailure.Unreadable));
        base.PreRestart(reason, message);
    }

    /// <summary>What it had open is not to be relied on.</summary>
    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        Context.Parent.Tell(new Retire(_item));
    }

    /// <summary>Nobody waits for an actor that is gone.</summary>
    protected override void PostStop()
    {
        foreach (var region in _waiting.Keys) Fail(region, SliceFailure.Unreadable);
    }

    /// <summary>A fault of the child is a fault of this actor.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private void Answer(ReadSlice read)
    {
        var region = new Region(read.Offset, read.Count);
        if (_waiting.TryGetValue(region, out var others))
        {
            others.Add((Sender, read.RequestId));
            return;
        }

        if (AtHand(region) is { } body)
        {
            Sender.Tell(new Slice(read.RequestId, body));
            return;
        }

        _disk ??= Context.ActorOf(DiskActor.Props(_item, _context), "disk");
        _disk.Tell(region);
        _waiting.Add(region, [(Sender, read.RequestId)]);
    }

    /// <summary>The slice, if it can be had without the disk. Whatever is wrong, the disk finds it again, and tells.</summary>
    private SliceBody? AtHand(Region region)
    {
        try
        {
            if (_file is null || !_file.Stamp().IsStill(_item)) return null;
            if (_context.Cache is { } cache && !cache.Renew(_item, Context.System.Scheduler.MonotonicClock)) return null;
            return _file.LoadAtHand(region.Offset, region.Count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void OnLoaded(Loaded loaded)
    {
        if (!IsFromDisk || !_waiting.Remove(loaded.Region, out var askers)) return;
        foreach (var (asker, requestId) in askers) asker.Tell(new Slice(requestId, loaded.Body));
    }

    private void OnFailed(LoadFailed failed)
    {
        if (!IsFromDisk) return;
        // Before it answers: who asks again, perhaps for the very same version, is to find another actor, which opens the file again.
        if (_file is not null) Context.Parent.Tell(new Retire(_item));
        Fail(failed.Region, failed.Reason);
    }

    private void Fail(Region region, SliceFailure reason)
    {
        if (!_waiting.Remove(region, out var askers)) return;
        foreach (var (asker, requestId) in askers) asker.Tell(new SliceFailed(requestId, reason));
    }
}
