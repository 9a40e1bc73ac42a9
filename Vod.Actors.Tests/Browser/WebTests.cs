using System.Collections.Concurrent;
using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>
/// The library and the player in Chromium, as a viewer uses them. Whatever a test does, no page asks another host for anything, breaks its
/// content security policy, or writes an error to the console.
/// </summary>
[Collection(Alone.Name)]
public sealed class WebTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)<'\"&.mp4";
    private readonly ContentFolder _content = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private VodServer? _server;

    private VodServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    [SkippableFact]
    public async Task The_library_lists_folders_and_films_and_searches_while_one_types()
    {
        var page = await OpenAsync("/");
        Assert.Equal(["<script>alert(1)<'\"&", "Clock", "The long clock", "The other clock"], await NamesAsync(page));

        await page.FillAsync("[name=q]", "long");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#results .card').length === 1");
        Assert.EndsWith("/?q=long", page.Url, StringComparison.Ordinal);
        await page.FillAsync("[name=q]", "");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#results .card').length === 4");
        await page.SelectOptionAsync("[name=sort]", "largest");
        await page.WaitForFunctionAsync("() => document.querySelector('#results .card .name').textContent === 'The long clock'");

        await page.ClickAsync("text=series");
        Assert.Equal(["Episode 1", "Episode 2"], await NamesAsync(page));
        await page.ClickAsync(".crumbs a");
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task A_film_is_found_watched_with_keys_and_left_and_gone_on_with()
    {
        var page = await OpenAsync("/");
        await page.ClickAsync("text=The long clock");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("k");
        await UntilAsync(page, "!video.paused && video.currentTime > 0.2");
        await page.Keyboard.PressAsync("k");
        await UntilAsync(page, "video.paused");
        await page.Keyboard.PressAsync("5");
        await UntilAsync(page, "!video.seeking && Math.abs(video.currentTime - 300) < 0.5");
        await page.Keyboard.PressAsync("l");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("j");
        await UntilAsync(page, "!video.seeking && Math.abs(video.currentTime - 305) < 0.5");
        await page.Keyboard.PressAsync("m");
        await UntilAsync(page, "video.muted");
        await page.Keyboard.PressAsync(">");
        await UntilAsync(page, "video.playbackRate === 1.25");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.IsVisibleAsync("#help"));
        await page.Keyboard.PressAsync("Escape");

        await page.ReloadAsync();
        await ReadyAsync(page);
        await UntilAsync(page, "Math.abs(video.currentTime - 305) < 0.5");

        await page.GotoAsync(Server.Address.ToString());
        Assert.Equal("The long clock", await page.InnerTextAsync("#continue .name"));
        Assert.Equal("4:55 left", await page.InnerTextAsync("#continue .about"));
        await page.ClickAsync("#continue a");
        await ReadyAsync(page);
        await UntilAsync(page, "Math.abs(video.currentTime - 305) < 0.5");
        await CloseAsync(page);
    }

    [SkippableTheory]
    [InlineData(10, false)]
    [InlineData(29.9, false)]
    [InlineData(31, true)]
    [InlineData(569, true)]
    [InlineData(571, false)]
    public async Task The_first_half_minute_and_the_last_twentieth_are_not_gone_on_with(double time, bool isRemembered)
    {
        var page = await OpenAsync($"/-/watch/the-long-clock.mp4#t={time}");
        await ReadyAsync(page);
        await UntilAsync(page, $"!video.seeking && Math.abs(video.currentTime - {time.ToString(System.Globalization.CultureInfo.InvariantCulture)}) < 0.1");
        await page.GotoAsync(Server.Address.ToString());
        Assert.Equal(isRemembered, await page.IsVisibleAsync("#continue"));
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task Subtitles_are_shown_and_stay_on()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4#t=200");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("c");
        await UntilAsync(page, "[...video.textTracks].some(t => t.mode === 'showing' && t.activeCues?.length === 1 && t.activeCues[0].text.includes('3:20'))");
        await page.ReloadAsync();
        await ReadyAsync(page);
        await UntilAsync(page, "[...video.textTracks].some(t => t.mode === 'showing' && t.activeCues?.length === 1)");
        // Chapters are the player's.
        await UntilAsync(page, "[...video.textTracks].some(t => t.kind === 'chapters' && t.cues?.length === 2)");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task SubRip_is_shown_too()
    {
        var page = await OpenAsync("/-/watch/the-other-clock.mp4");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("c");
        await UntilAsync(page, "[...video.textTracks].some(t => t.label === 'English' && t.language === 'en' && t.mode === 'showing' && t.cues?.length > 10)");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task The_next_film_of_the_folder_follows()
    {
        var page = await OpenAsync("/-/watch/series/Episode%201.mp4");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/series/Episode%202.mp4");
        await ReadyAsync(page);
        await page.ClickAsync("[rel=prev]");
        await page.WaitForURLAsync("**/series/Episode%201.mp4");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task A_film_plays_to_its_end()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4#t=598.5");
        await ReadyAsync(page);
        await page.ClickAsync("media-play-button");
        await UntilAsync(page, "video.ended");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task What_cannot_be_decoded_is_said_in_a_sentence()
    {
        var page = await OpenAsync("/-/watch/broken/noise.mkv");
        await page.WaitForSelectorAsync("#trouble");
        Assert.Contains("cannot play this file", await page.InnerTextAsync("#trouble"), StringComparison.Ordinal);
        Assert.Contains("mpv 'http://", await page.InputValueAsync(".line input"), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task A_hostile_name_is_shown_and_played()
    {
        var page = await OpenAsync("/");
        await page.GetByText("<script>alert(1)<'\"&").ClickAsync();
        await ReadyAsync(page);
        Assert.Equal("<script>alert(1)<'\"&", await page.InnerTextAsync("h1"));
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task Without_a_script_all_is_there()
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = false });
        await page.FillAsync("[name=q]", "long");
        await page.ClickAsync(".search button");
        Assert.EndsWith("/?q=long&sort=name", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("#results .card > a");
        Assert.True(await page.Locator("video[controls][src='/the-long-clock.mp4']").IsVisibleAsync());
        Assert.False(await page.Locator("media-control-bar").IsVisibleAsync());
        await CloseAsync(page);
    }

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1440)]
    [InlineData(3840)]
    public async Task Nothing_sticks_out_at_the_side(int width)
    {
        var page = await OpenAsync("/", new() { ViewportSize = new() { Width = width, Height = 740 } });
        foreach (var path in new[] { "/", "/-/watch/the-long-clock.mp4" })
        {
            await page.GotoAsync(new Uri(Server.Address, path).ToString());
            Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
        }
        await CloseAsync(page);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        foreach (var name in new[] { "the-long-clock.mp4", "the-long-clock.vtt", "the-other-clock.mp4", "clock.webm" }) Copy(name, name);
        Copy("the-long-clock.srt", "the-other-clock.en.srt");
        Copy("short.mp4", Hostile);
        Copy("short.mp4", "series/Episode 1.mp4");
        Copy("short.mp4", "series/Episode 2.mp4");
        Copy("short.mp4", "confidential/secret.mp4");
        await File.WriteAllTextAsync(_content.PathOf("the-long-clock.chapters.vtt"), "WEBVTT\n\n00:00.000 --> 05:00.000\nFirst half\n\n05:00.000 --> 10:00.000\nSecond half\n");
        _content.Add("broken/noise.mkv", 20_000);
        _server = await VodServer.StartAsync(_content.Root);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _content.Dispose();
    }

    private static Task<IReadOnlyList<string>> NamesAsync(IPage page) => page.Locator("#results .card .name").AllInnerTextsAsync();

    /// <summary>The film's first frame is there, and the script has taken over.</summary>
    private static Task ReadyAsync(IPage page) => UntilAsync(page, "video.readyState >= 2 && !video.controls");

    private static async Task UntilAsync(IPage page, string condition) =>
        await page.WaitForFunctionAsync($"() => {{ const video = document.querySelector('video'); return {condition}; }}");

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_content.PathOf(to))!);
        File.Copy(Path.Combine(SampleFilms.Folder, from), _content.PathOf(to));
    }

    private async Task<IPage> OpenAsync(string path, BrowserNewPageOptions? options = null)
    {
        var page = await chromium.OpenAsync(options);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _faults.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Enqueue("uncaught: " + error);
        page.Dialog += (_, dialog) => _faults.Enqueue("dialog: " + dialog.Message);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Server.Address.ToString(), StringComparison.Ordinal)) _faults.Enqueue("asked for " + request.Url);
        };
        await page.GotoAsync(new Uri(Server.Address, path).ToString());
        return page;
    }

    private async Task CloseAsync(IPage page)
    {
        await page.CloseAsync();
        Assert.Empty(_faults);
    }
}
