using Akka.Event;

namespace Akka.Actor.Scheduler;

/// <summary>The timers of one actor. A timer is its own handle and the message that the scheduler sends, so that a message is current
/// if, and only if, it is the very timer that its key has now: nothing of a timer that was replaced, cancelled or started before
/// a restart can pass.</summary>
internal sealed class TimerScheduler(IActorContext context) : ITimerScheduler
{
    private readonly Dictionary<object, TimerMsg> _timers = new();
    private readonly bool _logDebug = context.System.Settings.DebugTimerScheduler;

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval, context.Self);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) => Start(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval, context.Self);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, initialDelay, interval, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null, context.Self);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) => Start(key, msg, timeout, null, sender);

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (!_timers.Remove(key, out var timer)) return;
        timer.Cancel();
        if (_logDebug) context.System.Log.Debug("Cancel timer [{0}] of {1}", key, context.Self);
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values) timer.Cancel();
        _timers.Clear();
    }

    /// <summary>What the actor is to receive for a timer's message: the message inside, or null when the timer is no longer the current one.</summary>
    internal object? InterceptTimerMsg(ILoggingAdapter log, ITimerMsg timerMsg)
    {
        var timer = (TimerMsg)timerMsg;
        if (!_timers.TryGetValue(timer.Key, out var current) || !ReferenceEquals(current, timer))
        {
            if (_logDebug) log.Debug("Received timer [{0}] that has been removed, discarding", timer.Key);
            return null;
        }
        if (!timer.Repeats) _timers.Remove(timer.Key);
        return timer.Message;
    }

    private void Start(object key, object message, TimeSpan delay, TimeSpan? interval, IActorRef sender)
    {
        Cancel(key);
        var timer = message is INotInfluenceReceiveTimeout
            ? new QuietTimerMsg(context.System.Scheduler.Advanced, key, message, interval.HasValue)
            : new TimerMsg(context.System.Scheduler.Advanced, key, message, interval.HasValue);
        if (interval is { } every) context.System.Scheduler.ScheduleTellRepeatedly(delay, every, context.Self, timer, sender, timer);
        else context.System.Scheduler.ScheduleTellOnce(delay, context.Self, timer, sender, timer);
        _timers.Add(key, timer);
        if (_logDebug) context.System.Log.Debug("Start timer [{0}] of {1} in {2}", key, context.Self, delay);
    }
}

/// <summary>A timer's message, to be unpacked by <see cref="TimerScheduler.InterceptTimerMsg"/> before the actor sees it.</summary>
internal interface ITimerMsg : IScheduledTellMsg, IDeadLetterSuppression
{
    object Key { get; }
}

internal class TimerMsg(IActionScheduler scheduler, object key, object message, bool repeats) : Cancelable(scheduler), ITimerMsg
{
    public object Key => key;

    public object Message => message;

    internal bool Repeats => repeats;

    public override string ToString() => $"TimerMsg(key={key}, message={message})";
}

/// <summary>For a message that is not to restart the receive timeout.</summary>
internal sealed class QuietTimerMsg(IActionScheduler scheduler, object key, object message, bool repeats)
    : TimerMsg(scheduler, key, message, repeats), INotInfluenceReceiveTimeout;
