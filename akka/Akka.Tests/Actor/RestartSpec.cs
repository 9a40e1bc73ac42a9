using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Tests.Actor;

public class RestartSpec : ActorSpec
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public void Restarts_are_limited_in_number(int allowed, int restarts)
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(allowed, -1, _ => Directive.Restart)));
        parent.Tell(new Make(Hooked.Props(TestActor)));
        var child = Watch(ReceiveN(3, Soon).OfType<IActorRef>().Single());
        for (var i = 0; i < 10; i++) child.Tell(new Fail(new ArgumentException("x")));
        var seen = new List<object>();
        while (seen.LastOrDefault() is not Terminated) seen.Add(ReceiveOne(Soon)!);
        Assert.Equal(restarts, seen.Count(m => m is string s && s.Contains("PostRestart")));
        Assert.Equal(restarts + 1, seen.Count(m => m is string s && s.Contains("PostStop")));
    }

    [Fact]
    public void Restarts_are_counted_within_a_time()
    {
        var stats = new ChildRestartStats((IInternalActorRef)TestActor);
        Assert.True(stats.RequestRestartPermission(2, 200));
        Assert.True(stats.RequestRestartPermission(2, 200));
        Assert.False(stats.RequestRestartPermission(2, 200));
        Thread.Sleep(250);
        Assert.True(stats.RequestRestartPermission(2, 200));
    }

    [Fact]
    public void A_time_without_a_number_allows_one_restart_in_it()
    {
        var stats = new ChildRestartStats((IInternalActorRef)TestActor);
        Assert.True(stats.RequestRestartPermission(-1, 10_000));
        Assert.False(stats.RequestRestartPermission(-1, 10_000));
    }

    [Fact]
    public void Without_limits_there_are_none()
    {
        var stats = new ChildRestartStats((IInternalActorRef)TestActor);
        for (var i = 0; i < 1000; i++) Assert.True(stats.RequestRestartPermission(-1, -1));
    }

    [Fact]
    public void PreRestart_stops_the_children_and_the_new_instance_begins_without_them()
    {
        var actor = Sys.ActorOf(Hooked.Props(TestActor));
        actor.Tell(new Make(Props.Create<SlowToStop>(TestActor), "child"));
        ReceiveN(3, Soon);
        actor.Tell(new Fail(new ArgumentException("x")));
        actor.Tell(new Make(Props.Empty, "child")); // the name is free again
        ExpectInOrder("1 PreRestart x Fail", "1 PostStop", "child stopped", "2 constructor", "2 PostRestart x", "2 PreStart");
        ExpectMsg<IActorRef>(Soon);
    }

    [Fact]
    public void An_order_to_stop_that_comes_while_the_children_of_a_restart_end_is_obeyed_with_one_PostStop()
    {
        var gate = new ManualResetEventSlim();
        var actor = Watch(Sys.ActorOf(Hooked.Props(TestActor)));
        actor.Tell(new Make(Props.Create<StopsWhenLet>(gate)));
        ReceiveN(3, Soon);
        actor.Tell(new Fail(new ArgumentException("x")));
        ExpectInOrder("1 PreRestart x Fail", "1 PostStop");
        ((IInternalActorRef)actor).Stop(); // Sys.Stop would take its time by way of the guardian
        gate.Set();
        ExpectTerminated(actor, Soon);
    }

    [Fact]
    public void An_exception_in_PreRestart_does_not_keep_the_actor_from_restarting()
    {
        var actor = Sys.ActorOf(Props.Create<BadHooks>("PreRestart"));
        actor.Tell("fail");
        actor.Tell("alive");
        ExpectInOrder("alive");
    }

    [Fact]
    public void An_exception_in_PostRestart_is_a_failure_of_its_own()
    {
        Exception? seen = null;
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e =>
        {
            if (e is ArgumentException) return Directive.Restart;
            seen = e;
            return Directive.Stop;
        })));
        parent.Tell(new Make(Props.Create<BadHooks>("PostRestart")));
        var child = Watch(ExpectMsg<IActorRef>(Soon));
        child.Tell("fail");
        ExpectTerminated(child, Soon);
        var failure = Assert.IsType<PostRestartException>(seen);
        Assert.IsType<ArgumentException>(failure.OriginalCause);
        Assert.Equal("PostRestart", failure.InnerException!.Message);
    }

    [Fact]
    public void An_actor_whose_restart_failed_and_is_resumed_is_restarted_instead()
    {
        var instances = new Counter();
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e => e is ArgumentException ? Directive.Restart : Directive.Resume)));
        parent.Tell(new Make(Props.Create<FailsSecondTime>(instances)));
        var child = ExpectMsg<IActorRef>(Soon);
        child.Tell("fail");
        child.Tell("alive");
        ExpectInOrder("alive 3");
    }

    [Fact]
    public void An_actor_that_could_not_be_made_and_is_restarted_is_made_again()
    {
        var instances = new Counter();
        instances.Next();
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => Directive.Restart)));
        parent.Tell(new Make(Props.Create<FailsSecondTime>(instances)));
        ExpectMsg<IActorRef>(Soon).Tell("alive");
        ExpectInOrder("alive 3");
    }

    [Fact]
    public void A_constructors_exception_is_wrapped_with_what_was_to_be_made()
    {
        Exception? seen = null;
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e =>
        {
            seen = e;
            return Directive.Stop;
        })));
        var instances = new Counter();
        instances.Next();
        parent.Tell(new Make(Props.Create<FailsSecondTime>(instances)));
        ExpectTerminated(Watch(ExpectMsg<IActorRef>(Soon)), Soon);
        var failure = Assert.IsType<ActorInitializationException>(seen);
        Assert.NotNull(failure.Actor);
        Assert.Contains(nameof(FailsSecondTime), Assert.IsType<TypeLoadException>(failure.InnerException).Message);
        Assert.IsType<InvalidOperationException>(failure.GetBaseException());
    }

    private sealed class SlowToStop(IActorRef listener) : ReceiveActor
    {
        protected override void PostStop()
        {
            Thread.Sleep(50);
            listener.Tell("child stopped");
        }
    }

    private sealed class StopsWhenLet(ManualResetEventSlim gate) : ReceiveActor
    {
        protected override void PostStop() => gate.Wait(TimeSpan.FromSeconds(10));
    }

    private sealed class BadHooks(string which) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new ArgumentException("x");
            Sender.Tell(message);
        }

        protected override void PreRestart(Exception reason, object? message) => Throw("PreRestart");

        protected override void PostRestart(Exception reason) => Throw("PostRestart");

        private void Throw(string hook)
        {
            if (which == hook) throw new InvalidOperationException(hook);
        }
    }

    private sealed class FailsSecondTime : UntypedActor
    {
        private readonly int _number;

        public FailsSecondTime(Counter instances)
        {
            _number = instances.Next();
            if (_number == 2) throw new InvalidOperationException("second");
        }

        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new ArgumentException("x");
            Sender.Tell($"{message} {_number}");
        }
    }
}
