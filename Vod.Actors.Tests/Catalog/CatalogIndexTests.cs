using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Catalog;

public class CatalogIndexTests
{
    private static readonly Gaps NoGaps = new([], []);
    private readonly CatalogIndex _index = new();

    [Theory]
    // before, what a scan of all finds, changes: added replaced removed; a file is written path:size
    [InlineData("", "a:1 b:2", 2, 0, 0)]
    [InlineData("a:1 b:2", "a:1 b:2", 0, 0, 0)]
    [InlineData("a:1 b:2", "a:1 b:3", 0, 1, 0)]
    [InlineData("a:1 b:2", "a:1", 0, 0, 1)]
    [InlineData("a:1 d/b:2 d/c:3", "d:1", 1, 0, 3)]
    [InlineData("a:1", "A:1", 1, 0, 1)]
    [InlineData("a:1 b:2", "", 0, 0, 2)]
    public void A_scan_of_all_leaves_just_what_it_found(string before, string found, int added, int replaced, int removed)
    {
        Scan(before);

        var change = Scan(found);

        Assert.Equal(new IndexChange(added, replaced, removed), change);
        AssertHolds(found);
    }

    [Theory]
    // before, the place, what is there now: one file, a directory (trailing /) or nothing; what is left
    [InlineData("a:1 d/b:2", "a", "a:5", "a:5 d/b:2")]
    [InlineData("a:1 d/b:2", "c", "c:5", "a:1 c:5 d/b:2")]
    [InlineData("a:1 d/b:2", "a", "", "d/b:2")]
    [InlineData("a:1 d/b:2 d/e/c:3 de:1", "d", "", "a:1 de:1")]
    [InlineData("a:1 d/b:2 d/e/c:3", "d/e", "", "a:1 d/b:2")]
    [InlineData("a:1 d/b:2", "d", "d:7", "a:1 d:7")]
    [InlineData("a:1", "b", "", "a:1")]
    [InlineData("d/a:1 d/b:2 e:1", "d", "d/b:2 d/c/x:3", "d/b:2 d/c/x:3 e:1")]
    [InlineData("d:1 e:1", "d", "d/b:2", "d/b:2 e:1")]
    [InlineData("d/a:1", "d", "/", "")]
    public void A_look_at_a_place_changes_what_is_there_and_beneath(string before, string place, string now, string left)
    {
        Scan(before);
        var items = Items(now.Trim('/'));

        if (now.Length == 0) _index.Remove(place);
        else if (items is [var item] && item.Path == place) _index.Set(item, null);
        else _index.SetTree(place, null, new Tree(items, [], NoGaps));

        AssertHolds(left);
    }

    [Fact]
    public void What_a_look_found_while_a_scan_runs_stands_against_the_older_scan()
    {
        Scan("kept:1 gone:1 replaced:1 dir/a:1");

        _index.BeginScan();
        _index.Set(Item("new:1"), null);
        _index.Set(Item("replaced:9"), null);
        _index.Remove("gone");
        _index.Remove("dir");
        _index.AddScanned(Items("kept:1 gone:1 replaced:1 dir/a:1 dir/unseen:1"), []);
        _index.EndScan(NoGaps);

        AssertHolds("kept:1 new:1 replaced:9");
    }

    [Fact]
    public void The_next_scan_decides_again_over_what_was_looked_at_during_the_last()
    {
        _index.BeginScan();
        _index.Set(Item("a:1"), null);
        _index.EndScan(NoGaps);

        Scan("b:1");

        AssertHolds("b:1");
    }

    [Fact]
    public void What_a_scan_could_not_look_into_stays()
    {
        Scan("a:1 d/b:2 d/e/c:3 f:1");

        _index.BeginScan();
        _index.AddScanned(Items("a:1"), []);
        var change = _index.EndScan(new Gaps([], ["d"]));

        Assert.Equal(new IndexChange(0, 0, 1), change);
        AssertHolds("a:1 d/b:2 d/e/c:3");
    }

    [Fact]
    public void What_may_not_be_read_any_more_is_gone()
    {
        Scan("a:1 d/b:2");

        _index.BeginScan();
        _index.AddScanned(Items("a:1"), []);
        _index.EndScan(new Gaps(["d"], []));

        AssertHolds("a:1");
    }

    [Fact]
    public void An_unchanged_file_keeps_its_item()
    {
        Scan("a:1");
        _index.TryGet("a", out var before);

        Scan("a:1");

        _index.TryGet("a", out var after);
        Assert.Same(before, after);
    }

    [Fact]
    public void Links_are_forgotten_with_the_scan_that_does_not_see_them()
    {
        _index.BeginScan();
        _index.AddScanned([], [new Link("l", "d"), new Link("m", "d")]);
        _index.EndScan(NoGaps);
        _index.BeginScan();
        _index.AddScanned([], [new Link("l", "d")]);
        _index.EndScan(NoGaps);

        Assert.Equal(["l/x"], _index.Links.Aliases("d/x"));
    }

    [Fact]
    public void Clearing_leaves_nothing()
    {
        Scan("a:1 d/b:2");
        Assert.Equal(new IndexChange(0, 0, 2), _index.Clear());
        AssertHolds("");
    }

    private IndexChange Scan(string files)
    {
        _index.BeginScan();
        return _index.AddScanned(Items(files), []) + _index.EndScan(NoGaps);
    }

    private void AssertHolds(string files)
    {
        var items = Items(files);
        Assert.Equal(items.Length, _index.Files);
        Assert.Equal(items.Sum(item => item.Size), _index.Bytes);
        foreach (var item in items)
        {
            Assert.True(_index.TryGet(item.Path, out var known), $"{item.Path} is missing");
            Assert.Equal(item.Size, known.Size);
        }
    }

    private static MediaItem[] Items(string files) => [.. files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Item)];

    private static MediaItem Item(string file)
    {
        var (path, size) = (file.Split(':')[0], long.Parse(file.Split(':')[1]));
        return new MediaItem(path, "/srv/" + path, size, DateTimeOffset.UnixEpoch, "video/mp4", EntityTag.ForFile(size, 0));
    }
}
