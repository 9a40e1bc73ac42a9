using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time passes only when a test says so; what is due then happens on the test's thread, in order of time. Choose it
/// with <see cref="Configs.TestConfigs.TestSchedulerConfig"/>. The monotonic clocks are the real ones.
/// </summary>
/// <remarks>
/// Time passes in one leap: what is repeated happens once in it, however many of its intervals it is long, and is due an interval after it
/// again; what is scheduled by what happens has to wait for the next.
/// </remarks>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Scheduled, (DateTimeOffset Due, long Order)> _scheduled = new();
    private DateTimeOffset _now = DateTimeOffset.UtcNow;
    private long _order;

    /// <summary>Creates the scheduler. Its time starts at the present.</summary>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    /// <inheritdoc/>
    public DateTimeOffset Now => TimeNow;

    /// <inheritdoc/>
    public TimeSpan MonotonicClock => DateTimeOffsetNowTimeProvider.Instance.MonotonicClock;

    /// <inheritdoc/>
    public TimeSpan HighResMonotonicClock => DateTimeOffsetNowTimeProvider.Instance.HighResMonotonicClock;

    /// <inheritdoc/>
    public IAdvancedScheduler Advanced => this;

    /// <summary>The virtual time.</summary>
    protected DateTimeOffset TimeNow
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="offset">How much of it.</param>
    /// <exception cref="InvalidOperationException">It is negative.</exception>
    public void Advance(TimeSpan offset) => AdvanceTo(TimeNow + offset);

    /// <summary>Lets time pass; then, what is due happens.</summary>
    /// <param name="when">The time after that.</param>
    /// <exception cref="InvalidOperationException">It is past.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < TimeNow)
        {
            throw new InvalidOperationException($"Time does not run backwards: it is {TimeNow:O} already, and cannot be {when:O} next.");
        }

        var before = PassTo(when);
        while (TakeDue(when, before) is { } due)
        {
            if (due.IsCancelled)
            {
                continue;
            }

            due.Action();
            if (due.Interval is { } interval && !due.IsCancelled)
            {
                Schedule(interval, interval, due.Action, due.Cancelable);
            }
        }
    }

    /// <inheritdoc/>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        Schedule(delay, null, () => receiver.Tell(message, sender), null);

    /// <inheritdoc/>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(delay, null, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), null);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action) => Schedule(delay, null, action, null);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) => Schedule(delay, null, action, cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => Schedule(delay, null, action.Run, null);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) => Schedule(delay, null, action.Run, cancelable);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) => Schedule(initialDelay, interval, action, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        Schedule(initialDelay, interval, action.Run, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (interval is { } every)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero, nameof(interval));
        }

        lock (_lock)
        {
            Enqueue(new Scheduled(_now + delay, interval, action, cancelable));
        }
    }

    /// <summary>Moves time to the end; what is scheduled from now on has this number, or a higher one.</summary>
    private long PassTo(DateTimeOffset end)
    {
        lock (_lock)
        {
            _now = end;
            return _order;
        }
    }

    /// <summary>Takes the earliest that is due and was scheduled before; null when there is none left. One by one: should it throw, the rest
    /// stays scheduled.</summary>
    private Scheduled? TakeDue(DateTimeOffset end, long before)
    {
        lock (_lock)
        {
            return _scheduled.TryPeek(out _, out var next) && next.Due <= end && next.Order < before ? _scheduled.Dequeue() : null;
        }
    }

    private void Enqueue(Scheduled item) => _scheduled.Enqueue(item, (item.Due, _order++));

    private sealed record Scheduled(DateTimeOffset Due, TimeSpan? Interval, Action Action, ICancelable? Cancelable)
    {
        internal bool IsCancelled => Cancelable is { IsCancellationRequested: true };
    }
}
