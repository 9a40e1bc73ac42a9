namespace Vod.Transport.Scheduling;

/// <summary>
/// A thread that gives to the pool what has waited behind a blocked thread for 10 to 20 ms. It ticks only while mailboxes wait or run
/// next, and sleeps otherwise. It has a thread of its own because a timer of the pool would be as stuck as a pool whose threads all block.
/// </summary>
internal static class RunNextTicker
{
    private const int TickMilliseconds = 10;

    private static readonly Lock Registering = new();
    // Without spinning: it sleeps for long, and nobody waits for it to wake.
    private static readonly ManualResetEventSlim IsTicking = new(initialState: false, spinCount: 0);
    private static WeakReference<RunNextThread>[] s_threads = [];
    private static int s_isStarted;

    /// <summary>Makes the object of a thread that has none yet. The ticker watches it for as long as the thread holds it.</summary>
    public static RunNextThread Register()
    {
        var thread = new RunNextThread();
        lock (Registering)
        {
            s_threads = [.. s_threads.Where(other => other.TryGetTarget(out _)), new WeakReference<RunNextThread>(thread)];
        }

        return thread;
    }

    /// <summary>Called when something has begun to wait: from now on the ticker looks after it.</summary>
    public static void KeepTicking()
    {
        if (!IsTicking.IsSet) Start();
    }

    private static void Start()
    {
        IsTicking.Set();
        if (Volatile.Read(ref s_isStarted) != 0 || Interlocked.Exchange(ref s_isStarted, 1) != 0) return;
        new Thread(TickWhileBusy) { IsBackground = true, Name = "run-next-ticker" }.UnsafeStart();
    }

    private static void TickWhileBusy()
    {
        while (true)
        {
            IsTicking.Wait();
            Thread.Sleep(TickMilliseconds);
            if (Tick()) continue;
            IsTicking.Reset();
            // A thread may have added something since that tick and then seen the ticker going. The barrier makes what it added visible
            // here, so that adding needs no barrier of its own.
            Interlocked.MemoryBarrierProcessWide();
            if (Tick()) IsTicking.Set();
        }
    }

    private static bool Tick()
    {
        var isBusy = false;
        foreach (var reference in Volatile.Read(ref s_threads))
        {
            if (reference.TryGetTarget(out var thread)) isBusy |= thread.Tick();
        }

        return isBusy;
    }
}
