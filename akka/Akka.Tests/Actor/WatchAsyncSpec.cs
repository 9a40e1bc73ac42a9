using Akka.Actor;
using Xunit;

namespace Akka.Tests.Actor;

public sealed class WatchAsyncSpec : TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task it_is_true_once_the_actor_has_stopped_and_ever_after()
    {
        var actor = Sys.ActorOf(Props.Empty);
        var end = actor.WatchAsync();
        Assert.False(end.IsCompleted);
        Sys.Stop(actor);
        Assert.True(await end.WaitAsync(Patience));
        Assert.True(await actor.WatchAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task it_is_false_when_cancelled_before()
    {
        var actor = Sys.ActorOf(Props.Empty);
        using var cancel = new CancellationTokenSource();
        var end = actor.WatchAsync(cancel.Token);
        await cancel.CancelAsync();
        Assert.False(await end.WaitAsync(Patience));
    }
}
