namespace Akka.Dispatch;

/// <summary>
/// Lets the mailboxes that an actor's messages have woken run next on the same thread, without a way through the pool: a conversation of
/// a few actors then costs no thread switch. Each thread has some such places; what finds them taken goes to the pool, where other threads
/// get it. An actor that blocks would hold up those in its thread's places: what waits there for too long is given to the pool.
/// </summary>
internal sealed class RunNext
{
    // So many runs in a row, or so long a time; then the rest of the pool's work has its turn.
    private const int Places = 4; // a power of two; so many that what belongs to one request stays together
    private const int MaxInARow = 64;
    private const int MaxMillisecondsInARow = 10;
    private const int TickMilliseconds = 10;

    [ThreadStatic]
    private static RunNext? t_mine;

    private static readonly Lock Registering = new();
    private static readonly ManualResetEventSlim Ticking = new(false);
    private static WeakReference<RunNext>[] s_all = [];
    private static int s_tickerStarted;

    private readonly IRunnable?[] _waiting = new IRunnable?[Places]; // filled by the thread, emptied by it and by the ticker
    private uint _first, _end;   // the places in use; these and the next two are the thread's alone
    private IRunnable? _running;
    private bool _isOpen;
    private int _runs;     // written by the thread, read by the ticker
    private int _runsSeen; // the ticker's

    /// <summary>Runs something on this thread, and then whatever it wakes.</summary>
    public static void Run(IRunnable first)
    {
        var mine = t_mine ??= Register();
        if (mine._isOpen)
        {
            first.Run();
            return;
        }

        mine._isOpen = true;
        mine._running = first;
        try
        {
            first.Run();
            mine.RunWhatWaits();
        }
        finally
        {
            mine.Close();
        }
    }

    /// <summary>Tells an actor something from a thread that has nothing else to do, so that it may run here and now.</summary>
    public static void Tell(Actor.IActorRef actor, object message)
    {
        var mine = t_mine ??= Register();
        if (mine._isOpen)
        {
            actor.Tell(message, Actor.ActorRefs.NoSender);
            return;
        }

        mine._isOpen = true;
        try
        {
            actor.Tell(message, Actor.ActorRefs.NoSender);
            mine.RunWhatWaits();
        }
        finally
        {
            mine.Close();
        }
    }

    /// <summary>True for what runs on this thread now: when it is to run again, its turn is over.</summary>
    public static bool IsRunning(IRunnable run) => t_mine is { } mine && ReferenceEquals(mine._running, run);

    /// <summary>Takes something to run when what runs on this thread has come to its end; false when the places are taken, or there are none.</summary>
    public static bool TryTake(IRunnable run)
    {
        if (t_mine is not { _isOpen: true } mine || mine._end - mine._first == Places) return false;
        Volatile.Write(ref mine._waiting[mine._end++ % Places], run);
        if (!Ticking.IsSet) StartTicking();
        return true;
    }

    /// <summary>The one that has waited longest; null when there is none.</summary>
    private IRunnable? TakeNext()
    {
        while (_first != _end)
        {
            if (Interlocked.Exchange(ref _waiting[_first++ % Places], null) is { } next) return next;
        }

        return null;
    }

    private void RunWhatWaits()
    {
        var end = Environment.TickCount64 + MaxMillisecondsInARow;
        for (var i = 0; i < MaxInARow && TakeNext() is { } next; i++)
        {
            Volatile.Write(ref _runs, unchecked(_runs + 1));
            _running = next;
            next.Run();
            if (Environment.TickCount64 >= end) return;
        }
    }

    private void Close()
    {
        _isOpen = false;
        _running = null;
        while (TakeNext() is { } left) ThreadPool.UnsafeQueueUserWorkItem(left, preferLocal: false);
    }

    /// <summary>On the ticker's thread: those that wait go to the pool. The thread finds their places empty.</summary>
    private void GiveAway()
    {
        for (var place = 0; place < Places; place++)
        {
            if (Interlocked.Exchange(ref _waiting[place], null) is { } left) ThreadPool.UnsafeQueueUserWorkItem(left, preferLocal: false);
        }
    }

    private bool HasWaiting()
    {
        for (var place = 0; place < Places; place++)
        {
            if (Volatile.Read(ref _waiting[place]) is not null) return true;
        }

        return false;
    }

    private static void StartTicking()
    {
        Ticking.Set();
        if (Volatile.Read(ref s_tickerStarted) != 0 || Interlocked.Exchange(ref s_tickerStarted, 1) != 0) return;
        // A thread of its own: were the pool's threads all blocked, a timer of the pool would be as stuck as what waits for it.
        new Thread(TickWhileBusy) { IsBackground = true, Name = "akka-run-next" }.UnsafeStart();
    }

    private static void TickWhileBusy()
    {
        while (true)
        {
            Ticking.Wait();
            Thread.Sleep(TickMilliseconds);
            if (Tick()) continue;
            Ticking.Reset();
            // Something may have come between the look and the reset, relying on a ticker that it saw going.
            if (Tick()) Ticking.Set();
        }
    }

    /// <summary>Gives away what may have waited since the last tick already; false when nothing has moved since, and nothing waits.</summary>
    private static bool Tick()
    {
        var busy = false;
        foreach (var reference in s_all)
        {
            if (!reference.TryGetTarget(out var one)) continue;
            var runs = Volatile.Read(ref one._runs);
            if (one.HasWaiting())
            {
                busy = true;
                if (runs == one._runsSeen) one.GiveAway();
            }

            if (runs != one._runsSeen) busy = true;
            one._runsSeen = runs;
        }

        return busy;
    }

    private static RunNext Register()
    {
        var mine = new RunNext();
        lock (Registering) s_all = [.. s_all.Where(r => r.TryGetTarget(out _)), new WeakReference<RunNext>(mine)];
        return mine;
    }
}
