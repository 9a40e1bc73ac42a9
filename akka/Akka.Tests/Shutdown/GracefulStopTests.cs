using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Shutdown;

public sealed class GracefulStopTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("graceful", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF"));

    public void Dispose() => _system.Terminate().Wait(TimeSpan.FromSeconds(10));

    [Fact]
    public async Task It_is_true_once_the_actor_has_stopped()
    {
        var actor = _system.ActorOf(Props.Create(() => new StopsOn("end")));
        Assert.True(await actor.GracefulStop(TimeSpan.FromSeconds(10)));
        Assert.True(((IInternalActorRef)actor).IsTerminated);
    }

    [Fact]
    public async Task The_message_can_be_any_on_which_the_actor_stops() =>
        Assert.True(await _system.ActorOf(Props.Create(() => new StopsOn("end"))).GracefulStop(TimeSpan.FromSeconds(10), "end"));

    [Fact]
    public async Task An_actor_that_has_stopped_counts()
    {
        var actor = _system.ActorOf(Props.Create(() => new StopsOn("end")));
        await actor.GracefulStop(TimeSpan.FromSeconds(10));
        Assert.True(await actor.GracefulStop(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task It_is_false_when_the_actor_does_not_stop_in_time()
    {
        var actor = _system.ActorOf(Props.Create(() => new StopsOn("end")));
        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(50), "go on"));
        Assert.True(await actor.GracefulStop(TimeSpan.FromSeconds(10), "end"));
    }

    [Fact]
    public async Task An_actor_ends_with_what_is_before_the_order_in_its_mailbox()
    {
        var handled = 0;
        var actor = _system.ActorOf(Props.Create<Counts>((Action)(() => handled++)));
        for (var i = 0; i < 100; i++) actor.Tell("work");
        Assert.True(await actor.GracefulStop(TimeSpan.FromSeconds(10)));
        Assert.Equal(100, handled);
    }

    private sealed class Counts(Action count) : UntypedActor
    {
        protected override void OnReceive(object message) => count();
    }

    private sealed class StopsOn(string word) : ActorBase
    {
        protected override bool Receive(object message)
        {
            if (message.Equals(word)) Context.Stop(Self);
            return true;
        }
    }
}
