using System.Collections.Concurrent;
using Microsoft.Playwright;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Browser;

/// <summary>The operator's page in Chromium.</summary>
[Collection(Alone.Name)]
public sealed class AdminPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)>.mp4";
    private readonly ContentFolder _content = new();

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task It_shows_who_watches_what_as_text_and_cuts_off_whom_one_chooses()
    {
        _content.Add(Hostile, 12_000_000);
        await using var server = await StartAsync("vod.admin.port = 0");
        using var viewer = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 64 * 1024);
        await viewer.RequestAsync("GET", "/" + Uri.EscapeDataString(Hostile) + "?whole", "User-Agent: <b>player</b>");
        await viewer.ReadHeadAsync();
        ConcurrentQueue<string> faults = new();
        var page = await chromium.OpenAsync();
        var admin = await server.AdminAsync();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults.Enqueue(message.Text); };
        page.PageError += (_, error) => faults.Enqueue(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(admin.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) faults.Enqueue(request.Url); };

        await page.GotoAsync(new Uri(admin, "/connections").ToString());

        var film = page.Locator("#rows td.film");
        await film.WaitForAsync();
        Assert.Equal("/" + Hostile, await film.TextContentAsync());
        Assert.Equal("<b>player</b>", await film.GetAttributeAsync("title"));
        Assert.Equal("ready", await page.TextContentAsync("#state"));
        await page.ClickAsync("#rows button");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#rows tr').length === 0");
        var body = new byte[12_000_000];
        Assert.InRange(await viewer.ReadBodyAsync(body), 0, body.Length - 1);
        Assert.Empty(faults);
    }

    [SkippableFact]
    public async Task It_asks_for_the_token_and_shows_nothing_without()
    {
        _content.Add("film.mp4", 1000);
        await using var server = await StartAsync("vod.admin { port = 0, token = \"correct-horse-battery\" }");
        var page = await chromium.OpenAsync();

        await page.GotoAsync((await server.AdminAsync()).ToString());
        await page.FillAsync("#token", "wrong-horse-battery");
        await page.ClickAsync("#ask button");
        await page.WaitForFunctionAsync("() => document.getElementById('message').textContent.includes('token')");
        Assert.DoesNotContain("1", await page.TextContentAsync("#files"), StringComparison.Ordinal);
        await page.FillAsync("#token", "correct-horse-battery");
        await page.ClickAsync("#ask button");

        await page.WaitForFunctionAsync("() => document.getElementById('files').textContent === '1' && document.getElementById('ask').hidden");
    }

    private async Task<VodServer> StartAsync(string settings)
    {
        var file = _content.PathOf(".vod.conf");
        await File.WriteAllTextAsync(file, settings);
        return await VodServer.StartAsync(_content.Root, "--admin", "on", "--config", file);
    }
}
