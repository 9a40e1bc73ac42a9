using System.Text;
using Vod.Actors.Web;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web.Posters;

public class ProbeJsonTests
{
    [Fact]
    public void A_film_is_read()
    {
        var result = Read("""
            {"streams":[{"codec_name":"mpeg4","codec_type":"video","width":640,"height":480,"disposition":{"attached_pic":0}},{"codec_name":"mp3","codec_type":"audio"}],
            "format":{"format_name":"avi","duration":"61.5"}}
            """)!;
        Assert.Equal(new MediaInfo("AVI", TimeSpan.FromSeconds(61.5), 640, 480, "MPEG-4", "MP3"), result.Info);
        Assert.True(result.HasPicture);
    }

    [Fact]
    public void A_cover_is_a_picture_but_no_film()
    {
        var result = Read("""{"streams":[{"codec_name":"flac","codec_type":"audio"},{"codec_name":"mjpeg","codec_type":"video","width":9,"height":9,"disposition":{"attached_pic":1}}],"format":{"format_name":"flac","duration":"3"}}""")!;
        Assert.Equal(new MediaInfo("FLAC", TimeSpan.FromSeconds(3), Audio: "FLAC"), result.Info);
        Assert.True(result.HasPicture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\":1}")]
    [InlineData("not json")]
    public void What_makes_no_sense_is_nothing(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"format":{}}""")]
    [InlineData("""{"format":{"format_name":7,"duration":"N/A"},"streams":{}}""")]
    [InlineData("""{"format":{"duration":"-1"},"streams":[1,null,{"codec_type":3},{"codec_type":"video","width":"x","height":-5}]}""")]
    public void What_is_not_as_it_should_be_is_left_out(string json)
    {
        var info = Read(json)!.Info;
        Assert.Equal((null, null, null), (info.Container, info.Duration, info.Width));
    }

    [Fact]
    public void What_the_header_told_comes_first()
    {
        var probe = new ProbeResult(new MediaInfo("AVI", TimeSpan.FromSeconds(5), 1, 2, "A", "B"), true);
        var known = new MediaInfo("MP4", null, 30, 40, null, "AAC", IndexAtFront: true, IsBroken: true);
        Assert.Equal(new MediaInfo("MP4", TimeSpan.FromSeconds(5), 30, 40, "A", "AAC", true, true), probe.Complete(known));
    }

    private static ProbeResult? Read(string json) => ProbeJson.Read(Encoding.UTF8.GetBytes(json));
}
