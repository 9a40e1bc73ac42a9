using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Packaging;

/// <summary>The one file that <c>packaging/publish.sh</c> makes; <c>VOD_PUBLISHED</c> names the folder that it is in.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly ContentFolder _content = new();

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task It_needs_nothing_beside_it_and_serves_every_byte()
    {
        var folder = Environment.GetEnvironmentVariable("VOD_PUBLISHED");
        Skip.If(string.IsNullOrEmpty(folder), "VOD_PUBLISHED does not say where the server was published (.ci/run does that)");
        Assert.Equal(["LICENSE", "vod", "vod.conf"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var film = _content.Add("film.mp4", 12_000_000);

        await using var server = await VodServer.StartProgramAsync(
            Path.Join(folder, "vod"), "--port", "0", "--content", _content.Root, "--config", Path.Join(folder, "vod.conf"), "--admin", "off");
        using var client = await RawClient.ConnectAsync(server.EndPoint);

        var whole = await client.AskAsync("GET", "/film.mp4?whole");
        Assert.Equal((200, ContentFolder.Sha256(film)), (whole.Status, ContentFolder.Sha256(whole.Body)));
        var page = await client.AskAsync("GET", "/");
        Assert.Contains("film", page.Text, StringComparison.Ordinal);
        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());
    }
}
