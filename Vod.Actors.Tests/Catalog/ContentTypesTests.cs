using System.Collections.Immutable;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

public class ContentTypesTests
{
    [Theory]
    [InlineData("a.mp4", "video/mp4")]
    [InlineData("A.MP4", "video/mp4")]
    [InlineData("d/a.tar.webm", "video/webm")]
    [InlineData("a.mkv", "video/x-matroska")]
    [InlineData("a.vtt", "text/vtt")]
    [InlineData("a.srt", "application/x-subrip")]
    [InlineData("a.m3u8", "application/vnd.apple.mpegurl")]
    [InlineData("a.mpd", "application/dash+xml")]
    [InlineData("a.ts", "video/mp2t")]
    [InlineData("a.mp3", "audio/mpeg")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.html", "text/html")]
    [InlineData("a.pdf", "application/pdf")]
    [InlineData("a.unheard-of", "application/octet-stream")]
    [InlineData("README", "application/octet-stream")]
    [InlineData("d.mp4/README", "application/octet-stream")]
    [InlineData("a.", "application/octet-stream")]
    public void A_file_is_what_its_extension_says(string name, string type) =>
        Assert.Equal(type, new ContentTypes(ImmutableSortedDictionary<string, string>.Empty).Of(name));

    [Fact]
    public void The_operator_has_the_last_word()
    {
        var types = new ContentTypes(ImmutableSortedDictionary<string, string>.Empty.Add("mp4", "application/mp4").Add("nfo", "text/plain"));
        Assert.Equal("application/mp4", types.Of("a.Mp4"));
        Assert.Equal("text/plain", types.Of("a.nfo"));
    }
}
