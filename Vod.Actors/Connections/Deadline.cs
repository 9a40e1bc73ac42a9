using Akka.Actor;

namespace Vod.Actors.Connections;

/// <summary>
/// The one deadline that a connection has at a time. Setting it costs nothing as a rule: a timer that runs already is left alone when it
/// ends before the new deadline, and is started again for the rest when it ends too early.
/// </summary>
internal sealed class Deadline(ITimeProvider clock, ITimerScheduler timers)
{
    private TimeSpan _at, _timerEndsAt = TimeSpan.MaxValue;

    /// <summary>Sets it anew, from now.</summary>
    public void Set(TimeSpan delay)
    {
        var now = clock.MonotonicClock;
        _at = now + delay;
        if (_at < _timerEndsAt) StartTimer(now);
    }

    /// <summary>Called on <see cref="DeadlineCheck"/>: whether the deadline has come. If not, the timer goes on.</summary>
    public bool HasCome()
    {
        var now = clock.MonotonicClock;
        _timerEndsAt = TimeSpan.MaxValue;
        if (now >= _at) return true;
        StartTimer(now);
        return false;
    }

    private void StartTimer(TimeSpan now)
    {
        _timerEndsAt = _at;
        timers.StartSingleTimer(DeadlineCheck.Instance, DeadlineCheck.Instance, _at - now);
    }
}

/// <summary>The timer of a <see cref="Deadline"/> ended.</summary>
internal sealed class DeadlineCheck : INotInfluenceReceiveTimeout
{
    public static readonly DeadlineCheck Instance = new();

    private DeadlineCheck()
    {
    }
}
