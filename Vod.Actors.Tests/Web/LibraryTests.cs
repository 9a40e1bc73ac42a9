using Vod.Actors.Web;

namespace Vod.Actors.Tests.Web;

public class LibraryTests
{
    [Theory]
    [InlineData("Episode 2", "Episode 10", -1)]
    [InlineData("episode 2", "Episode 10", -1)]
    [InlineData("Episode 02", "Episode 2", -1)]
    [InlineData("a", "B", -1)]
    [InlineData("a", "a", 0)]
    [InlineData("a", "ab", -1)]
    [InlineData("", "a", -1)]
    [InlineData("a1b", "a1a", 1)]
    [InlineData("99999999999999999999998", "99999999999999999999999", -1)]
    public void Names_are_ordered_as_people_expect(string a, string b, int order)
    {
        Assert.Equal(order, Math.Sign(NaturalOrder.Compare(a, b)));
        Assert.Equal(-order, Math.Sign(NaturalOrder.Compare(b, a)));
    }

    [Fact]
    public void Files_are_in_their_folders_and_folders_in_theirs()
    {
        var library = WebItems.Library("b.mp4", "a.mp4", "series/s1/e10.mp4", "series/s1/e2.mp4");

        Assert.Equal(["a.mp4", "b.mp4"], library.Root.Files.Select(file => file.Path));
        Assert.Equal(["series"], library.Root.Folders.Select(folder => folder.Name));
        Assert.Equal(["series/s1/e2.mp4", "series/s1/e10.mp4"], library.Folder("series/s1")!.Files.Select(file => file.Path));
        Assert.Equal(4, library.Root.AllFiles.Count());
        Assert.Null(library.Folder("series/s2"));
        Assert.Equal("series/s1", library.FolderOf("series/s1/e2.mp4").Path);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_servers_own_space_is_not_listed() =>
        Assert.Empty(WebItems.Library("-/watch/a.mp4").Root.Folders);

    [Theory]
    [InlineData("", ListingSort.Name, "", 1)]
    [InlineData("q=the+long%20clock&sort=newest&page=3", ListingSort.Newest, "the long clock", 3)]
    [InlineData("q=%3Cscript%3E", ListingSort.Name, "<script>", 1)]
    [InlineData("q=a&q=b", ListingSort.Name, "b", 1)]
    [InlineData("other=1&&=", ListingSort.Name, "", 1)]
    internal void A_query_is_read(string query, ListingSort sort, string text, int page)
    {
        Assert.Equal(new ListingQuery(text, sort, page), ListingQuery.Parse(query, out var fault));
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=x")]
    [InlineData("page=99999999999")]
    [InlineData("sort=Name")]
    [InlineData("sort=0")]
    public void A_query_that_makes_no_sense_is_told(string query)
    {
        Assert.Null(ListingQuery.Parse(query, out var fault));
        Assert.Contains(query[..4], fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", new[] { "a.mp4", "b.mp4", "s.mp3", "t.txt" })]
    [InlineData("sort=newest", new[] { "b.mp4", "a.mp4", "s.mp3", "t.txt" })]
    [InlineData("sort=oldest", new[] { "a.mp4", "b.mp4", "s.mp3", "t.txt" })]
    [InlineData("sort=largest", new[] { "b.mp4", "a.mp4", "s.mp3", "t.txt" })]
    [InlineData("sort=smallest", new[] { "a.mp4", "b.mp4", "s.mp3", "t.txt" })]
    [InlineData("sort=longest", new[] { "b.mp4", "a.mp4", "s.mp3", "t.txt" })]
    [InlineData("sort=shortest", new[] { "a.mp4", "b.mp4", "s.mp3", "t.txt" })]
    [InlineData("q=B.MP", new[] { "b.mp4", "x/b.mp4" })]
    [InlineData("q=x+b", new[] { "x/b.mp4" })]
    [InlineData("q=nothing", new string[0])]
    public void A_folder_is_listed_kind_by_kind_in_the_order_asked_for(string query, string[] expected)
    {
        var (a, b) = (WebItems.Item("a.mp4", size: 10, day: 1), WebItems.Item("b.mp4", size: 20, day: 2));
        var library = Library.Of([b, a, WebItems.Item("t.txt", 5, 3), WebItems.Item("s.mp3", 9, 9), WebItems.Item("x/b.mp4")]);
        var infos = new MediaInfos();
        infos.Set(a, new MediaInfo(Duration: TimeSpan.FromSeconds(5)));
        infos.Set(b, new MediaInfo(Duration: TimeSpan.FromSeconds(50)));

        var listing = Listing.Of(library.Root, ListingQuery.Parse(query, out _)!, 10, infos);

        Assert.Equal(expected, listing.Items.Select(item => item.Path));
        Assert.Equal(query.StartsWith("q=", StringComparison.Ordinal) ? [] : ["x"], listing.Folders.Select(folder => folder.Name));
    }

    [Fact]
    public void Every_folder_and_file_is_on_exactly_one_page()
    {
        var library = WebItems.Library([.. Enumerable.Range(0, 7).Select(n => $"d{n}/x.mp4"), .. Enumerable.Range(0, 16).Select(n => $"f{n}.mp4")]);
        List<string> seen = [];
        for (var page = 1; page <= 5; page++)
        {
            var listing = Listing.Of(library.Root, ListingQuery.All with { Page = page }, 5, new MediaInfos());
            Assert.Equal((5, 23, page), (listing.Pages, listing.Total, listing.Query.Page));
            seen.AddRange([.. listing.Folders.Select(folder => folder.Path), .. listing.Items.Select(item => item.Path)]);
        }
        Assert.Equal(23, seen.Distinct().Count());
        Assert.Equal(23, seen.Count);
        Assert.Equal(5, Listing.Of(library.Root, ListingQuery.All with { Page = 99 }, 5, new MediaInfos()).Query.Page);
    }

    [Theory]
    [InlineData("the-long-clock.mp4", "The long clock")]
    [InlineData("Big.Buck.Bunny.2008.mkv", "Big Buck Bunny 2008")]
    [InlineData("Spider-Man.mkv", "Spider-Man")]
    [InlineData("A film - part 1.mp4", "A film - part 1")]
    [InlineData("._-.mp4", "-")]
    [InlineData(".mp4", "Mp4")]
    [InlineData("README", "README")]
    public void A_name_becomes_a_title(string name, string title) => Assert.Equal(title, Words.Title(name));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(9949, "9.9 kB")]
    [InlineData(9950, "10 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(15_681_926, "16 MB")]
    [InlineData(4_700_000_000, "4.7 GB")]
    public void Sizes_are_short(long bytes, string text) => Assert.Equal(text, Words.Size(bytes));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.4, "0:59")]
    [InlineData(59.5, "1:00")]
    [InlineData(3599.6, "1:00:00")]
    [InlineData(36_000, "10:00:00")]
    public void Durations_are_clock_times(double seconds, string text) => Assert.Equal(text, Words.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(3840, 1600, "4K")]
    [InlineData(1920, 800, "1080p")]
    [InlineData(1080, 1920, "1080p")]
    [InlineData(1280, 720, "720p")]
    [InlineData(640, 360, "360p")]
    public void Resolutions_go_by_their_names(int width, int height, string text) => Assert.Equal(text, Words.Resolution(width, height));
}
