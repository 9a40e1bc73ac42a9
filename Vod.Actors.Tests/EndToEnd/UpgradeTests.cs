using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>A second server takes the port over from the first: nobody notices.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const int Large = 40 * 1024 * 1024;
    private const int Connectors = 8;
    private readonly ContentFolder _content = new();
    private int _answered;

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task New_connections_and_transfers_under_way_get_through_an_upgrade()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SO_REUSEPORT deals connections out on Linux only");
        var film = _content.Add("film.mp4", Large);
        _content.Add("one.bin", 1);
        var settings = _content.PathOf(".reuse.conf");
        await File.WriteAllTextAsync(settings, "vod.listen { reuse-port = on, host = 127.0.0.1 }");
        await using var old = await VodServer.StartAsync(_content.Root, "--config", settings);
        using var viewer = await RawClient.ConnectAsync(old.EndPoint, receiveBuffer: 64 * 1024);
        await viewer.RequestAsync("GET", "/film.mp4?whole");
        var head = await viewer.ReadHeadAsync();
        var body = new byte[head.ContentLength];
        await viewer.ReadBodyAsync(body.AsMemory(0, 1024 * 1024));
        using var fresh = await RawClient.ConnectAsync(old.EndPoint); // asks for nothing yet
        using var stop = new CancellationTokenSource();
        var connectors = Enumerable.Range(0, Connectors).Select(_ => Task.Run(() => ConnectAgainAndAgain(old.EndPoint, stop.Token))).ToArray();
        await MoreAnswersAsync(connectors);

        await using var successor = await VodServer.StartWithAsync(
            "--port", $"{old.Announced.Port}", "--content", _content.Root, "--config", settings);
        await MoreAnswersAsync(connectors);
        old.Terminate();
        Assert.Equal(200, (await fresh.AskAsync("GET", "/one.bin")).Status);
        await MoreAnswersAsync(connectors);
        await viewer.ReadBodyAsync(body.AsMemory(1024 * 1024));

        Assert.Equal(0, await old.ExitCodeAsync());
        await MoreAnswersAsync(connectors);
        await stop.CancelAsync();
        await Task.WhenAll(connectors);
        Assert.Equal(ContentFolder.Sha256(film), ContentFolder.Sha256(body));
        Assert.Contains("new connections go to the other process", old.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_reuse_port_a_second_server_is_turned_down()
    {
        await using var server = await VodServer.StartAsync(_content.Root, "--host", "127.0.0.1");

        var (code, _, error) = await VodServer.RunAsync("--port", $"{server.Announced.Port}", "--content", _content.Root, "--host", "127.0.0.1");

        Assert.Equal(2, code);
        Assert.Contains("in use", error, StringComparison.Ordinal);
    }

    /// <summary>A new connection for each request: unlike one that is kept, such a request may not be tried again.</summary>
    private async Task ConnectAgainAndAgain(IPEndPoint server, CancellationToken stop)
    {
        var request = Encoding.ASCII.GetBytes("GET /one.bin HTTP/1.1\r\nHost: vod\r\nConnection: close\r\n\r\n");
        var buffer = new byte[1000];
        while (!stop.IsCancellationRequested)
        {
            using var deadline = new CancellationTokenSource(RawClient.Patience);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server, deadline.Token);
            await socket.SendAsync(request, deadline.Token);
            var length = 0;
            for (int got; (got = await socket.ReceiveAsync(buffer.AsMemory(length), deadline.Token)) > 0;) length += got;
            Assert.StartsWith("HTTP/1.1 200 ", Encoding.ASCII.GetString(buffer, 0, length), StringComparison.Ordinal);
            Interlocked.Increment(ref _answered);
        }
    }

    /// <summary>Waits until many more have been answered; fails at once when one was not.</summary>
    private async Task MoreAnswersAsync(Task[] connectors)
    {
        var enough = Volatile.Read(ref _answered) + 200;
        using var deadline = new CancellationTokenSource(VodServer.Patience);
        while (Volatile.Read(ref _answered) < enough)
        {
            if (connectors.FirstOrDefault(task => task.IsFaulted) is { } failed) await failed;
            await Task.Delay(5, deadline.Token);
        }
    }
}
