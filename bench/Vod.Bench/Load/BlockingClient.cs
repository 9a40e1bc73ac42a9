using System.Net;
using System.Net.Sockets;

namespace Vod.Bench.Load;

/// <summary>One connection, used by one thread, which waits: as little between the socket and the check of its bytes as can be.</summary>
internal sealed class BlockingClient : IDisposable
{
    private const int MaxHead = 8 << 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Socket _socket;
    private readonly byte[] _buffer;
    private int _start;
    private int _end;

    /// <summary>Connects.</summary>
    /// <param name="port">On the loopback address.</param>
    /// <param name="bufferSize">What is read at once; at least 8 KiB.</param>
    public BlockingClient(int port, int bufferSize = MaxHead)
    {
        _buffer = new byte[Math.Max(bufferSize, MaxHead)];
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.ReceiveTimeout = _socket.SendTimeout = (int)Limit.TotalMilliseconds;
        try
        {
            _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends all of it.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[_socket.Send(bytes)..];
    }

    /// <summary>Reads the head of the next response.</summary>
    /// <exception cref="IOException">The connection ended, or that is no head.</exception>
    public ResponseHead ReadHead()
    {
        while (true)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            var end = unread.IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                _start += end + 4;
                return ResponseHead.Parse(unread[..(end + 4)]);
            }
            if (unread.Length >= MaxHead) throw new IOException("A response's head over 8 KiB.");
            unread.CopyTo(_buffer);
            (_start, _end) = (0, unread.Length);
            Fill();
        }
    }

    /// <summary>Reads the next bytes of a body.</summary>
    /// <param name="count">How many at most.</param>
    /// <returns>Some, valid until the next call.</returns>
    public ReadOnlySpan<byte> ReadBody(long count)
    {
        if (_start == _end)
        {
            _start = _end = 0;
            Fill();
        }
        var bytes = _buffer.AsSpan(_start, (int)Math.Min(count, _end - _start));
        _start += bytes.Length;
        return bytes;
    }

    /// <summary>Reads a body and checks each byte of it.</summary>
    /// <param name="file">The file that it is a part of.</param>
    /// <param name="offset">Where.</param>
    /// <param name="count">Its length.</param>
    /// <returns>Whether it was right.</returns>
    public bool CheckBody(TestFile file, long offset, long count)
    {
        var right = true;
        while (count > 0)
        {
            var bytes = ReadBody(count);
            right &= bytes.SequenceEqual(file.Bytes(offset, bytes.Length));
            offset += bytes.Length;
            count -= bytes.Length;
        }
        return right;
    }

    /// <summary>Reads a body and forgets it.</summary>
    public void SkipBody(long count)
    {
        while (count > 0) count -= ReadBody(count).Length;
    }

    /// <summary>Closes at once, as a player does that jumps: what is under way is lost.</summary>
    public void Abandon()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private void Fill()
    {
        var received = _socket.Receive(_buffer.AsSpan(_end));
        if (received == 0) throw new IOException("The server closed the connection.");
        _end += received;
    }
}
