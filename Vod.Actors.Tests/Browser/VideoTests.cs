using Vod.Actors.Tests.EndToEnd;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Browser;

/// <summary>Chromium's own <c>video</c> element plays, seeks and ends on what the server sends in slices.</summary>
[Collection(Alone.Name)]
public sealed class VideoTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData("the-long-clock.mp4", 600)]
    [InlineData("the-other-clock.mp4", 360)]
    [InlineData("clock.webm", 90)]
    public async Task A_film_plays_seeks_and_ends(string film, double duration)
    {
        var page = await chromium.OpenAsync();
        await using var server = await VodServer.StartAsync(SampleFilms.Folder);
        var video = await VideoPage.OpenAsync(page, server.Address);

        Assert.Equal(duration, await video.LoadAsync("/" + film), tolerance: 0.5);
        Assert.InRange(await video.PlayToAsync(1), 1, 5);
        Assert.Equal(duration * 0.8, await video.SeekAsync(duration * 0.8), tolerance: 0.2);
        await video.PlayToAsync((duration * 0.8) + 1);
        Assert.Equal(duration * 0.1, await video.SeekAsync(duration * 0.1), tolerance: 0.2);
        await video.PlayToAsync((duration * 0.1) + 1);
        await video.SeekAsync(duration - 1.5);
        Assert.Equal(duration, await video.PlayToEndAsync(), tolerance: 0.5);

        await AssertSlicesAsync(video);
        await page.CloseAsync();
    }

    [SkippableTheory]
    [InlineData("browser")]
    [InlineData("never")]
    public async Task A_film_plays_seeks_and_ends_in_the_other_slicing_modes_too(string mode)
    {
        var page = await chromium.OpenAsync();
        await using var server = await VodServer.StartAsync(SampleFilms.Folder, "--slicing", mode);
        var video = await VideoPage.OpenAsync(page, server.Address);

        await video.LoadAsync("/the-long-clock.mp4");
        await video.PlayToAsync(1);
        Assert.Equal(480, await video.SeekAsync(480), tolerance: 0.2);
        await video.SeekAsync(598.5);
        Assert.Equal(600, await video.PlayToEndAsync(), tolerance: 0.5);

        var longest = (await video.AnswersAsync()).Max(answer => answer.Last - answer.First + 1);
        Assert.Equal(mode == "never", longest > ContentFolder.Slice);
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task Twenty_jumps_land_where_they_should()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var page = await chromium.OpenAsync();
        await using var server = await VodServer.StartAsync(SampleFilms.Folder);
        var video = await VideoPage.OpenAsync(page, server.Address);
        await video.LoadAsync("/the-long-clock.mp4");

        for (var jump = 0; jump < 20; jump++)
        {
            var time = random.NextDouble() * 595;
            Assert.Equal(time, await video.SeekAsync(time), tolerance: 0.2);
        }

        await AssertSlicesAsync(video);
        await page.CloseAsync();
    }

    [SkippableTheory]
    [InlineData("dense.mp4", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p")]
    [InlineData("dense.webm", "-c:v libvpx -deadline realtime -cpu-used 16")]
    public async Task A_film_of_several_slices_plays_from_one_slice_into_the_next(string film, string codec)
    {
        Tool.Require("ffmpeg");
        var page = await chromium.OpenAsync();
        using var content = new ContentFolder();
        // Noise makes more than 10 MiB out of ten seconds, so that a slice lasts less than five of them.
        var (code, report) = await Tool.RunAsync(content.Root, 120, "ffmpeg", ["-v", "error", "-f", "lavfi", "-i",
            "testsrc2=size=640x360:rate=25:duration=10,noise=alls=100:allf=t", "-b:v", "16M", "-maxrate", "16M", "-bufsize", "16M", "-g", "25",
            .. codec.Split(' '), film]);
        Assert.True(code == 0, report);
        var size = new FileInfo(content.PathOf(film)).Length;
        Assert.True(size > 10 * 1024 * 1024, $"the film has only {size} bytes");
        await using var server = await VodServer.StartAsync(content.Root);
        var video = await VideoPage.OpenAsync(page, server.Address);

        Assert.Equal(10, await video.LoadAsync("/" + film), tolerance: 0.5);
        Assert.Equal(10, await video.PlayToEndAsync(), tolerance: 0.5);

        var answers = await AssertSlicesAsync(video);
        Assert.Contains(answers, answer => answer.Last == size - 1);
        Assert.True(answers.Count >= (size / ContentFolder.Slice) + 1, $"{answers.Count} answers");
        await page.CloseAsync();
    }

    private async Task<IReadOnlyList<(int Status, long First, long Last)>> AssertSlicesAsync(VideoPage video)
    {
        var answers = await video.AnswersAsync();
        output.WriteLine(string.Join('\n', answers));
        Assert.NotEmpty(answers);
        Assert.All(answers, answer =>
        {
            Assert.Equal(206, answer.Status);
            Assert.InRange(answer.Last - answer.First + 1, 1, ContentFolder.Slice);
        });
        return answers;
    }
}
