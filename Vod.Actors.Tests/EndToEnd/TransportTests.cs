namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The server on each of its transports: what all of them do, and what those of Vod.Transport do besides.</summary>
public sealed class TransportTests : IDisposable
{
    private const int Large = 12 * 1024 * 1024;
    private readonly ContentFolder _content = new();

    /// <summary>Lines of HOCON, each a transport.</summary>
    public static TheoryData<string> Transports { get; } = new(["transport = vod, sockets = auto", "transport = vod, sockets = runtime", "transport = akka-io"]);

    /// <summary>Those of Vod.Transport.</summary>
    public static TheoryData<string> OwnTransports { get; } = new(["transport = vod, sockets = auto", "transport = vod, sockets = runtime"]);

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Files_ranges_and_pipelined_requests_are_answered(string transport)
    {
        var film = _content.Add("film.mp4", Large);
        var small = _content.Add("small.bin", 1000);
        await using var server = await StartAsync(transport);
        using var client = await RawClient.ConnectAsync(server.EndPoint);

        var whole = await client.AskAsync("GET", "/film.mp4?whole");
        Assert.Equal((200, ContentFolder.Sha256(film)), (whole.Status, ContentFolder.Sha256(whole.Body)));
        var range = await client.AskAsync("GET", "/film.mp4", "Range: bytes=1000000-1999999");
        Assert.Equal((206, true), (range.Status, range.Body.AsSpan().SequenceEqual(film.AsSpan(1_000_000, 1_000_000))));
        Assert.Equal((200, 0), await HeadAsync(client));
        Assert.Equal(404, (await client.AskAsync("GET", "/none")).Status);
        for (var n = 0; n < 20; n++) await client.RequestAsync("GET", "/small.bin");
        for (var n = 0; n < 20; n++)
        {
            var body = new byte[(await client.ReadHeadAsync()).ContentLength];
            await client.ReadBodyAsync(body);
            Assert.Equal(small, body);
        }
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_client_that_closes_its_half_gets_its_answer(string transport)
    {
        var small = _content.Add("small.bin", 1000);
        await using var server = await StartAsync(transport);
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        await client.RequestAsync("GET", "/small.bin");
        client.ShutdownSend();

        var answer = await client.ReadResponseAsync();

        Assert.Equal((200, true), (answer.Status, answer.Body.AsSpan().SequenceEqual(small)));
        await client.ExpectEndAsync();
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Many_clients_at_once_get_what_they_ask_for(string transport)
    {
        var film = _content.Add("film.mp4", Large);
        await using var server = await StartAsync(transport);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            using var client = await RawClient.ConnectAsync(server.EndPoint);
            for (var turn = 0; turn < 5; turn++)
            {
                var from = ((n * 7) + (turn * 3)) % 11 * 1_000_000;
                var answer = await client.AskAsync("GET", "/film.mp4", $"Range: bytes={from}-{from + 999_999}");
                Assert.True(answer.Status == 206 && answer.Body.AsSpan().SequenceEqual(film.AsSpan(from, 1_000_000)), $"{from}: {answer.Status}");
            }
        }));
    }

    [Theory]
    [MemberData(nameof(OwnTransports))]
    public async Task No_transfer_of_200_is_lost_by_a_stop(string transport)
    {
        const int viewers = 200;
        var film = _content.Add("film.mp4", Large);
        var expected = ContentFolder.Sha256(film);
        await using var server = await StartAsync(transport);
        var clients = await Task.WhenAll(Enumerable.Range(0, viewers).Select(async _ =>
        {
            var client = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 16 * 1024);
            await client.RequestAsync("GET", "/film.mp4?whole");
            await client.ReadHeadAsync();
            return client;
        }));

        server.Terminate();
        await server.SaysAsync($"Stopping: {viewers} connections may finish");

        foreach (var batch in clients.Chunk(20)) // so that the test holds few films at a time
        {
            await Task.WhenAll(batch.Select(async client =>
            {
                var body = new byte[Large];
                await client.ReadBodyAsync(body);
                await client.ExpectEndAsync();
                Assert.Equal(expected, ContentFolder.Sha256(body));
                client.Dispose();
            }));
        }

        Assert.Equal(0, await server.ExitCodeAsync());
    }

    private static async Task<(int Status, int Length)> HeadAsync(RawClient client)
    {
        var head = await client.AskAsync("HEAD", "/small.bin");
        return (head.Status, head.Body.Length);
    }

    private async Task<VodServer> StartAsync(string transport)
    {
        var settings = _content.PathOf(".transport.conf");
        await File.WriteAllTextAsync(settings, $"vod.listen {{ {transport} }}");
        return await VodServer.StartAsync(_content.Root, "--config", settings);
    }
}
