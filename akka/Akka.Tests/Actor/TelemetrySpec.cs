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

    private T Fish<T>(IActorRef subject) where T : IActorTelemetryEvent =>
        FishForMessage<T>(message => message.Subject.Equals(subject), TimeSpan.FromSeconds(10));

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException((string)message);
    }
}
