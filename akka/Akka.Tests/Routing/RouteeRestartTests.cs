using Akka.Actor;
using Akka.Dispatch;
using Akka.Routing;

namespace Akka.Tests.Routing;

/// <summary>Routees that fail, in async handlers too, are all at work again afterwards.</summary>
public class RouteeRestartTests() : TestKit.Xunit2.TestKit("akka.loglevel = OFF, akka.stdout-loglevel = OFF, akka.log-dead-letters = off")
{
    private const int Routees = 8;

    public static TheoryData<bool, SupervisorStrategy> Ways => new()
    {
        { false, new OneForOneStrategy(_ => Directive.Restart) },
        { true, new OneForOneStrategy(_ => Directive.Restart) },
        { false, new AllForOneStrategy(_ => Directive.Restart) },
        { true, new AllForOneStrategy(_ => Directive.Restart) },
        { true, new OneForOneStrategy(_ => Directive.Resume) },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Each_routee_goes_on_after_any_number_of_failures(bool isAsync, SupervisorStrategy strategy)
    {
        var pool = new RoundRobinPool(Routees, null!, strategy, null!);
        Assert.Equal(Dispatchers.DefaultDispatcherId, pool.RouterDispatcher);
        var router = Sys.ActorOf(Props.Create<Fragile>(isAsync).WithRouter(pool));
        for (var i = 0; i < 5 * Routees; i++) router.Tell("fail");
        router.Tell(new Broadcast("work"));
        Assert.Equal(Routees, ReceiveN(Routees, TimeSpan.FromSeconds(10)).Distinct().Count());
    }

    private sealed class Fragile : ReceiveActor
    {
        public Fragile(bool isAsync)
        {
            if (isAsync) ReceiveAsync<string>(s => s == "fail", async _ => { await Task.Yield(); throw new InvalidOperationException(); });
            else Receive<string>(s => s == "fail", _ => throw new InvalidOperationException());
            Receive<string>(_ => Sender.Tell(Self));
        }
    }
}
