using System.Net.Sockets;
using System.Text;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Clients who leave after every single byte of an exchange, with a reset or in order. Nothing of them stays.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private const int AtOnce = 32;
    private const int Size = 700;
    private const string Request = "GET /film.mp4 HTTP/1.1\r\nHost: vod\r\nRange: bytes=0-\r\nContent-Length: 5\r\n\r\nhello";
    private readonly ContentFolder _content = new();
    private VodServer? _server;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _content.Add("film.mp4", Size);
        // Every answer sends from the file.
        var settings = _content.PathOf(".uncached.conf");
        await File.WriteAllTextAsync(settings, "vod.cache { size = 0 B, remembers-for = 0 s, keeps-open-for = 2 s }");
        _server = await VodServer.StartAsync(_content.Root, "--config", settings);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _content.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wherever_a_client_leaves_its_connection_is_gone_with_it(bool reset)
    {
        var sockets = _server!.OpenDescriptors(_content.Root).Sockets;
        var whole = await LengthAsync();

        var leavings = Enumerable.Range(0, Request.Length).Select(sent => (sent, taken: 0))
            .Concat(Enumerable.Range(0, whole + 1).Select(taken => (sent: Request.Length, taken)));
        await Parallel.ForEachAsync(leavings, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (at, _) => await LeaveAsync(at.sent, at.taken, reset));

        var left = _server.OpenDescriptors(_content.Root);
        for (var end = DateTime.UtcNow + RawClient.Patience; left != (0, sockets) && DateTime.UtcNow < end; left = _server.OpenDescriptors(_content.Root)) await Task.Delay(20);
        Assert.Equal((0, sockets), left);
        Assert.Equal(whole, await LengthAsync());
        _server.Terminate();
        Assert.Equal(0, await _server.ExitCodeAsync());
        Assert.Contains("Stopping: 0 connections", _server.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^[0-9:.]+ (WARN|ERROR)|Exception", _server.Output);
    }

    /// <summary>How many bytes a whole answer has.</summary>
    private async Task<int> LengthAsync()
    {
        using var client = await RawClient.ConnectAsync(_server!.EndPoint);
        await client.SendAsync(Request);
        var answer = await client.ReadResponseAsync();
        Assert.Equal(206, answer.Status);
        Assert.Equal(_content["film.mp4"], answer.Body);
        return "HTTP/1.1 206 Partial Content\r\n\r\n".Length + answer.Fields.Sum(field => field.Name.Length + field.Value.Length + ": \r\n".Length) + Size;
    }

    private async Task LeaveAsync(int sent, int taken, bool reset)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = new CancellationTokenSource(RawClient.Patience);
        await socket.ConnectAsync(_server!.EndPoint, deadline.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Request[..sent]), deadline.Token);
        var buffer = new byte[Math.Max(1, taken)];
        for (var got = 0; got < taken;)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(got, taken - got), deadline.Token);
            Assert.True(count > 0, $"the answer ended after {got} bytes");
            got += count;
        }

        if (reset) socket.LingerState = new LingerOption(enable: true, seconds: 0);
    }
}
