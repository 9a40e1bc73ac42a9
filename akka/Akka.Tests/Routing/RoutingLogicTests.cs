using Akka.Actor;
using Akka.Routing;

namespace Akka.Tests.Routing;

public class RoutingLogicTests
{
    private sealed class Collecting : Routee
    {
        public List<object> Messages { get; } = [];

        public override void Send(object message, IActorRef? sender) => Messages.Add(message);
    }

    private readonly Collecting[] _routees = [new(), new(), new()];

    public static TheoryData<RoutingLogic> Logics =>
        [new RoundRobinRoutingLogic(), new RandomLogic(), new BroadcastRoutingLogic(), new SmallestMailboxRoutingLogic()];

    [Theory]
    [MemberData(nameof(Logics))]
    public void Without_routees_no_routee_is_chosen(RoutingLogic logic)
        => Assert.Same(Routee.NoRoutee, logic.Select("x", []));

    [Fact]
    public void Round_robin_takes_turns_from_the_first()
    {
        var logic = new RoundRobinRoutingLogic();
        var chosen = Enumerable.Range(0, 7).Select(_ => Array.IndexOf(_routees, (Collecting)logic.Select("x", _routees)));
        Assert.Equal([0, 1, 2, 0, 1, 2, 0], chosen);
    }

    [Fact]
    public void Round_robin_takes_turns_when_its_counter_overflows()
    {
        var logic = new RoundRobinRoutingLogic(int.MaxValue - 1);
        var counts = Enumerable.Range(0, 30).GroupBy(_ => logic.Select("x", _routees)).Select(group => group.Count());
        Assert.All(counts, count => Assert.InRange(count, 9, 11));
    }

    [Fact]
    public void Random_chooses_every_routee_sooner_or_later()
    {
        var logic = new RandomLogic();
        Assert.Equal(3, Enumerable.Range(0, 1000).Select(_ => logic.Select("x", _routees)).Distinct().Count());
    }

    [Fact]
    public void A_router_sends_one_message_to_one_routee_and_a_broadcast_to_all()
    {
        var router = new Router(new RoundRobinRoutingLogic(), _routees);
        router.Route("one", ActorRefs.NoSender);
        router.Route(new Broadcast("all"), ActorRefs.NoSender);
        router.Route(new RouterEnvelope("wrapped"), ActorRefs.NoSender);
        Assert.Equal(["one", "all"], _routees[0].Messages);
        Assert.Equal(["all", "wrapped"], _routees[1].Messages);
        Assert.Equal(["all"], _routees[2].Messages);
    }

    [Fact]
    public void Routees_come_and_go_without_changing_the_router_that_was()
    {
        var router = new Router(new BroadcastRoutingLogic());
        var more = router.AddRoutee(_routees[0]).AddRoutee(_routees[1]);
        Assert.Empty(router.Routees);
        Assert.Equal(_routees[..2], more.Routees);
        Assert.Equal(_routees[1..2], more.RemoveRoutee(_routees[0]).Routees);
    }

    [Fact]
    public void Actors_and_selections_are_routees_too()
    {
        IActorRef actor = Nobody.Instance;
        var selection = new ActorSelection(actor, "/a");
        var router = new Router(new BroadcastRoutingLogic()).AddRoutee(actor).AddRoutee(selection);
        Assert.Equal([new ActorRefRoutee(actor), new ActorSelectionRoutee(selection)], router.Routees);
        Assert.Equal([new ActorSelectionRoutee(selection)], router.RemoveRoutee(actor).Routees);
        Assert.Equal([new ActorRefRoutee(actor)], router.RemoveRoutee(new ActorSelection(actor, "/a")).Routees);
    }
}
