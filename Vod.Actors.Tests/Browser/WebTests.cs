using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>The library in Chromium, as a viewer uses it.</summary>
[Collection(Alone.Name)]
public sealed class WebTests(Chromium chromium) : WebTest(chromium), IClassFixture<Chromium>
{
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

    [SkippableFact]
    public async Task Pictures_come_while_the_page_is_open_and_nothing_moves()
    {
        Tool.Require("ffmpeg");
        var page = await OpenAsync("/");
        Assert.Equal(4, await page.Locator("#results .card").CountAsync());
        await page.EvaluateAsync("() => { window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true }); }");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('#results .card img')].filter(image => image.complete && image.naturalWidth === 320).length === 4");
        Assert.Equal(0, await page.Locator("#results .card[data-waits]").CountAsync());
        Assert.InRange(await page.EvaluateAsync<double>("() => window.moved"), 0, 0.01);
        // Another page, or this one the next time, has them from the start.
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('#results .card img')].filter(image => image.complete && image.naturalWidth === 320).length === 4");
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task Keys_are_letters_in_the_search_field()
    {
        var page = await OpenAsync("/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("a/k?m f<9");
        Assert.Equal("a/k?m f<9", await page.InputValueAsync("[name=q]"));
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
        await CloseAsync(page);
    }

    [SkippableFact]
    public async Task It_is_dark_where_the_viewer_likes_it_dark()
    {
        foreach (var path in new[] { "/", "/-/watch/the-long-clock.mp4" })
        {
            var page = await OpenAsync(path, new() { ColorScheme = ColorScheme.Light });
            var light = await BrightnessAsync(page);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Assert.True(light > 200 && await BrightnessAsync(page) < 60);
            await CloseAsync(page);
        }
    }

    private static Task<double> BrightnessAsync(IPage page) =>
        page.EvaluateAsync<double>("() => getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3");
}
