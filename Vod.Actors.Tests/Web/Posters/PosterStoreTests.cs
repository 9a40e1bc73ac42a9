using Vod.Actors.Tests.Catalog;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web.Posters;

public sealed class PosterStoreTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    private string Place => Path.Combine(_folder.FullPath, "made", "when needed");

    [Fact]
    public void What_was_kept_is_there_after_a_restart()
    {
        var store = Open(100);
        Assert.True(store.WritePicture("aa", [1, 2, 3]));
        store.WriteNothing("bb");
        store.WriteProbe("bb", [4]);

        var again = new PosterStore(Place, 100);
        var (pictures, nothings) = again.Open();

        Assert.Equal(["aa"], pictures);
        Assert.Equal(["bb"], nothings);
        Assert.Equal(4, again.Size);
        Assert.Equal([1, 2, 3], again.ReadPicture("aa"));
        Assert.Equal([4], again.ReadProbe("bb"));
        Assert.Null(again.ReadPicture("bb"));
    }

    [Fact]
    public void No_more_is_kept_than_there_is_room_for()
    {
        var store = Open(5);
        Assert.True(store.WritePicture("aa", [1, 2, 3]));
        Assert.False(store.WritePicture("bb", [1, 2, 3]));
        Assert.True(store.WritePicture("cc", [1, 2]));
        Assert.Equal(1, store.Prune(new HashSet<string> { "cc" }));
        Assert.Equal(2, store.Size);
        Assert.True(store.WritePicture("bb", [1, 2, 3]));
        Assert.Null(store.ReadPicture("aa"));
    }

    [Fact]
    public void What_a_killed_server_left_unfinished_is_removed_and_what_is_not_ours_stays()
    {
        Open(5);
        File.WriteAllText(Path.Combine(Place, "x.tmp"), "");
        File.WriteAllText(Path.Combine(Place, "notes.txt"), "");
        var store = Open(5);
        store.Prune(new HashSet<string>());
        Assert.Equal([Path.Combine(Place, "notes.txt")], Directory.GetFiles(Place));
    }

    [Fact]
    public void A_cache_that_somebody_has_cleared_is_filled_again()
    {
        var store = Open(5);
        Assert.True(store.WritePicture("aa", [1, 2, 3]));
        Directory.Delete(Place, recursive: true);
        Assert.Null(store.ReadPicture("aa"));
        Assert.Equal(0, store.Size);
        Assert.True(store.WritePicture("aa", [1, 2, 3]));
        Assert.NotNull(store.ReadPicture("aa"));
    }

    [Fact]
    public void Every_version_of_a_film_and_every_content_directory_has_a_key_of_its_own()
    {
        string[] keys = [PosterKey.Of(WebItems.Item("a.mp4")), PosterKey.Of(WebItems.Item("b.mp4")), PosterKey.Of(WebItems.Item("a.mp4", size: 5)), PosterKey.Of(WebItems.Item("a.mp4", day: 2))];
        Assert.Equal(4, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{32}$", key));
        Assert.NotEqual(PosterKey.OfDirectory("/a", 320), PosterKey.OfDirectory("/b", 320));
        Assert.NotEqual(PosterKey.OfDirectory("/a", 320), PosterKey.OfDirectory("/a", 640));
    }

    public void Dispose() => _folder.Dispose();

    private PosterStore Open(long maxSize)
    {
        var store = new PosterStore(Place, maxSize);
        store.Open();
        return store;
    }
}
