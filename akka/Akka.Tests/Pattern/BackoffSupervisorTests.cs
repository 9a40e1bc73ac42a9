using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Pattern;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Xunit;

namespace Akka.Tests.Pattern;

public sealed class BackoffSupervisorTests() : Akka.TestKit.Xunit2.TestKit(TestConfigs.TestSchedulerConfig.WithFallback("akka.loglevel = DEBUG"))
{
    private static readonly TimeSpan Min = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(1);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Theory]
    [InlineData(0, 0.0, 100)]
    [InlineData(1, 0.0, 200)]
    [InlineData(3, 0.0, 800)]
    [InlineData(4, 0.0, 1000)]
    [InlineData(29, 0.0, 1000)]
    [InlineData(30, 1.0, 1000)]
    [InlineData(int.MaxValue, 0.5, 1000)]
    [InlineData(1, 1.0, 240)]
    [InlineData(4, 0.5, 1100)]
    public void a_pause_is_twice_the_last_one_up_to_the_longest_and_a_random_part_more(int restarts, double random, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Backoff.Delay(restarts, Min, Max, 0.2, random));

    [Fact]
    public void a_long_pause_does_not_run_over() =>
        Assert.Equal(TimeSpan.MaxValue, Backoff.Delay(29, TimeSpan.FromDays(1), TimeSpan.MaxValue, 1.0, 1.0));

    [Fact]
    public async Task a_child_that_stops_is_started_again_after_longer_and_longer_pauses()
    {
        var supervisor = Supervise(OnStop());
        for (var pause = Min; pause < Max; pause *= 2)
        {
            await ChildStops(supervisor, "stop");
            Scheduler.Advance(pause - TimeSpan.FromMilliseconds(1));
            Assert.Null(Child(supervisor));
            Scheduler.Advance(TimeSpan.FromMilliseconds(1));
            AwaitAssert(() => Assert.NotNull(Child(supervisor)));
        }

        Assert.Equal(4, Restarts(supervisor));
    }

    [Fact]
    public async Task a_child_that_throws_is_restarted_at_once_on_stop_and_after_a_pause_on_failure()
    {
        var onStop = Supervise(OnStop());
        var child = Child(onStop);
        onStop.Tell("fail");
        Assert.Same(child, Child(onStop));
        Assert.Equal(0, Restarts(onStop));

        var onFailure = Supervise(OnFailure());
        await ChildStops(onFailure, "fail");
        AwaitAssert(() => Assert.Equal(1, Restarts(onFailure)));
        Scheduler.Advance(Min);
        AwaitAssert(() => Assert.NotNull(Child(onFailure)));
    }

    [Fact]
    public void a_child_that_stops_takes_an_on_failure_supervisor_with_it()
    {
        var supervisor = Watch(Supervise(OnFailure()));
        supervisor.Tell("stop");
        ExpectTerminated(supervisor);
    }

    [Fact]
    public async Task messages_of_a_pause_are_answered_or_go_to_the_dead_letters()
    {
        var silent = Supervise(OnStop());
        await ChildStops(silent, "stop");
        EventFilter.DeadLetter<string>().ExpectOne(() => silent.Tell("lost"));

        var answering = Supervise(OnStop().WithReplyWhileStopped("not now"));
        await ChildStops(answering, "stop");
        answering.Tell("hello");
        ExpectMsg("not now");
    }

    [Fact]
    public void messages_pass_through_both_ways()
    {
        var supervisor = ChildActorOf(BackoffSupervisor.Props(OnStop()), "supervisor");
        var child = Child(supervisor);
        supervisor.Tell("hello");
        ExpectMsg("hello");
        Assert.Equal(child, LastSender);
        supervisor.Tell("tell parent");
        ExpectMsg("from the child");
        Assert.Equal(supervisor, LastSender);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task after_so_many_starts_the_supervisor_stops(bool onStop)
    {
        var supervisor = Watch(Supervise((onStop ? OnStop() : OnFailure()).WithManualReset().WithMaxNrOfRetries(2)));
        var end = onStop ? "stop" : "fail";
        for (var i = 0; i < 2; i++)
        {
            await ChildStops(supervisor, end);
            Scheduler.Advance(Max);
            AwaitAssert(() => Assert.NotNull(Child(supervisor)));
        }

        supervisor.Tell(end);
        ExpectTerminated(supervisor);
    }

    [Fact]
    public async Task a_child_that_lives_long_enough_has_the_pauses_begin_anew()
    {
        var supervisor = Supervise(OnStop().WithAutoReset(TimeSpan.FromMilliseconds(300)));
        await ChildStops(supervisor, "stop");
        Scheduler.Advance(Min);
        AwaitAssert(() => Assert.NotNull(Child(supervisor)));
        Scheduler.Advance(TimeSpan.FromMilliseconds(299));
        Assert.Equal(1, Restarts(supervisor));
        Scheduler.Advance(TimeSpan.FromMilliseconds(1));
        AwaitAssert(() => Assert.Equal(0, Restarts(supervisor)));
    }

    [Fact]
    public async Task a_manual_reset_has_the_pauses_begin_anew_when_told()
    {
        var supervisor = Supervise(OnStop().WithManualReset());
        await ChildStops(supervisor, "stop");
        Scheduler.Advance(Max * 2);
        AwaitAssert(() => Assert.NotNull(Child(supervisor)));
        Assert.Equal(1, Restarts(supervisor));
        supervisor.Tell(BackoffSupervisor.Reset.Instance);
        Assert.Equal(0, Restarts(supervisor));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void a_last_message_ends_both(bool onStop)
    {
        var supervisor = Watch(Supervise((onStop ? OnStop() : OnFailure()).WithFinalStopMessage(m => m is "stop")));
        supervisor.Tell("stop");
        ExpectTerminated(supervisor);
    }

    [Fact]
    public async Task the_stopping_strategy_turns_a_failure_into_a_stop_and_keeps_the_limit()
    {
        var supervisor = Supervise(OnStop().WithMaxNrOfRetries(1).WithDefaultStoppingStrategy());
        await ChildStops(supervisor, "fail");
        Scheduler.Advance(Min);
        AwaitAssert(() => Assert.NotNull(Child(supervisor)));
        Watch(supervisor);
        supervisor.Tell("fail");
        ExpectTerminated(supervisor);
    }

    public static TheoryData<Func<BackoffOptions>> Nonsense => new()
    {
        () => Backoff.OnStop(Props.Empty, "child", TimeSpan.Zero, Max, 0),
        () => Backoff.OnStop(Props.Empty, "child", Max, Min, 0),
        () => Backoff.OnFailure(Props.Empty, "child", Min, Max, -0.1),
        () => Backoff.OnFailure(Props.Empty, "child", Min, Max, 1.1),
        () => Backoff.OnStop(Props.Empty, "child", Min, Max, double.NaN),
        () => Backoff.OnStop(Props.Empty, "child", Min, Max, 0).WithAutoReset(Min / 2),
        () => Backoff.OnStop(Props.Empty, "child", Min, Max, 0).WithAutoReset(Max * 2),
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void options_that_make_no_sense_are_refused(Func<BackoffOptions> options) =>
        Assert.Throws<ArgumentException>(() => BackoffSupervisor.Props(options()));

    private static BackoffOptions OnStop() => Backoff.OnStop(Props.Create<Worker>(), "worker", Min, Max, 0);

    private static BackoffOptions OnFailure() => Backoff.OnFailure(Props.Create<Worker>(), "worker", Min, Max, 0);

    private IActorRef Supervise(BackoffOptions options) => Sys.ActorOf(BackoffSupervisor.Props(options));

    private IActorRef? Child(IActorRef supervisor)
    {
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
        return ExpectMsg<BackoffSupervisor.CurrentChild>().Ref;
    }

    private int Restarts(IActorRef supervisor)
    {
        supervisor.Tell(BackoffSupervisor.GetRestartCount.Instance);
        return ExpectMsg<BackoffSupervisor.RestartCount>().Count;
    }

    private async Task ChildStops(IActorRef supervisor, object message)
    {
        var end = Child(supervisor)!.WatchAsync();
        supervisor.Tell(message);
        Assert.True(await end);
        AwaitAssert(() => Assert.Null(Child(supervisor)), interval: TimeSpan.FromMilliseconds(5));
    }

    private sealed class Worker : ReceiveActor
    {
        public Worker()
        {
            Receive<string>(m => m == "stop", _ => Context.Stop(Self));
            Receive<string>(m => m == "fail", _ => throw new InvalidOperationException("as told"));
            Receive<string>(m => m == "tell parent", _ => Context.Parent.Tell("from the child"));
            ReceiveAny(m => Sender.Tell(m));
        }
    }
}
