using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Packaging;

/// <summary>The server behind the real nginx and the real HAProxy, configured as the examples are.</summary>
public sealed class ProxyTests : IDisposable
{
    private const int Size = 12_345_678;
    private readonly ContentFolder _content = new();
    private readonly byte[] _film;

    /// <summary>A folder with a film in it.</summary>
    public ProxyTests() => _film = _content.Add("film.mp4", Size);

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableTheory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task A_film_comes_whole_and_in_slices_and_nothing_else_changes_either(string name)
    {
        await using var server = await StartAsync();
        await using var proxy = await Proxy.StartAsync(name, server);
        using var client = Client(proxy, IPAddress.Loopback);

        Assert.Equal(ContentFolder.Sha256(_film), ContentFolder.Sha256(await client.GetByteArrayAsync("/film.mp4?whole")));

        using var first = await client.GetAsync("/film.mp4");
        Assert.Equal((HttpStatusCode.PartialContent, ContentFolder.Slice), (first.StatusCode, (await first.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal($"bytes 0-{ContentFolder.Slice - 1}/{Size}", first.Content.Headers.ContentRange?.ToString());
        Assert.Equal("bytes", first.Headers.AcceptRanges.ToString());

        using var known = new HttpRequestMessage(HttpMethod.Get, "/film.mp4") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var same = await client.SendAsync(known);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/film.mp4"));
        Assert.Equal((long?)ContentFolder.Slice, head.Content.Headers.ContentLength);

        using var beyond = await RangeAsync(client, Size, null);
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, $"bytes */{Size}"), (beyond.StatusCode, beyond.Content.Headers.ContentRange?.ToString()));
        using var secret = await client.GetAsync("/confidential/a");
        Assert.Equal(HttpStatusCode.Forbidden, secret.StatusCode);
    }

    [SkippableTheory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task Viewers_who_jump_about_at_the_same_time_get_each_byte(string name)
    {
        await using var server = await StartAsync();
        await using var proxy = await Proxy.StartAsync(name, server);
        using var client = Client(proxy, IPAddress.Loopback);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(async viewer =>
        {
            var random = new Random(viewer);
            for (var jump = 0; jump < 20; jump++)
            {
                var from = random.Next(Size);
                var to = Math.Min(Size - 1, from + random.Next(300_000));
                using var answer = await RangeAsync(client, from, to);
                Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
                var body = await answer.Content.ReadAsByteArrayAsync();
                Assert.True(_film.AsSpan(from..(to + 1)).SequenceEqual(body), $"{from}-{to}");
            }
        }));
        using var suffix = await RangeAsync(client, null, 5);
        Assert.Equal(_film[^5..], await suffix.Content.ReadAsByteArrayAsync());
    }

    [SkippableTheory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task The_access_log_and_the_operator_see_the_viewer_and_not_the_proxy_nor_what_the_viewer_made_up(string name)
    {
        var log = _content.PathOf(".access.log");
        await using var server = await StartAsync(
            $"vod.http.trusted-proxies = [\"127.0.0.1\"]\nvod.access-log {{ format = combined, file = \"{log}\" }}");
        await using var proxy = await Proxy.StartAsync(name, server);
        using var client = Client(proxy, IPAddress.Parse("127.0.0.77"));
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var admin = new HttpClient { BaseAddress = await server.AdminAsync() };

        using var answer = await RangeAsync(client, 0, 99);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        using var seen = JsonDocument.Parse(await admin.GetStringAsync("/connections"));
        Assert.Contains(
            seen.RootElement.GetProperty("connections").EnumerateArray(),
            connection => connection.GetProperty("client").GetString()!.StartsWith("127.0.0.77", StringComparison.Ordinal));
        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());
        var line = (await File.ReadAllLinesAsync(log)).First(line => line.Contains("/film.mp4", StringComparison.Ordinal));
        Assert.StartsWith("127.0.0.77 ", line, StringComparison.Ordinal);
    }

    private async Task<VodServer> StartAsync(string settings = "")
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the loopback network of Linux");
        var file = _content.PathOf(".vod.conf");
        await File.WriteAllTextAsync(file, $"vod.admin.port = 0\n{settings}");
        return await VodServer.StartAsync(_content.Root, "--host", "127.0.0.1", "--admin", "on", "--config", file);
    }

    private static Task<HttpResponseMessage> RangeAsync(HttpClient client, long? from, long? to) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/film.mp4") { Headers = { Range = new RangeHeaderValue(from, to) } });

    /// <summary>A client that connects from an address of its own.</summary>
    private static HttpClient Client(Proxy proxy, IPAddress from) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, stopping) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(proxy.Address, stopping);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri($"http://{proxy.Address}/"), Timeout = VodServer.Patience };
}
