using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;
using Vod.Actors.Web;

namespace Vod.Actors.Tests.Browser;

/// <summary>The player in Chromium, as a viewer uses it.</summary>
[Collection(Alone.Name)]
public sealed class PlayerTests(Chromium chromium) : WebTest(chromium), IClassFixture<Chromium>
{
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
        await AtAsync(page, "/series/Episode%202.mp4");
        await ReadyAsync(page);
        await page.ClickAsync("[rel=prev]");
        await AtAsync(page, "/series/Episode%201.mp4");
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
        Assert.False(await page.IsVisibleAsync("media-controller"));
        Assert.Contains("mpv 'http://", await page.InputValueAsync(".line input"), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task A_click_on_the_time_bar_goes_there()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4");
        await ReadyAsync(page);
        var bar = (await page.Locator("media-time-range").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(bar.X + (bar.Width / 2), bar.Y + (bar.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await UntilAsync(page, "!video.seeking && Math.abs(video.currentTime - 300) < 6");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task At_the_end_the_next_film_follows_and_plays()
    {
        var page = await OpenAsync("/-/watch/series/Episode%201.mp4#t=19");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("k");
        await AtAsync(page, "/series/Episode%202.mp4");
        await UntilAsync(page, "!video.controls && !video.paused && video.currentTime > 0.2");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task One_may_stay_at_the_end()
    {
        var page = await OpenAsync("/-/watch/series/Episode%201.mp4#t=19");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("k");
        await page.ClickAsync("#stay");
        await UntilAsync(page, "video.ended");
        Assert.False(await page.IsVisibleAsync("#up-next"));
        Assert.EndsWith("/Episode%201.mp4#t=19", page.Url, StringComparison.Ordinal);
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task Keys_do_nothing_in_a_text_field()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4");
        await ReadyAsync(page);
        await page.ClickAsync(".elsewhere summary");
        await page.FocusAsync(".line input");
        foreach (var key in new[] { "k", "5", "m", "n", "?", " " }) await page.Keyboard.PressAsync(key);
        Assert.True(await page.EvaluateAsync<bool>("() => { const v = document.querySelector('video'); return v.paused && v.currentTime === 0 && !v.muted; }"));
        Assert.False(await page.IsVisibleAsync("#help"));
        Assert.EndsWith("/the-long-clock.mp4", page.Url, StringComparison.Ordinal);
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task Chapters_are_marked_on_the_time_bar()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4");
        await ReadyAsync(page);
        await page.WaitForFunctionAsync("() => document.querySelector('media-time-range').shadowRoot.querySelectorAll('#segments-clipping rect').length >= 2");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task A_moment_can_be_linked_to()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4#t=2m10s");
        await ReadyAsync(page);
        await UntilAsync(page, "!video.seeking && Math.abs(video.currentTime - 130) < 0.5");
        await page.EvaluateAsync("() => { location.hash = 't=90.5'; }");
        await UntilAsync(page, "!video.seeking && Math.abs(video.currentTime - 90.5) < 0.5");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task A_line_can_be_copied_and_the_film_be_downloaded_whole()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4");
        await ReadyAsync(page);
        await page.ClickAsync(".elsewhere summary");
        await page.ClickAsync(".line button");
        await page.WaitForFunctionAsync("() => document.querySelector('.line button').textContent === 'Copied'");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".neighbours a[download]"));
        Assert.Equal("the-long-clock.mp4", download.SuggestedFilename);
        Assert.Equal(new FileInfo(Path.Combine(SampleFilms.Folder, "the-long-clock.mp4")).Length, new FileInfo((await download.PathAsync())!).Length);
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task The_policy_lets_in_the_styles_of_the_controls_and_no_other()
    {
        var page = await OpenAsync("/-/watch/the-long-clock.mp4");
        await ReadyAsync(page);
        var styles = await page.EvaluateAsync<string[]>("""
            () => {
              const found = new Set();
              const walk = root => {
                for (const element of root.querySelectorAll('*')) {
                  if (element.localName === 'style') found.add(element.textContent);
                  if (element.shadowRoot) walk(element.shadowRoot);
                }
              };
              walk(document);
              return [...found];
            }
            """);
        var hashes = styles.Select(style => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))).Order(StringComparer.Ordinal);
        Assert.Equal(PlayerStyles.Hashes, hashes);
        await CloseAsync(page);
    }

    /// <summary>The browser has gone to another page.</summary>
    private static async Task AtAsync(IPage page, string end) => await page.WaitForFunctionAsync($"() => location.pathname.endsWith('{end}')");
}
