using Akka.Actor;

namespace Akka.Tests.Actor;

public class SmokeSpec
{
    private sealed class Echo : ReceiveActor
    {
        public Echo()
        {
            Receive<string>(s => Sender.Tell(s + "!"));
            ReceiveAsync<int>(async n => { await Task.Delay(10); await Task.Yield(); Sender.Tell(n + 1); });
        }
    }

    [Fact]
    public async Task A_system_starts_answers_and_ends()
    {
        var system = ActorSystem.Create("smoke");
        var echo = system.ActorOf<Echo>("echo");
        Assert.Equal("a!", await echo.Ask<string>("a", TimeSpan.FromSeconds(3)));
        Assert.Equal(2, await echo.Ask<int>(1, TimeSpan.FromSeconds(3)));
        Assert.Equal(echo, await system.ActorSelection("/user/e*").ResolveOne(TimeSpan.FromSeconds(3)));
        await Assert.ThrowsAsync<AskTimeoutException>(() => echo.Ask<string>(1.5, TimeSpan.FromMilliseconds(50)));
        Assert.True(await echo.GracefulStop(TimeSpan.FromSeconds(3)));
        await system.Terminate().WaitAsync(TimeSpan.FromSeconds(10));
    }
}
