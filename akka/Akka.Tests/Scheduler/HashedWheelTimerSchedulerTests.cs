using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Tests.Event;

namespace Akka.Tests.Scheduler;

public sealed class HashedWheelTimerSchedulerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LoggingBus _bus = new();
    private readonly Collector _log = new("log");
    private readonly HashedWheelTimerScheduler _scheduler;

    public HashedWheelTimerSchedulerTests()
    {
        _bus.Subscribe(_log, typeof(LogEvent));
        _scheduler = new HashedWheelTimerScheduler(Config.Empty, Logging.GetLogger(_bus, "scheduler"));
    }

    private IAdvancedScheduler Advanced => ((IScheduler)_scheduler).Advanced;

    public void Dispose() => _scheduler.Dispose();

    [Fact]
    public void Nothing_is_early_and_all_comes()
    {
        using var left = new CountdownEvent(200);
        var early = new ConcurrentQueue<TimeSpan>();
        for (var i = 0; i < 200; i++)
        {
            var due = _scheduler.MonotonicClock + TimeSpan.FromMilliseconds(i * 1.7);
            Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(i * 1.7), () =>
            {
                if (_scheduler.MonotonicClock < due) early.Enqueue(due);
                left.Signal();
            });
        }
        Assert.True(left.Wait(Patience));
        Assert.Empty(early);
    }

    [Fact]
    public void A_message_is_told_with_its_sender()
    {
        var receiver = new Collector("receiver");
        ((ITellScheduler)_scheduler).ScheduleTellOnce(TimeSpan.Zero, receiver, "hello", ActorRefs.NoSender);
        Assert.Equal("hello", receiver.Next());
    }

    [Fact]
    public void What_comes_sooner_wakes_the_thread_that_waits_for_what_comes_later()
    {
        using var done = new ManualResetEventSlim();
        Advanced.ScheduleOnce(TimeSpan.FromHours(1), () => { });
        Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(20), new ActionRunnable(done.Set));
        Assert.True(done.Wait(Patience));
        Assert.Equal(1, _scheduler.Count);
    }

    [Fact]
    public void Called_off_it_is_forgotten_at_once()
    {
        var calls = 0;
        var handles = Enumerable.Range(0, 100)
            .Select(_ => Advanced.ScheduleOnceCancelable(TimeSpan.FromMilliseconds(200), () => Interlocked.Increment(ref calls)))
            .ToArray();
        Assert.Equal(100, _scheduler.Count);
        foreach (var handle in handles) handle.Cancel();
        Assert.Equal(0, _scheduler.Count);
        WaitFor(TimeSpan.FromMilliseconds(250));
        Assert.Equal(0, calls);
    }

    [Fact]
    public void What_is_called_off_already_is_not_scheduled()
    {
        Advanced.ScheduleOnce(TimeSpan.Zero, () => Assert.Fail("called"), Cancelable.CreateCanceled());
        Assert.Equal(0, _scheduler.Count);
    }

    [Fact]
    public void A_handle_of_another_kind_is_looked_at_when_the_time_comes()
    {
        var calls = 0;
        var handle = new ForeignCancelable();
        Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(500), () => Interlocked.Increment(ref calls), handle);
        handle.Cancel();
        WaitFor(TimeSpan.FromMilliseconds(600));
        Assert.Equal(0, calls);
        Assert.Equal(0, _scheduler.Count);
    }

    [Fact]
    public void One_handle_calls_off_all_that_was_scheduled_with_it()
    {
        var calls = 0;
        var handle = new Cancelable(Advanced);
        for (var i = 0; i < 3; i++) Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(50), () => Interlocked.Increment(ref calls), handle);
        handle.Cancel();
        WaitFor(TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, calls);
    }

    [Fact]
    public void Repeats_go_on_until_called_off()
    {
        using var five = new CountdownEvent(5);
        var handle = Advanced.ScheduleRepeatedlyCancelable(TimeSpan.Zero, TimeSpan.FromMilliseconds(10), () =>
        {
            if (!five.IsSet) five.Signal();
        });
        Assert.True(five.Wait(Patience));
        handle.Cancel();
        Assert.Equal(0, _scheduler.Count);
    }

    [Fact]
    public void A_repeat_can_call_itself_off()
    {
        var calls = 0;
        var handle = new Cancelable(Advanced);
        using var called = new ManualResetEventSlim();
        Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(10), () =>
        {
            Interlocked.Increment(ref calls);
            handle.Cancel();
            called.Set();
        }, handle);
        Assert.True(called.Wait(Patience));
        WaitFor(TimeSpan.FromMilliseconds(50));
        Assert.Equal(1, calls);
        Assert.Equal(0, _scheduler.Count);
    }

    [Theory]
    [InlineData(100, 10, 100, 110)]
    [InlineData(100, 10, 105, 110)]
    [InlineData(100, 10, 109, 110)]
    [InlineData(100, 10, 110, 120)]
    [InlineData(100, 10, 9999, 10000)]
    [InlineData(100, long.MaxValue, 100, long.MaxValue)]
    public void A_repeat_keeps_to_its_grid_and_leaves_out_what_it_missed(long due, long interval, long now, long expected) =>
        Assert.Equal(expected, HashedWheelTimerScheduler.NextDue(due, interval, now));

    [Fact]
    public void What_throws_is_logged_and_not_repeated_and_the_rest_goes_on()
    {
        Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(10), () => throw new InvalidOperationException("boom"));
        var error = Assert.IsType<Error>(_log.Next());
        Assert.Equal("boom", error.Cause!.Message);
        WaitFor(TimeSpan.FromMilliseconds(50));
        Assert.Empty(_log.Take());
        Assert.Equal(0, _scheduler.Count);
    }

    [Fact]
    public void Once_disposed_of_it_runs_nothing_and_takes_nothing()
    {
        var calls = 0;
        Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(30), () => Interlocked.Increment(ref calls));
        Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(10), () => Interlocked.Increment(ref calls));
        _scheduler.Dispose();
        var after = calls;
        Assert.Throws<SchedulerException>(() => Advanced.ScheduleOnce(TimeSpan.Zero, () => { }));
        Assert.Equal(0, _scheduler.Count);
        using var never = new ManualResetEventSlim();
        Assert.False(never.Wait(60)); // nothing is to happen, so there is nothing else to wait for
        Assert.Equal(after, calls);
    }

    [Fact]
    public void It_can_be_disposed_of_by_what_it_runs_and_twice()
    {
        using var done = new ManualResetEventSlim();
        Advanced.ScheduleOnce(TimeSpan.Zero, () =>
        {
            _scheduler.Dispose();
            done.Set();
        });
        Assert.True(done.Wait(Patience));
        _scheduler.Dispose();
    }

    [Fact]
    public void Delays_are_zero_or_more_and_intervals_more()
    {
        var late = TimeSpan.FromTicks(-1);
        ITellScheduler tell = _scheduler;
        Assert.Throws<ArgumentOutOfRangeException>("delay", () => Advanced.ScheduleOnce(late, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>("delay", () => Advanced.ScheduleOnce(late, new ActionRunnable(() => { })));
        Assert.Throws<ArgumentOutOfRangeException>("delay", () => tell.ScheduleTellOnce(late, _log, "", null));
        Assert.Throws<ArgumentOutOfRangeException>("initialDelay", () => tell.ScheduleTellRepeatedly(late, Patience, _log, "", null));
        Assert.Throws<ArgumentOutOfRangeException>("interval", () => tell.ScheduleTellRepeatedly(Patience, TimeSpan.Zero, _log, "", null));
        Assert.Throws<ArgumentOutOfRangeException>("interval", () => Advanced.ScheduleRepeatedly(Patience, TimeSpan.Zero, () => { }));
    }

    [Fact]
    public void The_longest_delay_there_is_does_not_overflow()
    {
        Advanced.ScheduleOnce(TimeSpan.MaxValue, () => { });
        Advanced.ScheduleRepeatedly(TimeSpan.MaxValue, TimeSpan.MaxValue, () => { });
        WaitFor(TimeSpan.FromMilliseconds(20));
        Assert.Equal(2, _scheduler.Count);
    }

    [Theory]
    [InlineData("akka.scheduler.tick-duration = 9ms")]
    [InlineData("akka.scheduler.ticks-per-wheel = 0")]
    public void What_cannot_be_configured_is_refused(string hocon) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new HashedWheelTimerScheduler(ConfigurationFactory.ParseString(hocon), NoLogger.Instance));

    /// <summary>Waits on the scheduler itself: what is due before has run by then.</summary>
    private void WaitFor(TimeSpan delay)
    {
        using var over = new ManualResetEventSlim();
        Advanced.ScheduleOnce(delay, over.Set);
        Assert.True(over.Wait(Patience));
    }

    private sealed class ForeignCancelable : ICancelable
    {
        private readonly CancellationTokenSource _source = new();

        public bool IsCancellationRequested => _source.IsCancellationRequested;

        public CancellationToken Token => _source.Token;

        public void Cancel() => _source.Cancel();

        public void Cancel(bool throwOnFirstException) => _source.Cancel(throwOnFirstException);

        public void CancelAfter(TimeSpan delay) => _source.CancelAfter(delay);

        public void CancelAfter(int millisecondsDelay) => _source.CancelAfter(millisecondsDelay);
    }
}
