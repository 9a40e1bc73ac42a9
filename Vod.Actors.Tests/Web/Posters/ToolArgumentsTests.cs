using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web.Posters;

public class ToolArgumentsTests
{
    [Theory]
    [InlineData("/films/-i")]
    [InlineData("/films/$(touch x);`id` '\"\n.mp4")]
    [InlineData("/films/http://example/x.mp4")]
    public void A_name_is_one_argument_and_no_option(string path)
    {
        foreach (var arguments in new[] { ToolArguments.Probe(path), ToolArguments.Picture(path, TimeSpan.FromSeconds(6), 320, TimeSpan.FromSeconds(20)) })
        {
            var at = arguments.ToList().IndexOf("-i");
            Assert.Equal("file:" + path, arguments[at + 1]);
            Assert.Single(arguments, argument => argument.Contains(path, StringComparison.Ordinal));
            // The limits hold for what comes after them.
            Assert.InRange(arguments.ToList().IndexOf("-protocol_whitelist"), 0, at);
            Assert.InRange(arguments.ToList().IndexOf("-format_whitelist"), 0, at);
        }
    }

    [Theory]
    [InlineData("hls")]
    [InlineData("dash")]
    [InlineData("concat")]
    [InlineData("image2")]
    [InlineData("lavfi")]
    [InlineData("sdp")]
    [InlineData("applehttp")]
    [InlineData("ffmetadata")]
    public void No_format_leads_elsewhere(string format)
    {
        var arguments = ToolArguments.Probe("/x").ToList();
        Assert.DoesNotContain(format, arguments[arguments.IndexOf("-format_whitelist") + 1].Split(','));
        Assert.Equal("file", arguments[arguments.IndexOf("-protocol_whitelist") + 1]);
    }

    [Fact]
    public void The_picture_is_one_frame_of_the_width_asked_for()
    {
        var arguments = ToolArguments.Picture("/x", TimeSpan.FromSeconds(6.5), 200, TimeSpan.FromMilliseconds(20_100)).ToList();
        Assert.Equal("6.5", arguments[arguments.IndexOf("-ss") + 1]);
        Assert.Equal("1", arguments[arguments.IndexOf("-frames:v") + 1]);
        Assert.Equal("21", arguments[arguments.IndexOf("-timelimit") + 1]);
        Assert.Contains("scale=w=200:h='min(400,", arguments[arguments.IndexOf("-vf") + 1], StringComparison.Ordinal);
        Assert.DoesNotContain("-ss", ToolArguments.Picture("/x", null, 200, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Programs_are_found_in_absolute_folders_of_the_path_only()
    {
        using var folder = new Catalog.TempDirectory();
        File.WriteAllText(Path.Combine(folder.FullPath, "ffmpeg"), "");
        Assert.Equal(Path.Combine(folder.FullPath, "ffmpeg"), MediaTools.Find($".{Path.PathSeparator}{folder.FullPath}").Ffmpeg);
        Assert.Equal(MediaTools.None, MediaTools.Find($".{Path.PathSeparator}{Path.PathSeparator}bin"));
        Assert.False(MediaTools.Find(null).IsAny);
    }
}
