namespace Vod.Transport.Scheduling;

/// <summary>
/// A thread that gives to the pool what has waited behind a blocked thread for 10 to 20 ms. It ticks only while mailboxes wait or run
/// next, and sleeps otherwise. It has a thread of its own because a timer of the pool would be as stuck as a pool whose threads all block.
/// </summary>
internal sealed class RunNextTicker
{
    private const int TickMilliseconds = 10;

    private readonly Lock _registering = new();
    // Without spinning: it sleeps for long, and nobody waits for it to wake.
    private readonly ManualResetEventSlim _isTicking = new(initialState: false, spinCount: 0);
    private WeakReference<RunNextThread>[] _threads = [];
    private int _isStarted;

    /// <summary>That of the process.</summary>
    public static RunNextTicker Shared { get; } = new();

    /// <summary>Whether nothing waits or runs next in this process.</summary>
    public bool IsAsleep => !_isTicking.IsSet;

    /// <summary>How many threads are watched, with some that have ended since the last of them began.</summary>
    public int Threads => Volatile.Read(ref _threads).Length;

    /// <summary>Makes the object of a thread that has none yet. The ticker watches it for as long as the thread holds it.</summary>
    public RunNextThread Register(int places = RunNextThread.Places)
    {
        var thread = new RunNextThread(this, places);
        lock (_registering)
        {
            _threads = [.. _threads.Where(other => other.TryGetTarget(out _)), new WeakReference<RunNextThread>(thread)];
        }

        return thread;
    }

    /// <summary>Called when something has begun to wait: from now on the ticker looks after it.</summary>
    public void KeepTicking()
    {
        if (!_isTicking.IsSet) Start();
    }

    private void Start()
    {
        _isTicking.Set();
        if (Volatile.Read(ref _isStarted) != 0 || Interlocked.Exchange(ref _isStarted, 1) != 0) return;
        new Thread(TickWhileBusy) { IsBackground = true, Name = "run-next-ticker" }.UnsafeStart();
    }

    private void TickWhileBusy()
    {
        while (true)
        {
            _isTicking.Wait();
            Thread.Sleep(TickMilliseconds);
            if (Tick()) continue;
            _isTicking.Reset();
            // A thread may have added something since that tick and then seen the ticker going. The barrier makes what it added visible
            // here, so that adding needs no barrier of its own.
            Interlocked.MemoryBarrierProcessWide();
            if (Tick()) _isTicking.Set();
        }
    }

    private bool Tick()
    {
        var isBusy = false;
        foreach (var reference in Volatile.Read(ref _threads))
        {
            if (reference.TryGetTarget(out var thread)) isBusy |= thread.Tick();
        }

        return isBusy;
    }
}
