using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>
/// A work item of the thread pool that runs a mailbox, and then what that wakes. A mailbox could be queued as it is, but the pool would
/// then run it by itself. The items are used again, by the thread that has run them.
/// </summary>
internal sealed class PooledRun : IThreadPoolWorkItem
{
    private const int MaxFree = 64;

    [ThreadStatic]
    private static PooledRun? t_free;

    private IRunnable? _run;
    private RunNextBounds? _bounds;
    private PooledRun? _nextFree;
    private int _freeCount; // of this one and those behind it

    /// <summary>Has the pool run a mailbox.</summary>
    public static void Queue(IRunnable run, RunNextBounds bounds, bool preferLocal)
    {
        var item = t_free;
        if (item is null)
        {
            item = new PooledRun();
        }
        else
        {
            t_free = item._nextFree;
            item._nextFree = null;
        }

        item._run = run;
        item._bounds = bounds;
        ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal);
    }

    /// <inheritdoc/>
    public void Execute()
    {
        var (run, bounds) = (_run!, _bounds!);
        _run = null;
        var free = t_free;
        var count = free?._freeCount ?? 0;
        if (count < MaxFree)
        {
            _nextFree = free;
            _freeCount = count + 1;
            t_free = this;
        }

        RunNext.Run(run, bounds);
    }
}
