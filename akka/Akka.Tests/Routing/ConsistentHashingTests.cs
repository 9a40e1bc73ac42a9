using Akka.Actor;
using Akka.Event;
using Akka.Routing;

namespace Akka.Tests.Routing;

public class ConsistentHashingTests : TestKit.Xunit2.TestKit
{
    private sealed record Keyed(object ConsistentHashKey) : IConsistentHashable;

    private sealed class Worker : ReceiveActor
    {
        public Worker() => ReceiveAny(_ => Sender.Tell(Self));
    }

    private static readonly ActorRefRoutee[] None = [];

    private ActorRefRoutee[] Routees(int count) => [.. Enumerable.Range(0, count).Select(_ => new ActorRefRoutee(Sys.ActorOf(Props.Create<Worker>())))];

    /// <summary>A key that knows nothing of equality.</summary>
    private sealed class Named(string name)
    {
        public string Name => name;
    }

    /// <summary>A key that cannot be written down.</summary>
    private sealed class Circle
    {
        public Circle Self => this;
    }

    [Fact]
    public void Keys_of_equal_content_have_the_same_routee_though_they_are_not_equal()
    {
        var logic = new ConsistentHashingRoutingLogic(Sys, 100, null);
        var routees = Routees(5);
        for (var i = 0; i < 20; i++)
            Assert.Same(logic.Select(new Keyed(new Named($"n{i}")), routees), logic.Select(new Keyed(new Named($"n{i}")), routees));
        Assert.True(Enumerable.Range(0, 100).Select(i => logic.Select(new Keyed(new Named($"n{i}")), routees)).Distinct().Count() > 1);
    }

    [Fact]
    public void A_key_that_cannot_be_written_down_has_no_routee()
        => EventFilter.Warning(start: "Couldn't route message with consistent hash key").ExpectOne(
            () => Assert.Same(Routee.NoRoutee, new ConsistentHashingRoutingLogic(Sys).Select(new Keyed(new Circle()), Routees(2))));

    public static TheoryData<object> Keys => ["text", 42, 'c', true, 2.5, DayOfWeek.Friday, new byte[] { 1, 2 }, Guid.Empty, ("a", 1), new Keyed("record")];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Equal_keys_have_the_same_routee(object key)
    {
        var logic = new ConsistentHashingRoutingLogic(Sys);
        var routees = Routees(5);
        var again = key is byte[] bytes ? bytes.ToArray() : key;
        Assert.Same(logic.Select(new Keyed(key), routees), logic.Select(new ConsistentHashableEnvelope("x", again), routees));
    }

    [Fact]
    public void Keys_are_spread_over_all_and_few_move_when_a_routee_comes()
    {
        var logic = new ConsistentHashingRoutingLogic(Sys, 100, null);
        var four = Routees(4);
        var five = (Routee[])[.. four, .. Routees(1)];
        var keys = Enumerable.Range(0, 1000).Select(i => new Keyed($"key {i}")).ToArray();
        var before = keys.Select(key => logic.Select(key, four)).ToArray();
        Assert.All(before.GroupBy(routee => routee), share => Assert.InRange(share.Count(), 100, 500));

        var after = keys.Select(key => logic.Select(key, five)).ToArray();
        var moved = Enumerable.Range(0, keys.Length).Where(i => !ReferenceEquals(before[i], after[i])).ToArray();
        Assert.InRange(moved.Length, 50, 450);
        Assert.All(moved, i => Assert.Same(five[4], after[i]));
    }

    [Fact]
    public void A_mapping_gives_keys_to_messages_that_have_none()
    {
        var logic = new ConsistentHashingRoutingLogic(Sys).WithHashMapping(message => message as string);
        var routees = Routees(3);
        Assert.Same(logic.Select("a", routees), logic.Select(new Keyed("a"), routees));
    }

    [Fact]
    public void A_message_without_a_key_has_no_routee_and_is_named_in_a_warning()
    {
        var logic = new ConsistentHashingRoutingLogic(Sys);
        EventFilter.Warning(contains: "String").ExpectOne(() => Assert.Same(Routee.NoRoutee, logic.Select("x", Routees(2))));
        Assert.Same(Routee.NoRoutee, logic.Select(new Keyed("x"), None));
    }

    [Fact]
    public void A_pool_keeps_to_the_routee_of_a_key()
    {
        var router = Sys.ActorOf(Props.Create<Worker>().WithRouter(new ConsistentHashingPool(5).WithHashMapping(message => message as string)));
        router.Tell("a");
        var first = ExpectMsg<IActorRef>();
        for (var i = 0; i < 5; i++)
        {
            router.Tell(new ConsistentHashableEnvelope("what is inside", "a"));
            ExpectMsg(first);
        }
    }

    [Fact]
    public async Task Keys_of_a_routee_that_ended_go_to_those_that_are_left()
    {
        var router = Sys.ActorOf(Props.Create<Worker>().WithRouter(new ConsistentHashingPool(2)));
        router.Tell(new Keyed("a"));
        var first = Watch(ExpectMsg<IActorRef>());
        Sys.Stop(first);
        ExpectTerminated(first);
        await AwaitConditionAsync(async () => await RouterProbing.CountRoutees(router) == 1);
        router.Tell(new Keyed("a"));
        Assert.NotEqual(first, ExpectMsg<IActorRef>());
    }

    [Fact]
    public async Task A_broadcast_needs_no_key_and_comes_once()
    {
        var probes = Enumerable.Range(0, 3).Select(_ => CreateTestProbe()).ToArray();
        var router = Sys.ActorOf(new ConsistentHashingGroup(probes.Select(probe => probe.Ref.Path.ToStringWithoutAddress())).Props());
        EventFilter.Warning(contains: "must be handled by hashMapping").Expect(0, () =>
        {
            router.Tell(new Broadcast("no key"));
            router.Tell(new Broadcast(new Keyed("k")));
            foreach (var probe in probes)
            {
                probe.ExpectMsg("no key");
                probe.ExpectMsg<Keyed>();
            }
        });
        foreach (var probe in probes) probe.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        Assert.Equal(3, await RouterProbing.CountRoutees(router));
    }
}
