using System.Globalization;
using System.Text.RegularExpressions;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>mpv and ffmpeg on the sample films, as the README's client table says.</summary>
[Collection(Alone.Name)]
public sealed partial class PlayerProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vod-player-");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [InlineData("the-long-clock.mp4", 600)]
    [InlineData("the-other-clock.mp4", 360)]
    [InlineData("clock.webm", 90)]
    public async Task Mpv_plays_a_capped_film_to_its_end(string film, double duration)
    {
        Assert.InRange(await PlayAsync(film, "0%"), duration - 5, duration + 1);
    }

    [SkippableTheory]
    [InlineData("the-long-clock.mp4", 600)]
    [InlineData("the-other-clock.mp4", 360)]
    public async Task Mpv_begins_in_the_middle_of_a_capped_film(string film, double duration)
    {
        Assert.InRange(await PlayAsync(film, "80%"), duration - 5, duration + 1);
    }

    [SkippableTheory]
    [InlineData("the-long-clock.mp4?whole", "")]
    [InlineData("the-other-clock.mp4?whole", "")]
    [InlineData("the-long-clock.mp4", "-reconnect 1 -reconnect_streamed 1")]
    [InlineData("the-other-clock.mp4", "-reconnect 1 -reconnect_streamed 1")]
    [InlineData("clock.webm", "")]
    public async Task Ffmpeg_reads_every_packet_of(string target, string options)
    {
        Tool.Require("ffmpeg");
        await using var server = await VodServer.StartAsync(SampleFilms.Folder);
        var local = await PacketsAsync("", Path.Combine(SampleFilms.Folder, target.Split('?')[0]));

        var remote = await PacketsAsync(options, new Uri(server.Address, target).ToString());

        Assert.True(local.Length > 1000, local);
        Assert.Equal(local, remote);
    }

    /// <summary>Plays key frames as fast as they come, without a window. Gives the last position shown (a key frame's), in seconds.</summary>
    private async Task<double> PlayAsync(string film, string start)
    {
        Tool.Require("mpv");
        await using var server = await VodServer.StartAsync(SampleFilms.Folder);
        var (code, output) = await Tool.RunAsync(_folder.FullName, 90, "mpv", "--no-config", "--vo=null", "--no-audio", "--untimed",
            "--vd-lavc-skipframe=nonkey", "--ytdl=no", "--start=" + start, "--term-status-msg=at ${=time-pos}", new Uri(server.Address, film).ToString());

        Assert.True(code == 0, output);
        Assert.Contains("(End of file)", output, StringComparison.Ordinal);
        return double.Parse(Position().Matches(output)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The checksum of each packet, demuxed and not decoded.</summary>
    private async Task<string> PacketsAsync(string options, string input)
    {
        var (code, output) = await Tool.RunAsync(_folder.FullName, 90, "ffmpeg", ["-v", "error",
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-i", input, "-c", "copy", "-f", "framemd5", "-y", "packets"]);
        Assert.True(code == 0, output);
        return await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "packets"));
    }

    [GeneratedRegex("at ([0-9.]+)")]
    private static partial Regex Position();
}
