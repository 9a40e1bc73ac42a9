using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Streaming;

public class BodyCacheTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static MediaItem Item(string path, int size, string tag = "1") =>
        new(path, "/content/" + path, size, DateTimeOffset.UnixEpoch, "text/vtt", new EntityTag(tag, IsWeak: false));

    [Fact]
    public void What_was_kept_is_found_by_an_equal_item_as_long_as_it_is_good()
    {
        var cache = new BodyCache(1000, 100, Second);
        cache.Keep(Item("a.vtt", 3), new byte[] { 1, 2, 3 }, TimeSpan.Zero);
        Assert.Equal([1, 2, 3], cache.Find(Item("a.vtt", 3), Second)!.Value.ToArray());
        Assert.Null(cache.Find(Item("a.vtt", 3), Second + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Another_version_of_a_file_is_another_entry()
    {
        var cache = new BodyCache(1000, 100, Second);
        cache.Keep(Item("a.vtt", 3), new byte[3], TimeSpan.Zero);
        Assert.Null(cache.Find(Item("a.vtt", 3, tag: "2"), TimeSpan.Zero));
    }

    [Fact]
    public void Keeping_it_again_makes_it_good_again_and_counts_it_once()
    {
        var cache = new BodyCache(1000, 100, Second);
        cache.Keep(Item("a.vtt", 60), new byte[60], TimeSpan.Zero);
        cache.Keep(Item("a.vtt", 60), new byte[60], 5 * Second);
        Assert.NotNull(cache.Find(Item("a.vtt", 60), 6 * Second));
        Assert.Equal(60, cache.Bytes);
    }

    [Fact]
    public void Looking_at_the_file_again_makes_it_good_again()
    {
        var cache = new BodyCache(1000, 100, Second);
        Assert.False(cache.Renew(Item("a.vtt", 3), TimeSpan.Zero));
        cache.Keep(Item("a.vtt", 3), new byte[3], TimeSpan.Zero);
        Assert.True(cache.Renew(Item("a.vtt", 3), 5 * Second));
        Assert.NotNull(cache.Find(Item("a.vtt", 3), 6 * Second));
    }

    [Fact]
    public void A_file_over_the_limit_is_not_kept()
    {
        var cache = new BodyCache(1000, 100, Second);
        Assert.True(cache.Takes(100));
        Assert.False(cache.Takes(101));
        cache.Keep(Item("a.vtt", 101), new byte[101], TimeSpan.Zero);
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void Beyond_the_bound_what_was_not_used_for_longest_goes_first()
    {
        var cache = new BodyCache(400, 100, 100 * Second);
        for (var i = 0; i < 4; i++) cache.Keep(Item($"{i}.vtt", 100), new byte[100], i * Second);
        Assert.NotNull(cache.Find(Item("0.vtt", 100), 10 * Second)); // used again, so the oldest is 1
        cache.Keep(Item("4.vtt", 100), new byte[100], 11 * Second);
        Assert.Equal(300, cache.Bytes);
        Assert.Equal(
            [true, false, false, true, true],
            Enumerable.Range(0, 5).Select(i => cache.Find(Item($"{i}.vtt", 100), 12 * Second) is not null));
    }

    [Fact]
    public void Many_threads_never_leave_more_than_the_bound()
    {
        var cache = new BodyCache(10_000, 1000, 100 * Second);
        Parallel.For(0, 10_000, i => cache.Keep(Item($"{i % 500}.vtt", 100 + (i % 7)), new byte[100 + (i % 7)], i * Second));
        Assert.InRange(cache.Bytes, 1, 10_000);
    }
}
