using System.Buffers;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO.Sockets;

namespace Akka.IO;

// Reading. A receive of no bytes is always in flight, unless there is something that nobody wants yet: it holds no buffer, and notices at
// once when the peer resets the connection. When it completes, a buffer is borrowed for just as long as it takes to copy out what came.
internal abstract partial class TcpConnection
{
    private const int BufferSize = 128 << 10;
    private const int ReadsInARow = 4;

    private SocketOperation? _receive;
    private bool _receiving;   // the receive is in flight
    private bool _readable;    // there is something to receive
    private bool _reading;     // somebody wants it
    private bool _readOnAhead; // a signal to read on is on its way

    private bool TakeReadCommand(object message)
    {
        switch (message)
        {
            case Tcp.ResumeReading:
                _reading = true;
                if (_registration is not null) Read();
                return true;
            case Tcp.SuspendReading:
                _reading = false;
                return true;
            default:
                return false;
        }
    }

    private void OnReadable()
    {
        _receiving = false;
        if (Received()) Read();
    }

    private void ReadOn()
    {
        _readOnAhead = false;
        Read();
    }

    /// <summary>Receives what is there and wanted, and then waits for more.</summary>
    private void Read()
    {
        if (_readOnAhead) return;
        for (var reads = 0; !_receiving && !_peerClosed; reads++)
        {
            if (!_readable)
            {
                _receive ??= new SocketOperation(Self, SocketSignal.Readable);
                _receiving = _socket!.ReceiveAsync(_receive);
                if (_receiving || !Received()) return;
            }
            if (!_reading)
            {
                if (Peek()) continue;
                return;
            }
            if (reads == ReadsInARow)
            {
                _readOnAhead = true;
                Self.Tell(SocketSignal.ReadOn, ActorRefs.NoSender);
                return;
            }
            if (!Receive()) return;
        }
    }

    /// <summary>
    /// Nobody wants bytes now, but errors are always of interest, and the peer's end is where it is awaited. The receive of no bytes
    /// does not tell them apart.
    /// </summary>
    /// <returns>Whether there was nothing after all.</returns>
    private bool Peek()
    {
        Span<byte> one = stackalloc byte[1];
        var count = _socket!.Receive(one, SocketFlags.Peek, out var error);
        if (error == SocketError.WouldBlock)
        {
            _readable = false;
            return true;
        }
        if (error != SocketError.Success) Fail(new SocketException((int)error).Message);
        else if (count == 0 && _ending is not null) OnPeerClosed();
        return false;
    }

    /// <summary>The receive of no bytes has completed.</summary>
    private bool Received()
    {
        if (_receive!.SocketError == SocketError.Success) return _readable = true;
        Fail(new SocketException((int)_receive.SocketError).Message);
        return false;
    }

    /// <summary>Receives once, and hands it to the handler.</summary>
    /// <returns>Whether the connection goes on.</returns>
    private bool Receive()
    {
        var size = Math.Min(BufferSize, settings.ReceivedMessageSizeLimit);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        int count;
        SocketError error;
        ByteString data;
        try
        {
            count = _socket!.Receive(buffer, 0, size, SocketFlags.None, out error);
            data = ByteString.CopyFrom(buffer, 0, count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        _readable = count == size;
        if (error == SocketError.WouldBlock) return true;
        if (error != SocketError.Success)
        {
            Fail(new SocketException((int)error).Message);
            return false;
        }
        if (count == 0)
        {
            OnPeerClosed();
            return false;
        }
        if (pullMode) _reading = false;
        _registration!.Handler.Tell(new Tcp.Received(data), Self);
        return true;
    }
}
