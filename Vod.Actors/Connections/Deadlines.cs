using Akka.Actor;

namespace Vod.Actors.Connections;

/// <summary>
/// The deadlines of all connections of a server, which are looked at together at each tick of one timer: to set one is a write to a field. A
/// deadline comes too late by a tick at most. While there are none nothing ticks. Safe for several threads.
/// </summary>
/// <remarks>A connection takes 64 bytes: its <see cref="Deadline"/>, and a place in the table.</remarks>
public sealed class Deadlines
{
    private static readonly TimeSpan DefaultTick = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly IScheduler _scheduler;
    private readonly ITimeProvider _clock;
    private readonly TimeSpan _tick;
    private readonly List<Deadline> _all = [];
    private readonly List<IActorRef> _due = []; // of the tick that is under way
    private bool _isTicking;

    /// <summary>There are none at first.</summary>
    /// <param name="scheduler">Has it tick.</param>
    /// <param name="clock">Tells the time; the scheduler when null.</param>
    /// <param name="tick">Time between two looks; 100 ms when null.</param>
    public Deadlines(IScheduler scheduler, ITimeProvider? clock = null, TimeSpan? tick = null) =>
        (_scheduler, _clock, _tick) = (scheduler, clock ?? scheduler, tick ?? DefaultTick);

    /// <summary>How many there are.</summary>
    internal int Count
    {
        get
        {
            lock (_lock) return _all.Count;
        }
    }

    internal TimeSpan Now => _clock.MonotonicClock;

    /// <summary>A deadline that is never to come, until it is set.</summary>
    /// <param name="owner">Told <see cref="DeadlineCheck"/> when it comes.</param>
    internal Deadline Add(IActorRef owner)
    {
        lock (_lock)
        {
            var deadline = new Deadline(this, owner) { Place = _all.Count };
            _all.Add(deadline);
            if (!_isTicking) TickLater();
            return deadline;
        }
    }

    internal void Remove(Deadline deadline)
    {
        lock (_lock)
        {
            if (deadline.Place < 0) return;
            _all[deadline.Place] = _all[^1];
            _all[deadline.Place].Place = deadline.Place;
            _all.RemoveAt(_all.Count - 1);
            deadline.Place = -1;
        }
    }

    private void Tick()
    {
        lock (_lock)
        {
            var now = Now.Ticks;
            foreach (var deadline in _all)
            {
                if (deadline.IsToBeTold(now)) _due.Add(deadline.Owner);
            }
        }

        foreach (var owner in _due) owner.Tell(DeadlineCheck.Instance, ActorRefs.NoSender);
        _due.Clear();
        lock (_lock)
        {
            // Not when the last one leaves: a server whose clients come one after the other would do nothing but start and stop.
            _isTicking = false;
            if (_all.Count > 0) TickLater();
        }
    }

    private void TickLater()
    {
        _isTicking = true;
        _scheduler.Advanced.ScheduleOnce(_tick, Tick);
    }
}

/// <summary>The one deadline that a connection has at a time.</summary>
internal sealed class Deadline(Deadlines all, IActorRef owner)
{
    private long _at = long.MaxValue; // written by the owner, read by the tick
    private long _told; // the last that was told; the tick's

    public IActorRef Owner => owner;

    /// <summary>Where <see cref="Deadlines"/> has it; negative when it does not any more.</summary>
    public int Place { get; set; }

    /// <summary>Whether it has come. A <see cref="DeadlineCheck"/> may be about one that was set to another time since.</summary>
    public bool HasCome => all.Now.Ticks >= _at;

    /// <summary>Sets it to another time, from now.</summary>
    /// <param name="delay">At least a tick of the clock: what was told once is not told again.</param>
    public void Set(TimeSpan delay) => Volatile.Write(ref _at, (all.Now + delay).Ticks);

    /// <summary>It never comes any more.</summary>
    public void Leave() => all.Remove(this);

    /// <summary>Whether it has come and nobody was told yet; true once.</summary>
    public bool IsToBeTold(long now)
    {
        var at = Volatile.Read(ref _at);
        if (at > now || at == _told) return false;
        _told = at;
        return true;
    }
}

/// <summary>The <see cref="Deadline"/> of a connection has come, unless it was set to another time since.</summary>
internal sealed class DeadlineCheck : INotInfluenceReceiveTimeout
{
    public static readonly DeadlineCheck Instance = new();

    private DeadlineCheck()
    {
    }
}
