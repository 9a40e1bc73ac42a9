using System.Text;
using Vod.Actors.Web;

namespace Vod.Actors.Tests.Web;

public class SubtitleTests
{
    [Theory]
    [InlineData("1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\nTwo\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nThree",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nOne\nTwo\n\n00:00:03.000 --> 00:00:04.000\nThree\n")]
    [InlineData("1\n0:0:1,5 --> 1:00:00\nx\n", "WEBVTT\n\n00:00:01.500 --> 01:00:00.000\nx\n")]
    [InlineData("01:02.003 --> 01:03.004 X1:0 Y1:0\nx", "WEBVTT\n\n00:01:02.003 --> 00:01:03.004\nx\n")]
    [InlineData("00:00:01,000 --> nonsense\nlost\n\n00:00:01,000 --> 00:00:02,000\nkept", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nkept\n")]
    [InlineData("00:00:01,000 --> 00:00:02,000\n<i>a</i> <B>b</B> <font color=\"red\">c</font> {\\an8}d <script>e & f",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<i>a</i> <b>b</b> c d &lt;script&gt;e &amp; f\n")]
    [InlineData("", "WEBVTT\n")]
    [InlineData("no subtitles at all", "WEBVTT\n")]
    public void SubRip_becomes_WebVTT(string srt, string vtt) => Assert.Equal(vtt, Srt.ToVtt(Encoding.UTF8.GetBytes(srt)));

    [Fact]
    public void Other_encodings_are_read()
    {
        Assert.Equal("é", Srt.Decode([0xEF, 0xBB, 0xBF, 0xC3, 0xA9]));
        Assert.Equal("é", Srt.Decode([0xE9]));
        Assert.Equal("é", Srt.Decode([0xFF, 0xFE, 0xE9, 0]));
        Assert.Equal("é", Srt.Decode([0xFE, 0xFF, 0, 0xE9]));
        Assert.Equal("", Srt.Decode([]));
    }

    [Theory]
    [InlineData("film.srt", "", "Subtitles")]
    [InlineData("film.en.srt", "en", "English")]
    [InlineData("film.ger.vtt", "de", "Deutsch")]
    [InlineData("film.pt-BR.srt", "pt-BR", "Português (BR)")]
    [InlineData("film.en.forced.srt", "en", "English (forced)")]
    [InlineData("film.director.vtt", "", "director")]
    public void A_name_tells_the_language(string name, string language, string label)
    {
        var library = WebItems.Library("film.mp4", name);
        var subtitle = Assert.Single(Sidecars.Of(library.File("film.mp4")!, library.Root.Files).Subtitles);
        Assert.Equal((language, label), (subtitle.Language, subtitle.Label));
    }

    [Theory]
    [InlineData("film 2.srt")]
    [InlineData("film2.vtt")]
    [InlineData("other.srt")]
    [InlineData("film.txt")]
    [InlineData("film.chapters.vtt")]
    [InlineData("film.chapters.srt")]
    public void What_belongs_to_another_film_or_is_none_is_left_out(string name)
    {
        var library = WebItems.Library("film.mp4", name);
        Assert.Empty(Sidecars.Of(library.File("film.mp4")!, library.Root.Files).Subtitles);
    }

    [Fact]
    public void Of_two_that_say_the_same_WebVTT_is_taken()
    {
        var library = WebItems.Library("film.mp4", "film.en.srt", "film.en.vtt", "film.chapters.vtt");
        var sidecars = Sidecars.Of(library.File("film.mp4")!, library.Root.Files);
        Assert.Equal("/film.en.vtt", Assert.Single(sidecars.Subtitles).Address);
        Assert.Equal("film.chapters.vtt", sidecars.Chapters!.Path);
    }
}
