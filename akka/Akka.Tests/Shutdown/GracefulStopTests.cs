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
    public async Task It_is_cancelled_when_the_actor_does_not_stop_in_time() =>
        await Assert.ThrowsAsync<TaskCanceledException>(() =>
            _system.ActorOf(Props.Create(() => new StopsOn("end"))).GracefulStop(TimeSpan.FromMilliseconds(50), "go on"));

    private sealed class StopsOn(string word) : ActorBase
    {
        protected override bool Receive(object message)
        {
            if (message.Equals(word)) Context.Stop(Self);
            return true;
        }
    }
}
