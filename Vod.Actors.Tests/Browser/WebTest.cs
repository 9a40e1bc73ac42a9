using System.Collections.Concurrent;
using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>
/// A server with sample films and pages of it in Chromium. Whatever a test does, no page asks another host for anything, breaks its content
/// security policy, or writes an error to the console: <see cref="CloseAsync"/> sees to that.
/// </summary>
public abstract class WebTest(Chromium chromium) : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)<'\"&.mp4";
    private readonly ContentFolder _content = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private VodServer? _server;

    protected VodServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

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

    protected static Task<IReadOnlyList<string>> NamesAsync(IPage page) => page.Locator("#results .card .name").AllInnerTextsAsync();

    /// <summary>The film's first frame is there, and the script has taken over.</summary>
    protected static Task ReadyAsync(IPage page) => UntilAsync(page, "video.readyState >= 2 && !video.controls");

    protected static async Task UntilAsync(IPage page, string condition) =>
        await page.WaitForFunctionAsync($"() => {{ const video = document.querySelector('video'); return {condition}; }}");

    protected void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_content.PathOf(to))!);
        File.Copy(Path.Combine(SampleFilms.Folder, from), _content.PathOf(to));
    }

    protected async Task<IPage> OpenAsync(string path, BrowserNewPageOptions? options = null)
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

    protected async Task CloseAsync(IPage page)
    {
        await page.CloseAsync();
        Assert.Empty(_faults);
    }
}
