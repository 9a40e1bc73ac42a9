using Vod.Transport.Scheduling;

namespace Vod.Transport.Sockets;

/// <summary>
/// The threads of a loop. One of them leads: it waits for events, hands them out, runs what they woke, and waits again. When it does not
/// come back, because what runs on it blocks, a standby thread leads on; the old leader finishes what it does and stands by.
/// </summary>
internal sealed partial class EventLoop
{
    private const int MaxEvents = 256; // a wait
    private const int MaxThreads = 16, MaxStandbys = 2;

    private readonly Lock _threadsGate = new();
    private readonly SemaphoreSlim _lead = new(0);
    private int _threads, _standbys, _started;
    private long _turn; // even: the leader waits (or is about to); odd: it is away. Counts up.
    private long _turnSeen; // by the watchdog

    /// <summary>How many threads there are: one, until the first time that it was blocked.</summary>
    public int Threads
    {
        get
        {
            lock (_threadsGate) return _threads;
        }
    }

    /// <summary>
    /// Lets a standby lead if events wait and the leader has been away since the last tick. The watchdog ticks as long as the loop works.
    /// </summary>
    /// <returns>Whether the loop has worked since the last tick, or does.</returns>
    internal bool Tick()
    {
        var turn = Volatile.Read(ref _turn);
        var isSame = turn == _turnSeen;
        _turnSeen = turn;
        if (isSame && IsAway(turn) && _epoll.HasEvents()) TakeOver(turn);
        return !isSame || IsAway(turn);
    }

    private static bool IsAway(long turn) => (turn & 1) != 0;

    private void TakeOver(long turn)
    {
        try
        {
            lock (_threadsGate)
            {
                // All threads blocked: the first that comes back stands by, and a later tick finds it.
                if (_standbys == 0 && _threads == MaxThreads) return;
                if (_standbys == 0) StartStandby();
                if (Interlocked.CompareExchange(ref _turn, turn + 1, turn) == turn) LetStandbyLead();
            }
        }
        catch (OutOfMemoryException)
        {
            // No thread to be had: a later tick tries again.
        }
    }

    private void StartStandby()
    {
        lock (_threadsGate)
        {
            var name = _started == 0 ? _name : $"{_name}.{_started + 1}";
            new Thread(Run) { IsBackground = true, Name = name }.UnsafeStart();
            _started++;
            _threads++;
            _standbys++;
        }
    }

    private void LetStandbyLead()
    {
        lock (_threadsGate) _standbys--;
        _lead.Release();
    }

    /// <summary>After having led.</summary>
    /// <returns>False when enough others stand by.</returns>
    private bool CanStandBy()
    {
        lock (_threadsGate)
        {
            if (_standbys < MaxStandbys)
            {
                _standbys++;
                return true;
            }
            _threads--;
            return false;
        }
    }

    private void Run()
    {
        try
        {
            Span<byte> events = stackalloc byte[MaxEvents * EpollLayout.Current.Size];
            do
            {
                _lead.Wait();
                Lead(events);
            }
            while (CanStandBy());
        }
        catch (Exception e)
        {
            Report(e);
        }
    }

    /// <summary>Until another thread leads.</summary>
    private void Lead(Span<byte> events)
    {
        while (true)
        {
            var count = _epoll.Wait(events);
            if (count == 0) continue;
            // Nobody but the leader changes the turn while it is even.
            var away = _turn + 1;
            Volatile.Write(ref _turn, away);
            _watchdog.KeepTicking();
            HandOut(events[..(count * EpollLayout.Current.Size)]);
            if (Interlocked.CompareExchange(ref _turn, away + 1, away) != away) return;
        }
    }

    private unsafe void HandOut(Span<byte> events)
    {
        try
        {
            // Of this thread's stack, so nothing moves it.
            fixed (byte* start = events)
                RunNext.Run(new Batch(this, (nint)start, events.Length), static batch => batch.HandOut());
        }
        catch (Exception e)
        {
            Report(e);
        }
    }

    private readonly unsafe struct Batch(EventLoop loop, nint start, int length)
    {
        public void HandOut()
        {
            var layout = EpollLayout.Current;
            var events = new ReadOnlySpan<byte>((void*)start, length);
            for (var i = 0; i < length / layout.Size; i++)
            {
                var (ready, token) = layout.Read(events, i);
                // Asked for event by event, as one may dispose the registration of the next.
                if (loop._registrations.Find(token)?.Target is not { } target) continue;
                try
                {
                    target.OnReady(ready.ToReadiness());
                }
                catch (Exception e)
                {
                    Report(e);
                }
            }
        }
    }
}
