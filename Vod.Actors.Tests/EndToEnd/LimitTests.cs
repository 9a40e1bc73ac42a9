using System.Diagnostics;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The limits of the specification's section 5, made short by a settings file so that they can be met.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly ContentFolder _content = new();
    private VodServer? _server;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _content.Add("one.bin", 1);
        _content.Add("large.mp4", 40 * 1024 * 1024);
        var settings = _content.PathOf(".limits.conf");
        await File.WriteAllTextAsync(settings, """
            vod.http {
              head-timeout = 1500 ms
              keep-alive-timeout = 1 s
              send-timeout = 2 s
              max-requests-per-connection = 3
              max-connections = 4
              retry-after = 7 s
              max-body-drain = 1 KiB
            }
            vod.cache.keeps-open-for = 5 s
            """);
        _server = await VodServer.StartAsync(_content.Root, "--config", settings);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _content.Dispose();
    }

    [Fact]
    public async Task A_head_that_dribbles_is_answered_408_however_often_a_byte_comes()
    {
        using var client = await ConnectAsync();
        var watch = Stopwatch.StartNew();
        await client.SendAsync("GET / HTTP/1.1\r\nX-Slow: ");
        var dribble = Task.Run(async () =>
        {
            // The pace of a client is what this test is about; it ends before the server may close.
            while (watch.Elapsed < TimeSpan.FromMilliseconds(1300))
            {
                await client.SendAsync("a");
                await Task.Delay(50);
            }
        });

        var response = await client.ReadResponseAsync();

        await dribble;
        Assert.Equal((408, true), (response.Status, response.Closes));
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(1400), TimeSpan.FromSeconds(8));
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task An_idle_connection_is_closed_without_a_word()
    {
        using var client = await ConnectAsync();
        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);
        var watch = Stopwatch.StartNew();

        await client.ExpectEndAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(900), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_is_dropped()
    {
        using var client = await RawClient.ConnectAsync(_server!.EndPoint, receiveBuffer: 16 * 1024);
        await client.RequestAsync("GET", "/large.mp4?whole");
        var head = await client.ReadHeadAsync();
        var watch = Stopwatch.StartNew();
        while (_server.OpenDescriptors(_content.Root).Files > 0)
        {
            Assert.True(watch.Elapsed < RawClient.Patience, "the file is still open");
            await Task.Delay(50);
        }

        Assert.True(await client.ReadBodyAsync(new byte[head.ContentLength]) < head.ContentLength);
    }

    [Fact]
    public async Task The_last_request_that_is_allowed_closes_the_connection()
    {
        using var client = await ConnectAsync();
        var closes = new List<bool>();
        for (var request = 0; request < 3; request++)
        {
            closes.Add((await client.AskAsync("GET", "/one.bin")).Closes);
        }

        Assert.Equal([false, false, true], closes);
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task One_connection_too_many_is_told_to_come_back_later()
    {
        var clients = new List<RawClient>();
        try
        {
            for (var count = 0; count < 4; count++)
            {
                var client = await RawClient.ConnectAsync(_server!.EndPoint, receiveBuffer: 16 * 1024);
                clients.Add(client);
                await client.RequestAsync("GET", "/large.mp4?whole");
                await client.ReadHeadAsync();
            }

            using var extra = await ConnectAsync();
            var response = await extra.ReadResponseAsync();

            Assert.Equal((503, "7", true), (response.Status, response["Retry-After"], response.Closes));
            await extra.ExpectEndAsync();
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_body_longer_than_what_is_drained_closes_the_connection()
    {
        using var client = await ConnectAsync();
        await client.SendAsync("GET /one.bin HTTP/1.1\r\nHost: vod\r\nContent-Length: 1025\r\n\r\n");

        var response = await client.ReadResponseAsync();

        Assert.Equal((200, true), (response.Status, response.Closes));
    }

    private Task<RawClient> ConnectAsync() => RawClient.ConnectAsync(_server!.EndPoint);
}
