using System.Text.Json;
using Vod.Actors.Web;

namespace Vod.Actors.Tests.Web;

public class ApiTests
{
    private static readonly Library Films = WebItems.Library("a.mp4", "a.en.srt", "b <x>.webm", "series/e1.mp4", "t.txt");

    [Fact]
    public void The_catalog_lists_a_folder()
    {
        var answer = Get("/-/api/catalog?sort=name");

        Assert.Equal("", answer.GetProperty("path").GetString());
        Assert.Equal((1, 1, 5), (answer.GetProperty("page").GetInt32(), answer.GetProperty("pages").GetInt32(), answer.GetProperty("total").GetInt32()));
        Assert.Equal("/series/", answer.GetProperty("folders")[0].GetProperty("page").GetString());
        var items = answer.GetProperty("items");
        Assert.Equal(["a.mp4", "b <x>.webm", "a.en.srt", "t.txt"], items.EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal("/-/watch/b%20%3Cx%3E.webm", items[1].GetProperty("watch").GetString());
        Assert.Equal("other", items[3].GetProperty("kind").GetString());
        Assert.False(items[3].TryGetProperty("watch", out _));
    }

    [Fact]
    public void A_search_goes_beneath_the_folder() =>
        Assert.Equal(["series/e1.mp4"], Get("/-/api/catalog?path=series&q=E1").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("path").GetString()));

    [Fact]
    public void A_film_is_told_with_what_is_known_of_it_and_lies_beside_it()
    {
        var infos = new MediaInfos();
        infos.Set(Films.File("a.mp4")!, new MediaInfo("MP4", TimeSpan.FromSeconds(90.5), 1920, 1080, "H.264", "AAC", true));

        var film = Get("/-/api/media/a.mp4", infos);

        Assert.Equal((90.5, 1920, 1080), (film.GetProperty("duration").GetDouble(), film.GetProperty("width").GetInt32(), film.GetProperty("height").GetInt32()));
        Assert.Equal(("H.264", "AAC", true), (film.GetProperty("video").GetString(), film.GetProperty("audio").GetString(), film.GetProperty("indexAtFront").GetBoolean()));
        Assert.Equal("2026-05-01T10:20:30Z", film.GetProperty("modified").GetString());
        var subtitles = Assert.Single(film.GetProperty("subtitles").EnumerateArray());
        Assert.Equal(("en", "English", "/-/subtitles/a.en.srt"),
            (subtitles.GetProperty("language").GetString(), subtitles.GetProperty("label").GetString(), subtitles.GetProperty("address").GetString()));
        Assert.Equal("/-/api/media/b%20%3Cx%3E.webm", film.GetProperty("next").GetString());
        Assert.False(film.TryGetProperty("previous", out _));
        Assert.False(film.TryGetProperty("damaged", out _));
    }

    [Theory]
    [InlineData("/-/api/media/none", 404, "There is no such file.")]
    [InlineData("/-/api/catalog?path=none", 404, "There is no such folder.")]
    [InlineData("/-/api/catalog?page=none", 400, "page must be a whole number from 1")]
    public void Problems_have_details(string target, int status, string detail)
    {
        var problem = Get(target);
        Assert.Equal((status, detail, "about:blank"), (problem.GetProperty("status").GetInt32(), problem.GetProperty("detail").GetString(), problem.GetProperty("type").GetString()));
    }

    private static JsonElement Get(string target, MediaInfos? infos = null) => JsonDocument.Parse(WebItems.Get(Films, target, infos: infos).Text()).RootElement;
}
