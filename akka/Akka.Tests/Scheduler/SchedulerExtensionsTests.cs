using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Tests.Event;

namespace Akka.Tests.Scheduler;

/// <summary>Every way to schedule something: as a message, a function or a runnable; once or again and again; with a time span or milliseconds.</summary>
public sealed class SchedulerExtensionsTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HashedWheelTimerScheduler _wheel = new(Config.Empty, NoLogger.Instance);
    private readonly Collector _receiver = new("receiver");

    private IScheduler Scheduler => _wheel;

    private IAdvancedScheduler Advanced => Scheduler.Advanced;

    public void Dispose() => _wheel.Dispose();

    public static TheoryData<string, Action<IScheduler, ICanTell>> TellingOnce => new()
    {
        { "span", (s, r) => s.ScheduleTellOnce(Soon, r, "once", ActorRefs.NoSender) },
        { "span, handle", (s, r) => s.ScheduleTellOnce(Soon, r, "once", ActorRefs.NoSender, new Cancelable(s)) },
        { "milliseconds", (s, r) => s.ScheduleTellOnce(10, r, "once", ActorRefs.NoSender) },
        { "milliseconds, handle", (s, r) => s.ScheduleTellOnce(10, r, "once", ActorRefs.NoSender, new Cancelable(s)) },
        { "cancelable span", (s, r) => s.ScheduleTellOnceCancelable(Soon, r, "once", ActorRefs.NoSender) },
        { "cancelable milliseconds", (s, r) => s.ScheduleTellOnceCancelable(10, r, "once", ActorRefs.NoSender) },
    };

    [Theory]
    [MemberData(nameof(TellingOnce))]
    public void A_message_can_be_sent_once(string way, Action<IScheduler, ICanTell> schedule)
    {
        schedule(Scheduler, _receiver);
        Assert.Equal("once", _receiver.Next());
        Assert.True(_wheel.Count == 0, way);
    }

    public static TheoryData<string, Action<IScheduler, ICanTell, ICancelable>> TellingRepeatedly => new()
    {
        { "span", (s, r, c) => s.ScheduleTellRepeatedly(Soon, Soon, r, "again", ActorRefs.NoSender, c) },
        { "milliseconds", (s, r, c) => s.ScheduleTellRepeatedly(0, 10, r, "again", ActorRefs.NoSender, c) },
        { "cancelable span", (s, r, c) => Link(c, s.ScheduleTellRepeatedlyCancelable(Soon, Soon, r, "again", ActorRefs.NoSender)) },
        { "cancelable milliseconds", (s, r, c) => Link(c, s.ScheduleTellRepeatedlyCancelable(0, 10, r, "again", ActorRefs.NoSender)) },
        { "function", (s, r, c) => s.Advanced.ScheduleRepeatedly(Soon, Soon, () => r.Tell("again", ActorRefs.NoSender), c) },
        { "function, milliseconds", (s, r, c) => s.Advanced.ScheduleRepeatedly(0, 10, () => r.Tell("again", ActorRefs.NoSender), c) },
        { "cancelable function, milliseconds", (s, r, c) => Link(c, s.Advanced.ScheduleRepeatedlyCancelable(0, 10, () => r.Tell("again", ActorRefs.NoSender))) },
        { "runnable", (s, r, c) => s.Advanced.ScheduleRepeatedly(Soon, Soon, new ActionRunnable(() => r.Tell("again", ActorRefs.NoSender)), c) },
    };

    [Theory]
    [MemberData(nameof(TellingRepeatedly))]
    public void It_can_be_repeated_until_it_is_called_off(string way, Action<IScheduler, ICanTell, ICancelable> schedule)
    {
        using var handle = new Cancelable(Scheduler);
        schedule(Scheduler, _receiver, handle);
        for (var i = 0; i < 3; i++) Assert.Equal("again", _receiver.Next());
        handle.Cancel();
        Assert.True(_wheel.Count == 0, way);
    }

    [Fact]
    public void Without_a_handle_it_is_repeated_until_the_scheduler_ends()
    {
        Scheduler.ScheduleTellRepeatedly(Soon, Soon, _receiver, "message", ActorRefs.NoSender);
        Advanced.ScheduleRepeatedly(Soon, Soon, new ActionRunnable(() => _receiver.Tell("runnable")));
        Advanced.ScheduleRepeatedly(Soon, Soon, () => _receiver.Tell("function"));
        var seen = new List<object>();
        while (seen.GroupBy(m => m).Count(g => g.Count() >= 2) < 3) seen.Add(_receiver.Next());
        Assert.Equal(3, _wheel.Count);
    }

    [Fact]
    public void A_function_or_a_runnable_can_be_run_once_with_a_handle_and_without()
    {
        using var left = new CountdownEvent(6);
        using var handle = new Cancelable(Scheduler);
        Action signal = () => left.Signal();
        Advanced.ScheduleOnce(Soon, signal);
        Advanced.ScheduleOnce(Soon, signal, handle);
        Advanced.ScheduleOnce(10, signal);
        Advanced.ScheduleOnce(10, signal, handle);
        Advanced.ScheduleOnce(Soon, new ActionRunnable(signal));
        Advanced.ScheduleOnceCancelable(10, signal);
        Assert.True(left.Wait(Patience));
    }

    public static TheoryData<Func<IScheduler, ICanTell, ICancelable>> Cancelables => new()
    {
        (s, r) => s.ScheduleTellOnceCancelable(TimeSpan.FromHours(1), r, "never", ActorRefs.NoSender),
        (s, r) => s.ScheduleTellOnceCancelable(3_600_000, r, "never", ActorRefs.NoSender),
        (s, r) => s.ScheduleTellRepeatedlyCancelable(TimeSpan.FromHours(1), TimeSpan.FromHours(1), r, "never", ActorRefs.NoSender),
        (s, r) => s.ScheduleTellRepeatedlyCancelable(3_600_000, 3_600_000, r, "never", ActorRefs.NoSender),
        (s, r) => s.Advanced.ScheduleOnceCancelable(TimeSpan.FromHours(1), () => { }),
        (s, r) => s.Advanced.ScheduleOnceCancelable(3_600_000, () => { }),
        (s, r) => s.Advanced.ScheduleRepeatedlyCancelable(TimeSpan.FromHours(1), TimeSpan.FromHours(1), () => { }),
        (s, r) => s.Advanced.ScheduleRepeatedlyCancelable(3_600_000, 3_600_000, () => { }),
    };

    [Theory]
    [MemberData(nameof(Cancelables))]
    public void What_is_called_off_is_forgotten(Func<IScheduler, ICanTell, ICancelable> schedule)
    {
        var handle = schedule(Scheduler, _receiver);
        Assert.False(handle.IsCancellationRequested);
        Assert.Equal(1, _wheel.Count);
        handle.Cancel();
        Assert.Equal(0, _wheel.Count);
        Assert.Empty(_receiver.Take());
    }

    [Fact]
    public void Milliseconds_are_checked_as_time_spans_are()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellOnce(-1, _receiver, "", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellRepeatedly(-1, 1, _receiver, "", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellRepeatedly(1, 0, _receiver, "", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Advanced.ScheduleOnce(-1, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Advanced.ScheduleRepeatedly(1, -1, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.ScheduleTellOnceCancelable(-1, _receiver, "", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Advanced.ScheduleRepeatedly(Soon, TimeSpan.Zero, new ActionRunnable(() => { })));
    }

    [Fact]
    public void The_scheduler_tells_the_time()
    {
        ITimeProvider[] clocks = [Scheduler, DateTimeOffsetNowTimeProvider.Instance];
        foreach (var clock in clocks)
        {
            Assert.InRange(clock.Now, DateTimeOffset.UtcNow - Patience, DateTimeOffset.UtcNow + Patience);
            Assert.Equal(TimeSpan.Zero, clock.Now.Offset);
            var (before, precisely) = (clock.MonotonicClock, clock.HighResMonotonicClock);
            using var over = new ManualResetEventSlim();
            Advanced.ScheduleOnce(Soon, over.Set);
            Assert.True(over.Wait(Patience));
            Assert.True(clock.MonotonicClock - before >= Soon);
            Assert.True(clock.HighResMonotonicClock - precisely >= Soon);
        }
    }

    private static void Link(ICancelable handle, ICancelable scheduled) => handle.Token.Register(scheduled.Cancel);
}
