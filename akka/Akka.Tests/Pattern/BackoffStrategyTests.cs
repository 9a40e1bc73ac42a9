using Akka.Actor;
using Akka.Event;
using Akka.Pattern;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Xunit;

namespace Akka.Tests.Pattern;

/// <summary>Back-off supervisors with strategies and limits, and what they do while their child is on its way out.</summary>
public sealed class BackoffStrategyTests() : Akka.TestKit.Xunit2.TestKit(TestConfigs.TestSchedulerConfig.WithFallback("akka.loglevel = DEBUG"))
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void an_on_failure_supervisor_pauses_where_the_strategy_says_restart_and_does_as_it_says_elsewhere()
    {
        var supervisor = Watch(Start(OnFailure().WithSupervisorStrategy(new OneForOneStrategy(e => e switch
        {
            ArgumentException => Directive.Resume,
            InvalidOperationException => Directive.Restart,
            _ => Directive.Stop,
        }))));
        EventFilter.Warning("resume").ExpectOne(() => supervisor.Tell(new ArgumentException("resume")));
        supervisor.Tell("hello");
        ExpectMsg("hello", Patience);
        EventFilter.Exception<InvalidOperationException>("restart").ExpectOne(() => supervisor.Tell(new InvalidOperationException("restart")));
        ExpectStartAfter(supervisor, Pause);
        EventFilter.Exception<NotSupportedException>("stop").ExpectOne(() => supervisor.Tell(new NotSupportedException("stop")));
        ExpectTerminated(supervisor, Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void what_is_escalated_makes_the_supervisor_fail_which_starts_the_child_anew_without_a_pause(bool onStop)
    {
        var supervisor = Start((onStop ? OnStop() : OnFailure()).WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Escalate)));
        EventFilter.Exception<InvalidOperationException>("escalate").ExpectOne(() => supervisor.Tell(new InvalidOperationException("escalate")));
        ExpectMsg("started", Patience);
        supervisor.Tell("hello");
        ExpectMsg("hello", Patience);
    }

    [Fact]
    public void with_a_window_starts_are_counted_from_the_first_failure_in_it()
    {
        var window = TimeSpan.FromSeconds(10);
        var supervisor = Watch(Start(OnFailure().WithManualReset().WithSupervisorStrategy(new OneForOneStrategy(1, window, _ => Directive.Restart))));
        Fail(supervisor);
        ExpectStartAfter(supervisor, Pause);
        Scheduler.Advance(window);
        AwaitAssert(() => Assert.Equal(0, Restarts(supervisor)), Patience);
        Fail(supervisor);
        ExpectStartAfter(supervisor, Pause);
        Fail(supervisor);
        ExpectTerminated(supervisor, Patience);
    }

    [Fact]
    public void the_end_at_the_limit_is_told_in_the_log()
    {
        var supervisor = Watch(Start(OnStop().WithManualReset().WithMaxNrOfRetries(0)));
        EventFilter.Debug("Terminating on restart #1 which exceeds max allowed restarts (0)").ExpectOne(() => supervisor.Tell("stop"));
        ExpectTerminated(supervisor, Patience);
        supervisor = Watch(Start(OnFailure().WithManualReset().WithMaxNrOfRetries(0)));
        EventFilter.Debug("Terminating on restart #1 which exceeds max allowed restarts (0)").ExpectOne(() => Fail(supervisor));
        ExpectTerminated(supervisor, Patience);
    }

    public static TheoryData<bool, Func<Props, Props>> Limited => new()
    {
        { true, child => BackoffSupervisor.Props(Backoff.OnStop(child, "child", Pause, Pause, 0, 1)) },
        { false, child => BackoffSupervisor.Props(Backoff.OnFailure(child, "child", Pause, Pause, 0, 1)) },
        { true, child => BackoffSupervisor.Props(child, "child", Pause, Pause, 0, 1) },
    };

    [Theory]
    [MemberData(nameof(Limited))]
    public void a_limit_of_starts_can_be_given_with_the_props(bool onStop, Func<Props, Props> make)
    {
        object end = onStop ? "stop" : new InvalidOperationException("end");
        var supervisor = Watch(Start(make(Child())));
        supervisor.Tell(end);
        ExpectStartAfter(supervisor, Pause);
        supervisor.Tell(end);
        ExpectTerminated(supervisor, Patience);
    }

    [Fact]
    public void without_a_limit_it_goes_on_for_ever()
    {
        var supervisor = Start(BackoffSupervisor.Props(Child(), "child", Pause, Pause, 0));
        for (var i = 0; i < 20; i++)
        {
            supervisor.Tell("stop");
            ExpectStartAfter(supervisor, Pause);
        }
    }

    [Fact]
    public void a_strategy_can_be_given_with_the_props()
    {
        var supervisor = Start(BackoffSupervisor.PropsWithSupervisorStrategy(Child(), "child", Pause, Pause, 0, new AllForOneStrategy(_ => Directive.Stop)));
        Fail(supervisor);
        ExpectStartAfter(supervisor, Pause);
        Assert.Throws<ArgumentException>(() => BackoffSupervisor.PropsWithSupervisorStrategy(Child(), "child", Pause, Pause / 2, 0, SupervisorStrategy.DefaultStrategy));
    }

    [Fact]
    public void while_a_failed_child_is_stopping_the_supervisor_takes_messages_and_does_not_pause_yet()
    {
        var latch = CreateTestLatch();
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnFailure(Props.Create<Slow>(TestActor, latch), "child", Pause, Pause, 0)));
        ExpectMsg("started", Patience);
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
        var child = Watch(ExpectMsg<BackoffSupervisor.CurrentChild>(Patience).Ref);
        Fail(supervisor);
        ExpectMsg("stopping", Patience);
        Assert.Equal(0, Restarts(supervisor));
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
        Assert.Equal(child, ExpectMsg<BackoffSupervisor.CurrentChild>(Patience).Ref);
        Scheduler.Advance(Pause * 2);
        latch.CountDown();
        ExpectTerminated(child, Patience);
        AwaitAssert(() => Assert.Equal(1, Restarts(supervisor)), Patience);
        ExpectStartAfter(supervisor, Pause);
    }

    [Fact]
    public void a_child_that_cannot_be_made_is_tried_again_after_a_pause()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(Props.Create<ThirdTimeLucky>(TestActor, new Akka.Tests.Actor.Counter()), "child", Pause, Pause, 0)));
        for (var i = 1; i <= 2; i++)
        {
            AwaitAssert(() => Assert.Equal(i, Restarts(supervisor)), Patience);
            Scheduler.Advance(Pause);
        }

        ExpectMsg("started", Patience);
    }

    [Fact]
    public void the_child_is_another_actor_of_the_same_name_each_time()
    {
        var supervisor = Start(OnStop());
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
        var first = ExpectMsg<BackoffSupervisor.CurrentChild>(Patience).Ref;
        first.Tell(Kill.Instance);
        ExpectStartAfter(supervisor, Pause);
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
        var second = ExpectMsg<BackoffSupervisor.CurrentChild>(Patience).Ref;
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void a_last_message_during_a_pause_ends_the_supervisor()
    {
        var supervisor = Watch(Start(OnStop().WithFinalStopMessage(m => m is "last")));
        supervisor.Tell("stop");
        AwaitAssert(() => Assert.Equal(1, Restarts(supervisor)), Patience);
        supervisor.Tell("not the last");
        Assert.Equal(1, Restarts(supervisor));
        supervisor.Tell("last");
        ExpectTerminated(supervisor, Patience);
    }

    [Fact]
    public void where_pauses_begin_anew_by_themselves_an_order_to_do_so_is_not_handled()
    {
        var supervisor = Start(OnStop());
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        supervisor.Tell(BackoffSupervisor.Reset.Instance);
        Assert.IsType<BackoffSupervisor.Reset>(ExpectMsg<UnhandledMessage>(Patience).Message);
    }

    private Props Child() => Props.Create<Obeying>(TestActor);

    private BackoffOptions OnStop() => Backoff.OnStop(Child(), "child", Pause, Pause, 0);

    private BackoffOptions OnFailure() => Backoff.OnFailure(Child(), "child", Pause, Pause, 0);

    private IActorRef Start(BackoffOptions options) => Start(BackoffSupervisor.Props(options));

    private IActorRef Start(Props props)
    {
        var supervisor = Sys.ActorOf(props);
        ExpectMsg("started", Patience);
        return supervisor;
    }

    private static void Fail(IActorRef supervisor) => supervisor.Tell(new InvalidOperationException("fail"));

    private void ExpectStartAfter(IActorRef supervisor, TimeSpan pause)
    {
        // The pause is on the clock once the child is gone.
        AwaitAssert(() =>
        {
            supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
            Assert.Null(ExpectMsg<BackoffSupervisor.CurrentChild>(Patience).Ref);
        }, Patience, TimeSpan.FromMilliseconds(5));
        Scheduler.Advance(pause);
        ExpectMsg("started", Patience);
    }

    private int Restarts(IActorRef supervisor)
    {
        supervisor.Tell(BackoffSupervisor.GetRestartCount.Instance);
        return ExpectMsg<BackoffSupervisor.RestartCount>(Patience).Count;
    }

    private class Obeying : ReceiveActor
    {
        private readonly IActorRef _listener;

        public Obeying(IActorRef listener)
        {
            _listener = listener;
            Receive<Exception>(e => throw e);
            Receive<string>(m => m == "stop", _ => Context.Stop(Self));
            Receive<string>(m => Sender.Tell(m));
        }

        protected override void PreStart() => _listener.Tell("started");
    }

    private sealed class Slow(IActorRef listener, TestLatch latch) : Obeying(listener)
    {
        private readonly IActorRef _listener = listener;

        protected override void PostStop()
        {
            _listener.Tell("stopping");
            latch.Ready(Patience);
        }
    }

    private sealed class ThirdTimeLucky : ReceiveActor
    {
        public ThirdTimeLucky(IActorRef listener, Akka.Tests.Actor.Counter tries)
        {
            if (tries.Next() < 3) throw new InvalidOperationException("no luck");
            listener.Tell("started");
        }
    }
}
