using System.Net;
using System.Net.Sockets;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>SIGTERM: nothing new begins, what is being sent is finished, and the exit code is 0.</summary>
public sealed class StopTests : IDisposable
{
    private const int Large = 40 * 1024 * 1024;
    private readonly ContentFolder _content = new();

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task A_transfer_under_way_is_finished()
    {
        var file = _content.Add("large.mp4", Large);
        await using var server = await VodServer.StartAsync(_content.Root);
        using var client = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 64 * 1024);
        await client.RequestAsync("GET", "/large.mp4?whole");
        var head = await client.ReadHeadAsync();
        var body = new byte[head.ContentLength];
        Assert.Equal(1024 * 1024, await client.ReadBodyAsync(body.AsMemory(0, 1024 * 1024)));

        server.Terminate();

        // Only when it has stopped to accept does the client read on: what it gets then, it gets after the signal.
        await RefusedAsync(server);
        Assert.Equal(Large - (1024 * 1024), await client.ReadBodyAsync(body.AsMemory(1024 * 1024)));
        await client.ExpectEndAsync();
        Assert.Equal(ContentFolder.Sha256(file), ContentFolder.Sha256(body));
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task Idle_connections_are_closed_at_once()
    {
        _content.Add("one.bin", 1);
        await using var server = await VodServer.StartAsync(_content.Root);
        using var fresh = await RawClient.ConnectAsync(server.EndPoint);
        using var kept = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(200, (await kept.AskAsync("GET", "/one.bin")).Status);

        server.Terminate();

        await kept.ExpectEndAsync();
        await fresh.ExpectEndAsync();
        Assert.Equal(0, await server.ExitCodeAsync().WaitAsync(TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task Those_who_read_nothing_are_given_up_after_the_shutdown_timeout()
    {
        _content.Add("large.mp4", Large);
        var settings = _content.PathOf(".short.conf");
        await File.WriteAllTextAsync(settings, "vod.http.shutdown-timeout = 1 s");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", settings);
        using var client = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 64 * 1024);
        await client.RequestAsync("GET", "/large.mp4?whole");
        await client.ReadHeadAsync();

        server.Terminate();

        Assert.Equal(0, await server.ExitCodeAsync().WaitAsync(TimeSpan.FromSeconds(15)));
        Assert.Contains("Stopping: no more connections are accepted", server.Output, StringComparison.Ordinal);
        Assert.Contains("Stopping: 1 connections may finish what they are being sent, within 1 s", server.Output, StringComparison.Ordinal);
        Assert.Contains("cut off while Writing /large.mp4", server.Output, StringComparison.Ordinal);
        Assert.Contains("Stopping: no connection is open any more", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_balancers_are_given_time_to_notice_and_viewers_are_served_meanwhile()
    {
        _content.Add("one.bin", 1);
        var settings = _content.PathOf(".slow.conf");
        await File.WriteAllTextAsync(settings, "vod.http.drain-delay = 3 s\nvod.admin.port = 0");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", settings, "--admin", "on");
        using var admin = new HttpClient { BaseAddress = await server.AdminAsync() };
        while (!(await admin.GetAsync("health/ready")).IsSuccessStatusCode) await Task.Delay(20);

        server.Terminate();
        await server.SaysAsync("Stopping: not ready any more, going on for 3 s");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await admin.GetAsync("health/ready")).StatusCode);
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        var answer = await client.AskAsync("GET", "/one.bin");
        Assert.Equal((200, false), (answer.Status, answer.Closes));
        await client.ExpectEndAsync();
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    private static async Task RefusedAsync(VodServer server)
    {
        using var deadline = new CancellationTokenSource(RawClient.Patience);
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(server.EndPoint, deadline.Token);
                await Task.Delay(20, deadline.Token);
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset)
            {
                return;
            }
        }
    }
}
