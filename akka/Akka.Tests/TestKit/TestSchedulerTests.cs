using Akka.Actor;
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
    public void things_happen_in_the_order_of_their_times_and_at_them()
    {
        var start = Scheduler.Now;
        var happened = new List<(string, TimeSpan)>();
        void Note(string what) => happened.Add((what, Scheduler.Now - start));
        Scheduler.ScheduleOnce(Second * 3, () => Note("third"));
        Scheduler.ScheduleOnce(Second, () =>
        {
            Note("first");
            Scheduler.ScheduleOnce(Second, () => Note("second"));
        });
        Scheduler.AdvanceTo(start + (Second * 5));
        Assert.Equal([("first", Second), ("second", Second * 2), ("third", Second * 3)], happened);
        Assert.Equal(start + (Second * 5), Scheduler.Now);
    }

    [Fact]
    public void what_is_repeated_happens_once_an_interval_until_cancelled()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellRepeatedly(Second, Second * 2, TestActor, "tick", ActorRefs.NoSender, cancelable);
        Scheduler.Advance(Second * 6);
        Assert.Equal(["tick", "tick", "tick"], ReceiveN(3));
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
}
