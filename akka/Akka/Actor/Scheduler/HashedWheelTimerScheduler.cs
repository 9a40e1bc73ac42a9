using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The scheduler of an actor system: a wheel of <c>akka.scheduler.ticks-per-wheel</c> buckets, one each
/// <c>akka.scheduler.tick-duration</c>, and a thread that sleeps until the next tick that has anything to do, or for good when nothing does.</summary>
/// <remarks>Nothing is early; all is late by a tick at most. Repeats keep to their grid: they do not drift, and one that was missed
/// altogether is left out. Work that throws is logged and not repeated. Nothing runs after <see cref="Dispose"/>.</remarks>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private const long Awake = long.MinValue;

    private readonly object _gate = new();
    private readonly TimerWheel _wheel;
    private readonly long _tickDuration;
    private readonly TimeSpan _shutdownTimeout;
    private Thread? _worker;
    private long _wakeTick = Awake;
    private volatile bool _stopped;

    /// <summary>Reads <c>akka.scheduler</c> of the system's configuration. The thread starts with the first thing scheduled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A tick of less than 10 ms, or a wheel without ticks.</exception>
    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log) : base(scheduler, log)
    {
        var tick = scheduler.GetTimeSpan("akka.scheduler.tick-duration", TimeSpan.FromMilliseconds(10), false);
        var size = scheduler.GetInt("akka.scheduler.ticks-per-wheel", 512);
        if (tick < TimeSpan.FromMilliseconds(10))
            throw new ArgumentOutOfRangeException(nameof(scheduler), $"akka.scheduler.tick-duration must be 10 ms or more, not {tick}.");
        if (size is < 1 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(scheduler), $"akka.scheduler.ticks-per-wheel must be from 1 to 2^30, not {size}.");
        _tickDuration = tick.Ticks;
        _wheel = new TimerWheel(size);
        _shutdownTimeout = scheduler.GetTimeSpan("akka.scheduler.shutdown-timeout", TimeSpan.FromSeconds(5), true);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => MonotonicTime.Elapsed;

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => MonotonicTime.Elapsed;

    /// <summary>Forgets what is scheduled and waits for what is running, for <c>akka.scheduler.shutdown-timeout</c> at most.
    /// From then on nothing runs, and nothing can be scheduled.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            _wheel.Clear();
            Monitor.PulseAll(_gate);
        }
        if (_worker is null || _worker == Thread.CurrentThread) return;
        var timeout = _shutdownTimeout < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _shutdownTimeout;
        if (!_worker.Join(timeout)) Log.Warning("Failed to shutdown scheduler within {0}", _shutdownTimeout);
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(delay, TimeSpan.Zero, new ScheduledTell(receiver, message, sender, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, new ScheduledTell(receiver, message, sender, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(delay, TimeSpan.Zero, new ScheduledAction(action, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Schedule(delay, TimeSpan.Zero, new ScheduledRunnable(action, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, new ScheduledAction(action, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, new ScheduledRunnable(action, cancelable));

    /// <summary>How much waits for its time.</summary>
    internal int Count
    {
        get
        {
            lock (_gate) return _wheel.Count;
        }
    }

    internal void Remove(ScheduledEntry entry)
    {
        lock (_gate) _wheel.Remove(entry);
    }

    /// <summary>The next point after <paramref name="now"/> of the grid that <paramref name="due"/> and <paramref name="interval"/> make.</summary>
    internal static long NextDue(long due, long interval, long now)
    {
        var missed = Math.Max(0, (now - due) / interval);
        return Saturated(due + missed * interval, interval);
    }

    private static long Saturated(long time, long delay) => delay > long.MaxValue - time ? long.MaxValue : time + delay;

    private void Schedule(TimeSpan delay, TimeSpan interval, ScheduledEntry entry)
    {
        if (entry.IsCancelled) return;
        entry.DueAt = Saturated(MonotonicClock.Ticks, delay.Ticks);
        entry.Interval = interval.Ticks;
        lock (_gate)
        {
            if (_stopped) throw new SchedulerException("cannot enqueue after timer shutdown");
            if (_worker is null) StartWorker();
            Add(entry);
        }
        entry.Attach(this);
    }

    private void Add(ScheduledEntry entry)
    {
        entry.DueTick = entry.DueAt / _tickDuration + (entry.DueAt % _tickDuration == 0 ? 0 : 1);
        _wheel.Add(entry);
        if (entry.DueTick >= _wakeTick) return;
        _wakeTick = entry.DueTick;
        Monitor.Pulse(_gate);
    }

    private void StartWorker()
    {
        _worker = new Thread(Work) { Name = "akka-scheduler", IsBackground = true };
        _worker.UnsafeStart(); // what it does is not part of what the first to schedule something is about
    }

    private void Work()
    {
        var due = new List<ScheduledEntry>();
        while (WaitForDue(due))
        {
            foreach (var entry in due) Fire(entry);
            due.Clear();
        }
    }

    /// <summary>Sleeps until something is due; false when the scheduler was stopped.</summary>
    private bool WaitForDue(List<ScheduledEntry> due)
    {
        lock (_gate)
        {
            while (!_stopped)
            {
                var now = MonotonicClock.Ticks;
                _wheel.Advance(now / _tickDuration, due);
                if (due.Count > 0)
                {
                    _wakeTick = Awake;
                    return true;
                }
                Sleep(now);
            }
            return false;
        }
    }

    private void Sleep(long now)
    {
        if (_wheel.NextTick() is not { } next)
        {
            _wakeTick = long.MaxValue;
            Monitor.Wait(_gate);
            return;
        }
        _wakeTick = next;
        // Waits are in whole milliseconds: rounded up, lest the last one be spent spinning.
        var milliseconds = Math.Ceiling((next * (double)_tickDuration - now) / TimeSpan.TicksPerMillisecond);
        Monitor.Wait(_gate, (int)Math.Min(milliseconds, 1 << 30));
    }

    private void Fire(ScheduledEntry entry)
    {
        if (_stopped || entry.IsCancelled) return;
        if (entry.Interval == 0) entry.Detach();
        try
        {
            entry.Run();
        }
        catch (Exception cause)
        {
            entry.Detach();
            Log.Error(cause, "Error while executing scheduled task {0}", entry);
            return;
        }
        if (entry.Interval > 0) Repeat(entry);
    }

    private void Repeat(ScheduledEntry entry)
    {
        entry.DueAt = NextDue(entry.DueAt, entry.Interval, MonotonicClock.Ticks);
        lock (_gate)
        {
            // Whoever cancels takes the entry out under the same lock after this, or has set the flag before.
            if (!_stopped && !entry.IsCancelled) Add(entry);
        }
    }
}
