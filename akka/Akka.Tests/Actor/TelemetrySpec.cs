using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class TelemetrySpec : Akka.TestKit.Xunit2.TestKit
{
    public TelemetrySpec() : base("akka.actor.telemetry.enabled = on") { }

    [Fact]
    public void Actors_tell_when_they_start_are_restarted_and_stop()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(IActorTelemetryEvent));
        var actor = Sys.ActorOf(Props.Create<Failing>(), "telling");
        var started = Fish<ActorStarted>(actor);
        Assert.Equal(typeof(Failing), started.ActorType);
        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => actor.Tell("fail"));
        var restarted = Fish<ActorRestarted>(actor);
        Assert.Equal("fail", restarted.Reason.Message);
        Assert.Equal(typeof(Failing), restarted.ActorType);
        Sys.Stop(actor);
        Assert.Equal(typeof(Failing), Fish<ActorStopped>(actor).ActorType);
    }

    [Fact]
    public async Task Nothing_is_told_unless_it_is_enabled()
    {
        using var silent = ActorSystem.Create("silent", DefaultConfig);
        silent.EventStream.Subscribe(TestActor, typeof(IActorTelemetryEvent));
        Assert.False(silent.Settings.EmitActorTelemetry);
        silent.Stop(silent.ActorOf(Props.Create<Failing>()));
        await silent.Terminate().WaitAsync(TimeSpan.FromSeconds(10));
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Every_event_names_its_actor_and_the_class_of_that()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(IActorTelemetryEvent));
        var parent = Sys.ActorOf(Props.Create<Parent>(), "parent");
        var child = StartedChildOf(parent);
        Sys.Stop(parent);
        ActorStopped first = Fish<ActorStopped>(child), second = Fish<ActorStopped>(parent);
        Assert.Equal((child, parent), (first.Subject, second.Subject));
        Assert.Equal((typeof(Failing), typeof(Parent)), (first.ActorType, second.ActorType));
    }

    [Fact]
    public void An_actor_that_cannot_be_made_has_not_started()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(IActorTelemetryEvent));
        IActorRef? actor = null;
        EventFilter.Exception<ActorInitializationException>().ExpectOne(() => actor = Sys.ActorOf(Props.Create<Unmakeable>()));
        var first = FishForMessage<IActorTelemetryEvent>(message => message.Subject.Equals(actor), TimeSpan.FromSeconds(10));
        Assert.IsType<ActorStopped>(first);
    }

    /// <summary>The start of a parent, and that of its child, which comes first or second; gives the child.</summary>
    private IActorRef StartedChildOf(IActorRef parent)
    {
        var started = new[] { Started(), Started() };
        Assert.Contains(started, one => one.Subject.Equals(parent) && one.ActorType == typeof(Parent));
        return Assert.Single(started, one => one.Subject.Path.Equals(parent.Path / "child") && one.ActorType == typeof(Failing)).Subject;

        ActorStarted Started() => FishForMessage<ActorStarted>(one => one.Subject.Path.ToString().Contains("/user/parent"), TimeSpan.FromSeconds(10));
    }

    private T Fish<T>(IActorRef subject) where T : IActorTelemetryEvent =>
        FishForMessage<T>(message => message.Subject.Equals(subject), TimeSpan.FromSeconds(10));

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException((string)message);
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent() => Context.ActorOf(Props.Create<Failing>(), "child");
    }

    private sealed class Unmakeable : ReceiveActor
    {
        public Unmakeable() => throw new InvalidOperationException("never");
    }
}
