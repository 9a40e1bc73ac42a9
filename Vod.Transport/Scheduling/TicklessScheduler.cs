using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Vod.Transport.Scheduling;

/// <summary>
/// A scheduler of Akka over the timers of .NET, for <c>akka.scheduler.implementation</c>: it wakes the process when something is due and not
/// otherwise, while the one of Akka.NET looks at its wheel at every tick. Something that was cancelled is let go when it would have been due.
/// </summary>
public sealed class TicklessScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    // What the timers of .NET take; they count in milliseconds, and nothing is repeated more often.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private volatile bool _isDisposed;

    /// <summary>Made by the actor system.</summary>
    /// <param name="config">Nothing of it is used.</param>
    /// <param name="log">Told of actions that fail.</param>
    public TicklessScheduler(Config config, ILoggingAdapter log) : base(config, log)
    {
    }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(0);

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    /// <summary>Nothing that is scheduled happens any more.</summary>
    public void Dispose() => _isDisposed = true;

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action.Run, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        if (_isDisposed) throw new SchedulerException("The scheduler was shut down.");
        if (delay > Longest || interval > Longest) throw new SchedulerException($"Nothing can be scheduled in more than {Longest.Days} days.");
        if (interval != Timeout.InfiniteTimeSpan && interval < Shortest) interval = Shortest;
        var isFlowing = !ExecutionContext.IsFlowSuppressed();
        if (isFlowing) ExecutionContext.SuppressFlow(); // what is scheduled is no part of what schedules it
        try
        {
            _ = new Entry(this, delay, interval, action, cancelable);
        }
        finally
        {
            if (isFlowing) ExecutionContext.RestoreFlow();
        }
    }

    /// <summary>Lives as long as its timer, which the runtime keeps.</summary>
    private sealed class Entry
    {
        private readonly TicklessScheduler _scheduler;
        private readonly Action _action;
        private readonly ICancelable? _cancelable;
        private readonly TimeSpan _interval;
        private readonly Timer _timer;
        private int _isRunning; // a repeated action that takes longer than its interval misses turns

        public Entry(TicklessScheduler scheduler, TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
        {
            (_scheduler, _interval, _action, _cancelable) = (scheduler, interval, action, cancelable);
            _timer = new Timer(static entry => ((Entry)entry!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(delay, interval);
        }

        private void Fire()
        {
            if (_scheduler._isDisposed || _cancelable is { IsCancellationRequested: true })
            {
                _timer.Dispose();
                return;
            }

            if (Interlocked.Exchange(ref _isRunning, 1) != 0) return;
            try
            {
                _action();
            }
            // It is not ours, and the timer's thread must go on: the same as with the scheduler of Akka.NET.
            catch (Exception e)
            {
                _scheduler.Log.Error(e, "What was scheduled has failed");
                _timer.Dispose();
            }
            finally
            {
                Volatile.Write(ref _isRunning, 0);
                if (_interval == Timeout.InfiniteTimeSpan) _timer.Dispose();
            }
        }
    }
}
