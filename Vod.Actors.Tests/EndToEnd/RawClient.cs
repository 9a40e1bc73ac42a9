using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>A client on a bare socket: what it sends, and when, is all up to the test. Every read gives up after <see cref="Patience"/>.</summary>
public sealed class RawClient : IDisposable
{
    /// <summary>How long a read waits before the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private ReadOnlyMemory<byte> _unread;

    private RawClient(Socket socket) => _socket = socket;

    /// <summary>Connects. A small <paramref name="receiveBuffer"/> makes the server wait for this client early.</summary>
    public static async Task<RawClient> ConnectAsync(IPEndPoint server, int receiveBuffer = 0)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        try
        {
            await socket.ConnectAsync(server).WaitAsync(Patience);
            return new RawClient(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request with no body: its line, a Host field and <paramref name="fields"/>.</summary>
    public Task RequestAsync(string method, string target, params string[] fields) =>
        SendAsync($"{method} {target} HTTP/1.1\r\nHost: vod\r\n{string.Concat(fields.Select(field => field + "\r\n"))}\r\n");

    /// <summary>Sends <paramref name="text"/>, a byte a character.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends all of <paramref name="bytes"/>.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (bytes.Length > 0)
        {
            bytes = bytes[await _socket.SendAsync(bytes, deadline.Token)..];
        }
    }

    /// <summary>Sends and reads an answer.</summary>
    public async Task<RawResponse> AskAsync(string method, string target, params string[] fields)
    {
        await RequestAsync(method, target, fields);
        return await ReadResponseAsync(method);
    }

    /// <summary>Reads one whole response to a request of <paramref name="method"/>.</summary>
    public async Task<RawResponse> ReadResponseAsync(string method = "GET")
    {
        var response = await ReadHeadAsync();
        var length = method == "HEAD" || response.Status is 204 or 304 ? 0 : response.ContentLength;
        var body = new byte[length];
        var got = await ReadBodyAsync(body);
        Assert.True(got == length, $"the body ended after {got} of {length} bytes");
        return response with { Body = body };
    }

    /// <summary>Reads up to the empty line that ends a head; what follows stays unread.</summary>
    public async Task<RawResponse> ReadHeadAsync()
    {
        var head = new List<byte>(1024);
        while (!EndsHead(head))
        {
            if (_unread.Length == 0 && !await FillAsync())
            {
                throw new EndOfStreamException($"The connection ended within a head, after: {Encoding.Latin1.GetString([.. head])}");
            }

            head.Add(_unread.Span[0]);
            _unread = _unread[1..];
        }

        return RawResponse.Parse(Encoding.Latin1.GetString([.. head]));
    }

    /// <summary>Fills <paramref name="body"/>; fewer bytes than that mean that the connection ended or was reset.</summary>
    public async Task<int> ReadBodyAsync(Memory<byte> body)
    {
        var got = 0;
        while (got < body.Length)
        {
            if (_unread.Length == 0 && !await FillAsync())
            {
                break;
            }

            var count = Math.Min(_unread.Length, body.Length - got);
            _unread[..count].CopyTo(body[got..]);
            _unread = _unread[count..];
            got += count;
        }

        return got;
    }

    /// <summary>Waits for the server to close and asserts that it sent nothing more.</summary>
    public async Task ExpectEndAsync()
    {
        Assert.True(_unread.Length == 0 && !await FillAsync(), $"unexpected: {Encoding.Latin1.GetString(_unread.Span)}");
    }

    /// <summary>Says that nothing more will be sent, and goes on reading.</summary>
    public void ShutdownSend() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Vanishes: the server gets a reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static bool EndsHead(List<byte> head) => head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';

    private async Task<bool> FillAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(), deadline.Token);
            _unread = _buffer.AsMemory(0, count);
            return count > 0;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            return false;
        }
    }
}
