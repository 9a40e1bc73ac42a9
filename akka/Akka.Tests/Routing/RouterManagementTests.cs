using Akka.Actor;
using Akka.Routing;

namespace Akka.Tests.Routing;

/// <summary>What a router's head does: routees that come and go, and its own end.</summary>
public class RouterManagementTests : TestKit.Xunit2.TestKit
{
    private sealed class Worker : ReceiveActor
    {
        public Worker()
        {
            Receive<Exception>(e => throw e);
            ReceiveAny(message => Sender.Tell(message));
        }
    }

    private static readonly Props Workers = Props.Create<Worker>();

    private async Task<IActorRef[]> RouteesOf(IActorRef router)
    {
        var routees = await router.Ask<Routees>(GetRoutees.Instance, RemainingOrDefault);
        return [.. routees.Members.Cast<ActorRefRoutee>().Select(routee => routee.Actor)];
    }

    [Fact]
    public async Task An_added_routee_gets_its_share_and_is_not_stopped_with_the_router()
    {
        var router = Sys.ActorOf(Workers.WithRouter(new RoundRobinPool(1)));
        router.Tell(new AddRoutee(new ActorRefRoutee(TestActor)));
        Assert.Equal(2, (await RouteesOf(router)).Length);

        router.Tell("one");
        router.Tell("two");
        ExpectMsgAllOf(["one", "two"]);

        Watch(router);
        Sys.Stop(router);
        ExpectTerminated(router);
        TestActor.Tell("alive");
        ExpectMsg("alive");
    }

    [Fact]
    public async Task A_removed_child_stops_once_it_has_done_what_it_had_got()
    {
        var router = Sys.ActorOf(Workers.WithRouter(new RoundRobinPool(2)));
        var removed = (await RouteesOf(router))[0];
        Watch(removed);
        removed.Tell("before");
        router.Tell(new RemoveRoutee(new ActorRefRoutee(removed)));
        removed.Tell("after");
        ExpectMsg("before");
        ExpectMsg("after");
        ExpectTerminated(removed);
        Assert.DoesNotContain(removed, await RouteesOf(router));
    }

    [Fact]
    public async Task A_removed_routee_that_is_no_child_lives_on()
    {
        var other = Sys.ActorOf(Workers);
        var router = Sys.ActorOf(Workers.WithRouter(new RoundRobinPool(1)));
        router.Tell(new AddRoutee(new ActorRefRoutee(other)));
        router.Tell(new RemoveRoutee(new ActorRefRoutee(other)));
        Assert.DoesNotContain(other, await RouteesOf(router));
        Watch(other);
        ExpectNoMsg(TimeSpan.FromMilliseconds(300));
        other.Tell("alive");
        ExpectMsg("alive");
    }

    [Fact]
    public async Task The_size_of_a_pool_can_be_adjusted()
    {
        var router = Sys.ActorOf(Workers.WithRouter(new RoundRobinPool(2)));
        router.Tell(new AdjustPoolSize(3));
        var routees = await RouteesOf(router);
        Assert.Equal(5, routees.Length);

        foreach (var routee in routees) Watch(routee);
        router.Tell(new AdjustPoolSize(-3));
        Assert.Equal(routees[..2], await RouteesOf(router));
        var stopped = Enumerable.Range(0, 3).Select(_ => ExpectMsg<Terminated>().ActorRef).ToArray();
        Assert.Equal(routees[2..].ToHashSet(), stopped.ToHashSet());
    }

    [Fact]
    public async Task A_pool_that_was_made_empty_can_be_filled_again()
    {
        var router = Watch(Sys.ActorOf(Workers.WithRouter(new RandomPool(2))));
        foreach (var routee in await RouteesOf(router)) Watch(routee);
        router.Tell(new AdjustPoolSize(-7));
        ExpectMsg<Terminated>();
        ExpectMsg<Terminated>();
        Assert.Empty(await RouteesOf(router));
        router.Tell(new AdjustPoolSize(1));
        Assert.Single(await RouteesOf(router));
        router.Tell("hello");
        ExpectMsg("hello");
    }

    [Fact]
    public async Task A_pool_stops_when_its_last_routee_is_taken_out()
    {
        var router = Watch(Sys.ActorOf(Workers.WithRouter(new RandomPool(1))));
        router.Tell(new RemoveRoutee(new ActorRefRoutee((await RouteesOf(router))[0])));
        ExpectTerminated(router);
    }

    [Fact]
    public async Task A_pool_with_a_resizer_does_not_stop_without_routees()
    {
        var router = Watch(Sys.ActorOf(Workers.WithRouter(new RandomPool(2).WithResizer(new DefaultResizer(0, 2, messagesPerResize: 1000)))));
        router.Tell(new Broadcast(PoisonPill.Instance));
        await AwaitConditionAsync(async () => (await RouteesOf(router)).Length == 0);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task PoisonPill_stops_the_router_and_its_children()
    {
        var router = Watch(Sys.ActorOf(Workers.WithRouter(new BroadcastPool(2))));
        foreach (var child in await RouteesOf(router)) Watch(child);
        router.Tell(PoisonPill.Instance);
        ExpectMsg<Terminated>();
        ExpectMsg<Terminated>();
        ExpectTerminated(router);
    }

    [Fact]
    public void A_strategy_of_its_own_decides()
    {
        var told = CreateTestProbe();
        var strategy = new OneForOneStrategy(e =>
        {
            told.Ref.Tell(e);
            return Directive.Stop;
        });
        var router = Watch(Sys.ActorOf(Workers.WithRouter(new RoundRobinPool(1).WithSupervisorStrategy(strategy))));
        router.Tell(new InvalidOperationException("on purpose"));
        Assert.Equal("on purpose", told.ExpectMsg<Exception>().Message);
        ExpectTerminated(router);
    }
}
