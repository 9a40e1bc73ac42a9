using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>What runs and waits on one thread. All is that thread's own, except for <see cref="Tick"/>.</summary>
internal sealed class RunNextThread(RunNextTicker ticker, int places)
{
    /// <summary>With much fewer, what one batch of events wakes in a storm of new connections spills over to the pool.</summary>
    public const int Places = 64;

    private readonly RunNextPlaces _places = new(places);
    private RunNextBounds _bounds = RunNextBounds.Default;
    private IRunnable? _running;
    private ExecutionContext? _context;
    private SynchronizationContext? _synchronization;
    private int _begun; // counts what has begun to run here: written by the thread, read by the ticker

    // The ticker's: what it saw last.
    private int _begunSeen;
    private bool _hadWaiting;

    /// <summary>Whether this thread keeps what it wakes.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Keeps from now on what this thread wakes; false when it does so already.</summary>
    public bool TryOpen(RunNextBounds bounds, IRunnable? running)
    {
        if (IsOpen) return false;
        IsOpen = true;
        _bounds = bounds;
        _context = ExecutionContext.Capture();
        _synchronization = SynchronizationContext.Current;
        Begin(running);
        return true;
    }

    /// <summary>Gives away what still waits, and keeps nothing any more.</summary>
    public void Close()
    {
        IsOpen = false;
        _running = null;
        while (_places.TakeFirst() is { } left) PooledRun.Queue(left, _bounds, preferLocal: false);
    }

    public bool IsRunning(IRunnable run) => ReferenceEquals(_running, run);

    public bool TryTake(IRunnable run)
    {
        if (!IsOpen || !_places.TryAdd(run)) return false;
        ticker.KeepTicking();
        return true;
    }

    /// <summary>Runs what waits and what it wakes in turn, within the bounds.</summary>
    public void RunWhatWaits()
    {
        RestoreContexts();
        var end = Environment.TickCount64 + _bounds.MaxMilliseconds;
        for (var left = _bounds.MaxRuns; left > 0 && _places.TakeFirst() is { } next; left--)
        {
            Begin(next);
            next.Run();
            RestoreContexts();
            if (Environment.TickCount64 >= end) return;
        }
    }

    /// <summary>
    /// By the ticker: gives away what waits if nothing has begun here since the last tick, at which something waited already. False when
    /// nothing waits or has begun.
    /// </summary>
    public bool Tick()
    {
        var begun = Volatile.Read(ref _begun);
        var isStuck = _hadWaiting && begun == _begunSeen;
        var isBusy = begun != _begunSeen;
        _begunSeen = begun;
        _hadWaiting = _places.HasAny();
        if (isStuck)
        {
            while (_places.TakeAny() is { } left) PooledRun.Queue(left, Volatile.Read(ref _bounds), preferLocal: false);
        }

        return isBusy || _hadWaiting;
    }

    private void Begin(IRunnable? running)
    {
        _running = running;
        Volatile.Write(ref _begun, unchecked(_begun + 1));
    }

    /// <summary>
    /// What a mailbox leaves in the thread's contexts (an <see cref="AsyncLocal{T}"/>, the current activity) must not reach the next one:
    /// the thread pool restores them between work items too.
    /// </summary>
    private void RestoreContexts()
    {
        if (_context is { } context && !ReferenceEquals(ExecutionContext.Capture(), context)) ExecutionContext.Restore(context);
        if (!ReferenceEquals(SynchronizationContext.Current, _synchronization)) SynchronizationContext.SetSynchronizationContext(_synchronization);
    }
}
