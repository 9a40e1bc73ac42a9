namespace Vod.Transport.Sockets;

/// <summary>
/// A thread that ticks for event loops while they work, and sleeps while all of them wait. A leader that was away between two ticks
/// has been so for 20 to 40 ms.
/// </summary>
internal sealed class LoopWatchdog(string name)
{
    private const int TickMilliseconds = 20;

    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _isTicking = new(initialState: false, spinCount: 0);
    private EventLoop[] _loops = [];

    /// <summary>Whether it is awake.</summary>
    public bool IsTicking => _isTicking.IsSet;

    /// <summary>Looks after one more loop, for ever.</summary>
    public void Watch(EventLoop loop)
    {
        lock (_gate)
        {
            if (_loops.Length == 0) new Thread(Run) { IsBackground = true, Name = name }.UnsafeStart();
            Volatile.Write(ref _loops, [.. _loops, loop]);
        }
    }

    /// <summary>Is called by a leader that goes to work, after it has said so.</summary>
    public void KeepTicking()
    {
        if (!_isTicking.IsSet) _isTicking.Set();
    }

    private void Run()
    {
        while (true)
        {
            _isTicking.Wait();
            Thread.Sleep(TickMilliseconds);
            if (Tick()) continue;
            _isTicking.Reset();
            // A leader may have gone to work since that tick and then seen the watchdog awake. The barrier makes it visible here, which
            // saves each leader one of its own.
            Interlocked.MemoryBarrierProcessWide();
            if (Tick()) _isTicking.Set();
        }
    }

    private bool Tick()
    {
        var isBusy = false;
        foreach (var loop in Volatile.Read(ref _loops)) isBusy |= loop.Tick();
        return isBusy;
    }
}
