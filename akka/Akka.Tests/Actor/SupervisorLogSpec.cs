using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

/// <summary>What is logged of a failure: its level, text, source, class and cause, by what the supervisor decides.</summary>
public class SupervisorLogSpec() : ActorSpec("akka.loglevel = DEBUG")
{
    [Theory]
    [InlineData(Directive.Restart, typeof(Error))]
    [InlineData(Directive.Stop, typeof(Error))]
    [InlineData(Directive.Resume, typeof(Warning))]
    public void A_decided_failure_is_logged_as_the_childs_with_the_class_of_the_strategy(Directive directive, Type level)
    {
        var child = Fails(new OneForOneStrategy(_ => directive), new ArgumentException("bad"));
        var logged = Logged();
        Assert.IsType(level, logged);
        Assert.Equal("bad", logged.Message.ToString());
        Assert.Equal("bad", logged.Cause!.Message);
        Assert.Equal(child.Path.ToString(), logged.LogSource);
        Assert.Equal(typeof(OneForOneStrategy), logged.LogClass);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void An_escalated_failure_is_logged_where_it_is_decided()
    {
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new AllForOneStrategy(_ => Directive.Restart)));
        var middle = Child(top, Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => Directive.Escalate)));
        var leaf = Child(middle, Hooked.Props(ActorRefs.Nobody));
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        leaf.Tell(new Fail(new ArgumentException("deep")));
        var logged = Logged();
        Assert.Equal((middle.Path.ToString(), typeof(AllForOneStrategy), "deep"), (logged.LogSource, logged.LogClass, logged.Message.ToString()));
        ExpectNoMsg(Briefly);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Stop)]
    [InlineData(Directive.Resume)]
    public void A_strategy_can_be_told_not_to_log(Directive directive)
    {
        Fails(new OneForOneStrategy(-1, -1, _ => directive, loggingEnabled: false), new ArgumentException("bad"));
        ExpectNoMsg(Briefly);
        Fails(new AllForOneStrategy(-1, -1, _ => directive, loggingEnabled: false), new ArgumentException("bad"));
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void An_actor_that_cannot_be_made_is_logged_with_the_words_of_what_was_thrown_and_the_initialization_as_cause()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody));
        Child(parent, Props.Create<Unstartable>());
        var logged = Logged();
        Assert.Equal("cannot start", logged.Message.ToString());
        var cause = Assert.IsType<ActorInitializationException>(logged.Cause);
        Assert.Equal("Exception during creation", cause.Message);
        Assert.Equal("cannot start", cause.InnerException!.Message);
    }

    [Fact]
    public void What_PreRestart_throws_is_logged_and_carries_what_it_was_about()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var actor = Sys.ActorOf(Props.Create<BadPreRestart>());
        actor.Tell("the message");
        Assert.Equal("the failure", Logged().Cause!.Message);
        var logged = Logged();
        Assert.Equal("PreRestart failed", logged.Message.ToString());
        Assert.Equal((actor.Path.ToString(), typeof(BadPreRestart)), (logged.LogSource, logged.LogClass));
        var cause = Assert.IsType<PreRestartException>(logged.Cause);
        Assert.Equal("PreRestart failed", cause.RestartException.Message);
        Assert.Equal("the message", cause.OptionalMessage);
        Assert.Equal(actor, cause.Actor);
    }

    [Fact]
    public void What_PostStop_throws_is_logged_as_the_actors()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var actor = Watch(Sys.ActorOf(Props.Create<BadPostStop>()));
        Sys.Stop(actor);
        var logged = FishForMessage<Error>(_ => true, Soon);
        Assert.Equal(("PostStop failed", actor.Path.ToString(), typeof(BadPostStop)), (logged.Message.ToString(), logged.LogSource, logged.LogClass));
    }

    [Fact]
    public void A_strategy_that_throws_is_logged_as_the_supervisors_failure()
    {
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => Directive.Stop)));
        var middle = Child(top, Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => throw new InvalidOperationException("undecided"))));
        var leaf = Child(middle, Hooked.Props(ActorRefs.Nobody));
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        leaf.Tell(new Fail(new ArgumentException("bad")));
        Assert.Equal(("undecided", middle.Path.ToString()), (Logged() is var l ? l.Message.ToString() : "", l.LogSource));
    }

    private LogEvent Logged() => ExpectMsg<LogEvent>(Soon);

    private IActorRef Child(IActorRef parent, Props props)
    {
        parent.Tell(new Make(props));
        return (IActorRef)FishForMessage(m => m is IActorRef, Soon);
    }

    private IActorRef Fails(SupervisorStrategy strategy, Exception cause)
    {
        var child = Child(Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, strategy)), Hooked.Props(ActorRefs.Nobody));
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        child.Tell(new Fail(cause));
        return child;
    }

    private sealed class Unstartable : ReceiveActor
    {
        protected override void PreStart() => throw new ArgumentException("cannot start");
    }

    private sealed class BadPreRestart : UntypedActor
    {
        protected override void OnReceive(object message) => throw new ArgumentException("the failure");

        protected override void PreRestart(Exception reason, object? message) => throw new InvalidOperationException("PreRestart failed");
    }

    private sealed class BadPostStop : ReceiveActor
    {
        protected override void PostStop() => throw new InvalidOperationException("PostStop failed");
    }
}
