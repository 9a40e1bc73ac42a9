using Akka.Util;
using Akka.Util.Internal;

namespace Akka.Tests.Util;

public class ExtensionsTests
{
    private static readonly int[] Three = [1, 2, 3];

    [Fact]
    public void A_cast_is_written_last()
    {
        Assert.Equal("a", ((object)"a").AsInstanceOf<string>());
        Assert.Throws<InvalidCastException>(() => ((object)"a").AsInstanceOf<int[]>());
    }

    [Fact]
    public void Sequences_are_cut_and_put_together()
    {
        Assert.Equal(1, Three.Head());
        Assert.Throws<InvalidOperationException>(() => Array.Empty<int>().Head());
        Assert.Equal([2, 3], Three.Drop(1));
        Assert.Empty(Three.Drop(9));
        Assert.Equal([2, 3], Three.TakeRight(2));
        Assert.Equal([1, 2, 3], Three.TakeRight(9));
        Assert.Equal([1, 2, 3, 4], Extensions.Concat(Three, 4));
        Assert.Equal("1-2-3", Three.Select(i => $"{i}").Join("-"));
        var seen = new List<int>();
        Three.ForEach(seen.Add);
        Assert.Equal(Three, seen);
    }

    [Fact]
    public void Dictionaries_have_defaults()
    {
        var map = new Dictionary<string, int> { ["a"] = 1 };
        Assert.Equal(1, map.GetOrElse("a", 9));
        Assert.Equal(9, map.GetOrElse("b", 9));
        map.AddOrSet("a", 2);
        map.AddOrSet("b", 3);
        Assert.Equal((2, 3), (map["a"], map["b"]));
    }

    [Fact]
    public void Of_two_durations_one_is_longer()
    {
        var (one, two) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal(two, one.Max(two));
        Assert.Equal(one, two.Min(one));
    }

    [Fact]
    public void Random_numbers_are_for_every_thread() =>
        Parallel.For(0, 100, _ => Assert.InRange(ThreadLocalRandom.Current.Next(10), 0, 9));
}
