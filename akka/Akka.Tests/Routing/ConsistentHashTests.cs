using Akka.Routing;

namespace Akka.Tests.Routing;

public class ConsistentHashTests
{
    private static readonly string[] Nodes = ["a", "b", "c", "d"];
    private static readonly string[] Keys = [.. Enumerable.Range(0, 1000).Select(i => $"key {i}")];

    private static string[] OwnersIn(ConsistentHash<string> hash) => [.. Keys.Select(hash.NodeFor)];

    [Fact]
    public void A_key_belongs_to_the_same_node_whatever_order_the_nodes_come_in()
    {
        var owners = OwnersIn(ConsistentHash.Create(Nodes, 10));
        Assert.Equal(owners, OwnersIn(ConsistentHash.Create(Nodes.Reverse(), 10)));
        Assert.Equal(owners, OwnersIn(ConsistentHash.Create(Nodes.Concat(Nodes), 10)));
        Assert.Equal(owners[7], ConsistentHash.Create(Nodes, 10).NodeFor("key 7"u8.ToArray()));
    }

    [Fact]
    public void Keys_are_spread_over_all_nodes()
        => Assert.All(OwnersIn(ConsistentHash.Create(Nodes, 100)).GroupBy(node => node), share => Assert.InRange(share.Count(), 100, 500));

    [Fact]
    public void When_a_node_comes_or_goes_only_its_keys_move()
    {
        var four = ConsistentHash.Create(Nodes, 100);
        var five = four + "e";
        var before = OwnersIn(four);
        var after = OwnersIn(five);
        Assert.All(Keys.Index(), key => Assert.True(after[key.Index] == before[key.Index] || after[key.Index] == "e"));
        Assert.Contains("e", after);

        Assert.Equal(before, OwnersIn(five - "e"));
        Assert.Equal(before, OwnersIn(five.Remove("e")));
        Assert.Equal(after, OwnersIn(four.Add("e")));
        Assert.Equal(after, OwnersIn(five.Add("e")));
        Assert.Equal(before, OwnersIn(four));
    }

    [Fact]
    public void Without_nodes_there_is_none_for_a_key()
    {
        var none = ConsistentHash.Create(Array.Empty<string>(), 10);
        Assert.True(none.IsEmpty);
        Assert.Throws<InvalidOperationException>(() => none.NodeFor("key"));
        Assert.Throws<InvalidOperationException>(() => none.NodeFor("key"u8.ToArray()));
        Assert.Equal("a", none.Add("a").NodeFor("key"));
        Assert.True((none + "a" - "a").IsEmpty);
    }

    [Fact]
    public void A_node_has_at_least_one_place()
        => Assert.Contains("virtualNodesFactor must be >= 1", Assert.Throws<ArgumentException>(() => ConsistentHash.Create(Nodes, 0)).Message);

    [Fact]
    public void Places_can_be_given()
    {
        var hash = new ConsistentHash<string>(new SortedDictionary<int, string> { [0] = "only" }, 3);
        Assert.False(hash.IsEmpty);
        Assert.All(OwnersIn(hash), owner => Assert.Equal("only", owner));
    }

    [Fact]
    public void A_place_that_is_taken_is_left_to_its_node()
    {
        var taken = new SortedDictionary<int, string>();
        ConsistentHash.Place(taken, "a", 1);
        var place = taken.Keys.Single();
        var places = new SortedDictionary<int, string> { [place] = "b" };
        ConsistentHash.Place(places, "a", 1);
        Assert.Equal((2, "b"), (places.Count, places[place]));
        Assert.Equal("a", places[unchecked(place + 1)]);
    }
}
