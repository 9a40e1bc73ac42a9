using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Fuzzing;

/// <summary>Holds conversations with a server, and holds what comes against what must come.</summary>
internal sealed class Dialogue(IPEndPoint server, Expectations expectations)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // without a byte in either direction
    private static readonly TimeSpan Shrinking = TimeSpan.FromSeconds(20);
    private readonly long[] _statuses = new long[600];
    private long _bytes, _conversations, _firstFailure;

    /// <summary>Whether to look for a smaller case that fails: for a while, as each that hangs takes its time.</summary>
    public bool Shrinks => Interlocked.Read(ref _firstFailure) == 0 || Stopwatch.GetElapsedTime(_firstFailure) < Shrinking;

    /// <summary>How many connections there were.</summary>
    public long Conversations => Interlocked.Read(ref _conversations);

    /// <summary>What came so far, in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Conversations:N0} connections, {_statuses.Sum():N0} answers, {_bytes:N0} bytes; {string.Join(", ", _statuses.Index().Where(s => s.Item > 0).Select(s => $"{s.Index}: {s.Item:N0}"))}");

    /// <summary>One connection, from its beginning to its end.</summary>
    public async Task HoldAsync(Conversation conversation)
    {
        Interlocked.Increment(ref _conversations);
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await socket.ConnectAsync(server, deadline.Token);
            var reading = ReadAsync(socket, conversation.ReadsAll ? int.MaxValue : conversation.Taken, deadline);
            await SendAsync(socket, conversation, deadline);
            if (!conversation.ReadsAll)
            {
                await Leave(socket, conversation, reading);
                return;
            }

            if (conversation.Parting == Parting.HalfCloseLater) await Task.WhenAny(reading, Task.Delay(20, deadline.Token));
            HalfClose(socket);
            var (bytes, wasReset) = await reading;
            Interlocked.Add(ref _bytes, bytes.Length);
            Assert.False(wasReset, $"the connection was reset after {bytes.Length} bytes");
            Check(conversation, bytes);
        }
        catch (OperationCanceledException)
        {
            throw Failure($"Nothing for {Patience}", conversation, null);
        }
        catch (Exception e) when (e is not SocketException)
        {
            throw Failure(e.Message, conversation, e);
        }
    }

    private InvalidOperationException Failure(string message, Conversation conversation, Exception? cause)
    {
        Interlocked.CompareExchange(ref _firstFailure, Stopwatch.GetTimestamp(), 0);
        return new InvalidOperationException($"{message}\nIn: {conversation}", cause);
    }

    private static async Task SendAsync(Socket socket, Conversation conversation, CancellationTokenSource deadline)
    {
        try
        {
            foreach (var piece in conversation.Pieces())
            {
                for (var rest = piece; rest.Length > 0;)
                {
                    rest = rest[await socket.SendAsync(rest, deadline.Token)..];
                    deadline.CancelAfter(Patience);
                }
            }
        }
        catch (SocketException)
        {
            // The server has closed: whether it may, what it sent tells.
        }
    }

    private static void HalfClose(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It is closed already.
        }
    }

    private static async Task Leave(Socket socket, Conversation conversation, Task reading)
    {
        await Task.WhenAny(reading, Task.Delay(5)); // what was asked for may be less than what was to be read
        if (conversation.Parting == Parting.Reset) socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
        try
        {
            await reading;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It was reading when the socket went.
        }
    }

    private static async Task<(byte[] Bytes, bool WasReset)> ReadAsync(Socket socket, int most, CancellationTokenSource deadline)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (bytes.Length < most)
        {
            try
            {
                var count = await socket.ReceiveAsync(buffer, deadline.Token);
                if (count == 0) break;
                deadline.CancelAfter(Patience);
                bytes.Write(buffer, 0, count);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
            {
                return (bytes.ToArray(), true);
            }
        }

        return (bytes.ToArray(), false);
    }

    private void Check(Conversation conversation, ReadOnlyMemory<byte> bytes)
    {
        foreach (var expected in expectations.Of(conversation.Bytes))
        {
            var response = TakeHead(ref bytes);
            if (response.Status == 100 && expected.Head?.AwaitsContinue == true)
            {
                Assert.Empty(response.Fields);
                response = TakeHead(ref bytes);
            }

            Interlocked.Increment(ref _statuses[response.Status]);
            var length = expected.IsHead || response.Status is 204 or 304 ? 0 : response.ContentLength;
            Assert.True(bytes.Length >= length, $"a body of {length} bytes ends after {bytes.Length}");
            response = response with { Body = bytes[..length].ToArray() };
            bytes = bytes[length..];
            var early = expected.Early is { } plan && response.Closes && response.Status == plan.Status;
            Check(early ? expected with { Plan = expected.Early, Closes = true } : expected, response);
            if (early) break;
        }

        Assert.True(bytes.IsEmpty, $"{bytes.Length} bytes too many: {Encoding.Latin1.GetString(bytes.Span[..Math.Min(200, bytes.Length)])}");
    }

    private static RawResponse TakeHead(ref ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf("\r\n\r\n"u8);
        Assert.True(end >= 0, $"an answer is missing; there is only: {Encoding.Latin1.GetString(bytes.Span[..Math.Min(200, bytes.Length)])}");
        var response = RawResponse.Parse(Encoding.Latin1.GetString(bytes.Span[..(end + 4)]));
        bytes = bytes[(end + 4)..];
        return response;
    }

    private void Check(Expected expected, RawResponse response)
    {
        Assert.Equal(expected.Closes, response.Closes);
        Assert.True(response["Date"] is not null && response["Server"] is not null, "a standard field is missing");
        if (expected.Plan is not { } plan)
        {
            Assert.InRange(response.Status, 200, 499);
            return;
        }

        Assert.Equal(plan.Status, response.Status);
        Assert.Equal(plan.Head.ContentLength?.ToString(CultureInfo.InvariantCulture), response["Content-Length"]);
        Assert.Equal(plan.Head.ContentRange?.ToString(), response["Content-Range"]);
        Assert.Equal(plan.Head.ETag?.ToString(), response["ETag"]);
        Assert.True(expected.IsHead || expected.Body(expectations.FileOf(expected.Head), response["Content-Type"]).AsSpan().SequenceEqual(response.Body), "the body differs");
    }
}
