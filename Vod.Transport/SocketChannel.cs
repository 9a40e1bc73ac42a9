using System.Buffers;
using System.Net;
using Akka.Actor;
using Akka.IO;
using Vod.Transport.Sockets;

namespace Vod.Transport;

/// <summary>
/// A connection over a socket of its own. All of it runs on the owner's thread; while the peer is slow it holds what is left of the commands,
/// and while it is idle no buffer.
/// </summary>
internal sealed partial class SocketChannel(SocketDriver socket) : IConnectionChannel
{
    private const int ReceiveSize = 64 * 1024;

    private IActorRef _owner = ActorRefs.Nobody;
    private Tcp.CloseCommand? _closing;
    private bool _reads, _peerClosed, _isShut, _isClosed;

    /// <inheritdoc/>
    public EndPoint RemoteAddress => socket.RemoteAddress;

    /// <inheritdoc/>
    public long? BytesConfirmed => _isClosed ? null : socket.BytesConfirmed;

    /// <inheritdoc/>
    public void Open(IActorContext owner)
    {
        _owner = owner.Self;
        socket.Open(_owner);
    }

    /// <inheritdoc/>
    public void ResumeReading()
    {
        _reads = true;
        Read();
    }

    /// <inheritdoc/>
    public void Continue()
    {
        if (_isClosed) return;
        socket.TakeSignal();
        if (_rest is not null) Flush();
        Read();
    }

    /// <inheritdoc/>
    public void Close(Tcp.CloseCommand how)
    {
        if (_isClosed || (_closing is not null && how is not Tcp.Abort)) return;
        _closing = how;
        if (how is Tcp.Abort) End(how.Event, resets: true);
        else if (_rest is null) CloseInOrder();
    }

    /// <summary>The owner has stopped. What the kernel still has of a last answer goes its way when the connection was being closed in order.</summary>
    public void Dispose()
    {
        if (_isClosed) return;
        _isClosed = true;
        if (_closing is null || _rest is not null) socket.ResetOnClose();
        else if (!_isShut) socket.ShutdownSend();
        Release();
    }

    /// <summary>All is written: this half is closed, and with <see cref="Tcp.ConfirmedClose"/> the other one read to its end.</summary>
    private void CloseInOrder()
    {
        if (!_isShut) socket.ShutdownSend();
        _isShut = true;
        if (_closing is Tcp.Close || _peerClosed) End(_closing!.Event, resets: false);
    }

    private void Read()
    {
        if (!_reads || _peerClosed || _isClosed) return;
        var buffer = ArrayPool<byte>.Shared.Rent(ReceiveSize);
        try
        {
            while (true)
            {
                var count = socket.Receive(buffer);
                if (count == SocketDriver.Full)
                {
                    if (socket.AwaitReadable()) return;
                    continue;
                }

                _reads = false;
                if (count == SocketDriver.Failure) Fail(socket.LastError);
                else if (count == 0) OnPeerClosed();
                else _owner.Tell(new Tcp.Received(ByteString.CopyFrom(buffer, 0, count)), _owner);
                return;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void OnPeerClosed()
    {
        _peerClosed = true;
        if (_closing is null) _owner.Tell(Tcp.PeerClosed.Instance, _owner);
        else if (_rest is null) End(_closing.Event, resets: false); // else when that is written
    }

    private void Fail(string error) => End(new Tcp.ErrorClosed(error), resets: true);

    private void End(Tcp.ConnectionClosed closed, bool resets)
    {
        if (_isClosed) return;
        _isClosed = true;
        if (resets) socket.ResetOnClose();
        Release();
        _owner.Tell(closed, _owner);
    }

    private void Release()
    {
        ReleaseFiles();
        (_rest, _later) = (null, null);
        socket.Dispose();
    }
}
