using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>What axe-core finds fault with, from a phone to a desk, in the light and in the dark: nothing serious.</summary>
[Collection(Alone.Name)]
public sealed class AccessibilityTests(Chromium chromium) : WebTest(chromium), IClassFixture<Chromium>
{
    private static readonly string[] Pages = ["/", "/series/", "/?q=nothing+of+the+kind", "/none/", "/-/watch/the-long-clock.mp4", "/-/watch/series/Episode%201.mp4"];

    [SkippableTheory]
    [InlineData(360, 740, ColorScheme.Light)]
    [InlineData(360, 740, ColorScheme.Dark)]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(1440, 900, ColorScheme.Dark)]
    public async Task Nobody_is_kept_out(int width, int height, ColorScheme scheme)
    {
        var page = await OpenAsync("/", new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        List<string> found = [];
        foreach (var path in Pages)
        {
            await page.GotoAsync(new Uri(Server.Address, path).ToString());
            if (path.Contains("watch", StringComparison.Ordinal)) await ReadyAsync(page);
            await page.EvaluateAsync(Axe());
            found.AddRange((await page.EvaluateAsync<string[]>("""
                async () => {
                  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
                  return violations.filter(one => ['serious', 'critical'].includes(one.impact)).flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 200)}`));
                }
                """)).Select(fault => path + " " + fault));
        }
        Assert.Empty(found);
        await page.CloseAsync();
    }

    private static string Axe()
    {
        using var stream = typeof(AccessibilityTests).Assembly.GetManifestResourceStream("axe.min.js")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
