using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Vod.Transport.Tests.Scheduling;

public sealed class TicklessSchedulerTests() : TestKit(
    "akka.scheduler.implementation = \"Vod.Transport.Scheduling.TicklessScheduler, Vod.Transport\"\nakka.stdout-loglevel = OFF")
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20), Late = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_message_is_told_once_and_not_before_its_time()
    {
        var began = Sys.Scheduler.MonotonicClock;

        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(100), TestActor, "once", ActorRefs.NoSender);

        ExpectMsg("once", Patience);
        Assert.True(Sys.Scheduler.MonotonicClock - began >= TimeSpan.FromMilliseconds(90));
        ExpectNoMsg(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void A_message_is_told_again_and_again_until_it_is_cancelled()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(Soon, Soon, TestActor, "again", ActorRefs.NoSender);
        for (var n = 0; n < 5; n++) ExpectMsg("again", Patience);

        cancelable.Cancel();

        ReceiveWhile(TimeSpan.FromMilliseconds(100), message => message); // one may have been under way
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void What_was_cancelled_before_its_time_does_not_happen()
    {
        var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(TimeSpan.FromMilliseconds(100), TestActor, "never", ActorRefs.NoSender);

        cancelable.Cancel();

        ExpectNoMsg(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void What_is_due_first_comes_first()
    {
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(300), TestActor, "second", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "first", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Late, TestActor, "third", ActorRefs.NoSender);

        ExpectMsg("first", Patience);
        ExpectMsg("second", Patience);
    }

    [Fact]
    public void An_action_that_fails_is_logged_and_others_go_on()
    {
        EventFilter.Exception<InvalidOperationException>().ExpectOne(Patience, () =>
            Sys.Scheduler.Advanced.ScheduleOnce(Soon, () => throw new InvalidOperationException("planted")));

        Sys.Scheduler.Advanced.ScheduleOnce(Soon, () => TestActor.Tell("done"));

        ExpectMsg("done", Patience);
    }

    [Fact]
    public void An_interval_below_a_millisecond_is_repeated_all_the_same()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(TimeSpan.Zero, TimeSpan.FromTicks(1), TestActor, "often", ActorRefs.NoSender);

        for (var n = 0; n < 5; n++) ExpectMsg("often", Patience);

        cancelable.Cancel();
    }

    [Fact]
    public void A_time_that_timers_cannot_wait_for_is_refused() =>
        Assert.Throws<SchedulerException>(() => Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromDays(50), () => { }));

    [Fact]
    public void A_thousand_timers_all_come()
    {
        for (var n = 0; n < 1000; n++) Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(n % 100), TestActor, n, ActorRefs.NoSender);

        Assert.Equal(Enumerable.Range(0, 1000), ReceiveN(1000, Patience).Cast<int>().Order());
    }

    [Fact]
    public async Task Nothing_happens_and_nothing_is_scheduled_once_the_system_has_ended()
    {
        var happened = 0;
        var scheduler = Sys.Scheduler;
        scheduler.Advanced.ScheduleRepeatedly(Soon, Soon, () => Interlocked.Increment(ref happened));
        AwaitCondition(() => Volatile.Read(ref happened) > 1, Patience);

        await Sys.Terminate();

        Assert.Throws<SchedulerException>(() => scheduler.Advanced.ScheduleOnce(Soon, () => { }));
        await Task.Delay(100);
        var seen = Volatile.Read(ref happened);
        await Task.Delay(100);
        Assert.Equal(seen, Volatile.Read(ref happened));
    }
}
