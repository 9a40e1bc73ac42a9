using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>The system's own Chromium, headless, started once for a class of tests; a test is skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required", "--mute-audio",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens an empty page in a profile of its own; it may only reach the loopback address.</summary>
    public async Task<IPage> OpenAsync(BrowserNewPageOptions? options = null)
    {
        Skip.If(_browser is null, "chromium is not installed (.ci/run installs it)");
        var page = await _browser.NewPageAsync(options);
        page.SetDefaultTimeout(60_000);
        return page;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if ((Tool.Find("chromium") ?? Tool.Find("chromium-browser")) is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Headless = true, Timeout = 60_000 });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
