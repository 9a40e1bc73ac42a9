using Akka.Actor;
using Akka.Dispatch;
using Akka.TestKit;
using Akka.TestKit.Configs;

namespace Akka.Tests.TestKits;

public class TestSchedulerTests() : Akka.TestKit.Xunit2.TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void what_is_scheduled_happens_when_its_time_has_come()
    {
        Scheduler.ScheduleTellOnce(Second, TestActor, "due", ActorRefs.NoSender);
        Scheduler.Advance(Second - TimeSpan.FromTicks(1));
        Assert.False(HasMessages);
        Scheduler.Advance(TimeSpan.FromTicks(1));
        ExpectMsg("due");
        Scheduler.Advance(Second * 10);
        Assert.False(HasMessages);
    }

    [Fact]
    public void every_way_to_repeat_an_action_repeats_it_until_cancelled()
    {
        var done = new List<string>();
        var advanced = Scheduler.Advanced;
        using var cancel = new Cancelable(advanced);
        advanced.ScheduleRepeatedly(Second, Second, () => done.Add("action"));
        advanced.ScheduleRepeatedly(Second, Second, () => done.Add("cancelled action"), cancel);
        Scheduler.ScheduleRepeatedly(Second, Second, new Runnable(() => done.Add("runnable")));
        Scheduler.ScheduleRepeatedly(Second, Second, new Runnable(() => done.Add("cancelled runnable")), cancel);
        Scheduler.Advance(Second);
        Assert.Equal(["action", "cancelled action", "runnable", "cancelled runnable"], done);
        cancel.Cancel();
        Scheduler.Advance(Second);
        Assert.Equal(["action", "runnable"], done[4..]);
    }

    [Fact]
    public void what_throws_does_not_take_what_else_is_due_with_it()
    {
        Scheduler.Advanced.ScheduleOnce(Second, () => throw new InvalidTimeZoneException());
        Scheduler.ScheduleTellOnce(Second, TestActor, "due", ActorRefs.NoSender);
        Assert.Throws<InvalidTimeZoneException>(() => Scheduler.Advance(Second));
        Scheduler.Advance(TimeSpan.Zero);
        ExpectMsg("due");
    }

    [Fact]
    public void receive_timeouts_and_cancelables_follow_it_and_clocks_of_intervals_do_not()
    {
        var cancelled = new Cancelable((IScheduler)Scheduler, Second);
        ActorOf(() => new Idle(TestActor));
        ExpectMsg("started");
        var clocks = (Scheduler.MonotonicClock, Scheduler.HighResMonotonicClock);
        Scheduler.Advance(TimeSpan.FromDays(1));
        ExpectMsg("idle");
        Assert.True(cancelled.IsCancellationRequested);
        Assert.InRange(Scheduler.MonotonicClock - clocks.MonotonicClock, TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.InRange(Scheduler.HighResMonotonicClock - clocks.HighResMonotonicClock, TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    [Fact]
    public void things_happen_in_the_order_of_their_times_at_the_end_of_the_leap_and_what_they_schedule_in_the_next()
    {
        var start = Scheduler.Now;
        var happened = new List<(string, TimeSpan)>();
        void Note(string what) => happened.Add((what, Scheduler.Now - start));
        Scheduler.ScheduleOnce(Second * 3, () => Note("third"));
        Scheduler.ScheduleOnce(Second, () =>
        {
            Note("first");
            Scheduler.ScheduleOnce(Second, () => Note("scheduled by the first"));
        });
        Scheduler.ScheduleOnce(Second * 2, () => Note("second"));
        Scheduler.AdvanceTo(start + (Second * 5));
        Assert.Equal([("first", Second * 5), ("second", Second * 5), ("third", Second * 5)], happened);
        Assert.Equal(start + (Second * 5), Scheduler.Now);
        Scheduler.Advance(Second);
        Assert.Equal(("scheduled by the first", Second * 6), happened[3]);
    }

    [Fact]
    public void what_is_repeated_happens_once_a_leap_and_is_due_an_interval_after_it_until_cancelled()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellRepeatedly(Second, Second * 2, TestActor, "tick", ActorRefs.NoSender, cancelable);
        Scheduler.Advance(Second * 6);
        ExpectMsg("tick");
        Assert.False(HasMessages);
        Scheduler.Advance(Second * 2 - TimeSpan.FromTicks(1));
        Assert.False(HasMessages);
        Scheduler.Advance(TimeSpan.FromTicks(1));
        ExpectMsg("tick");
        cancelable.Cancel();
        Scheduler.Advance(Second * 6);
        Assert.False(HasMessages);
    }

    [Fact]
    public void time_does_not_run_backwards()
    {
        Assert.Throws<InvalidOperationException>(() => Scheduler.Advance(-Second));
        Assert.Throws<InvalidOperationException>(() => Scheduler.AdvanceTo(Scheduler.Now - Second));
    }

    [Fact]
    public void timers_of_actors_follow_it()
    {
        var actor = ActorOfAsTestActorRef(() => new Impatient(TestActor));
        Scheduler.Advance(TimeSpan.FromMinutes(10) - Second);
        Assert.False(HasMessages);
        Scheduler.Advance(Second);
        ExpectMsgFrom(actor, "too late");
    }

    private sealed class Impatient : ReceiveActor, IWithTimers
    {
        private readonly IActorRef _witness;

        public Impatient(IActorRef witness)
        {
            _witness = witness;
            Receive<string>(text => _witness.Tell(text));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("patience", "too late", TimeSpan.FromMinutes(10));
    }

    private sealed class Runnable(Action action) : IRunnable
    {
        public void Run() => action();

        public void Execute() => Run();
    }

    private sealed class Idle : ReceiveActor
    {
        public Idle(IActorRef teller)
        {
            Receive<ReceiveTimeout>(_ => teller.Tell("idle"));
            SetReceiveTimeout(Second);
            teller.Tell("started");
        }
    }
}
