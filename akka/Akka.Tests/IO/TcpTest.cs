using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Tests.IO;

/// <summary>Tests of TCP actors against ordinary sockets on the loopback interface.</summary>
public abstract class TcpTest(string config = "") : TestKit.Xunit2.TestKit($"{config}\nakka.loglevel = OFF\nakka.stdout-loglevel = OFF")
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly List<IDisposable> _disposables = [];

    /// <summary>Has something disposed of after the test.</summary>
    protected T Using<T>(T disposable) where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }

    protected override void Dispose(bool disposing)
    {
        _disposables.ForEach(disposable => disposable.Dispose());
        base.Dispose(disposing);
    }

    /// <summary>Listens on a free port of the loopback interface.</summary>
    protected (IActorRef Listener, IPEndPoint Address) Listen(TestProbe handler, bool pullMode = false, IPAddress? address = null,
        params Inet.SocketOption[] options)
    {
        var binder = CreateTestProbe();
        binder.Send(Sys.Tcp(), new Tcp.Bind(handler.Ref, new IPEndPoint(address ?? IPAddress.Loopback, 0), 1000, options, pullMode));
        var bound = binder.ExpectMsg<Tcp.Bound>(Patience);
        return (binder.LastSender!, (IPEndPoint)bound.LocalAddress);
    }

    /// <summary>Connects an ordinary socket to a listening actor, and registers a handler for the actor's end.</summary>
    protected async Task<(TestProbe Handler, IActorRef Connection, Socket Peer)> Pair(bool pullMode = false, bool keepOpenOnPeerClosed = false,
        bool useResumeWriting = true, params Inet.SocketOption[] options)
    {
        var acceptor = CreateTestProbe();
        var (listener, address) = Listen(acceptor, pullMode, options: options);
        if (pullMode) listener.Tell(new Tcp.ResumeAccepting(1));
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var connection = acceptor.LastSender!;
        var handler = CreateTestProbe();
        handler.Watch(connection);
        handler.Send(connection, new Tcp.Register(handler.Ref, keepOpenOnPeerClosed, useResumeWriting));
        return (handler, connection, peer);
    }

    protected async Task<Socket> Dial(IPEndPoint address, int? receiveBuffer = null)
    {
        var socket = Using(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        if (receiveBuffer is { } size) socket.ReceiveBufferSize = size;
        await socket.ConnectAsync(address).WaitAsync(Patience);
        return socket;
    }

    /// <summary>Reads to the end of the stream.</summary>
    protected static async Task<byte[]> ReadAll(Socket socket)
    {
        var stream = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await socket.ReceiveAsync(buffer).WaitAsync(Patience) is var count and > 0) stream.Write(buffer, 0, count);
        return stream.ToArray();
    }

    protected static async Task<byte[]> ReadExactly(Socket socket, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await socket.ReceiveAsync(bytes.AsMemory(read)).AsTask().WaitAsync(Patience);
            Assert.NotEqual(0, more);
            read += more;
        }
        return bytes;
    }

    /// <summary>Reads until the peer resets the connection.</summary>
    protected static async Task ExpectReset(Socket socket)
    {
        var e = await Assert.ThrowsAsync<SocketException>(() => ReadAll(socket));
        Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
    }

    /// <summary>What the handler is told until it has got so many bytes.</summary>
    protected static byte[] Receive(TestProbe handler, int count)
    {
        var received = ByteString.Empty;
        while (received.Count < count) received += handler.ExpectMsg<Tcp.Received>(Patience).Data;
        return received.ToArray();
    }

    /// <summary>Closes a socket so that its peer gets a reset.</summary>
    protected static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    protected static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    protected sealed class Ack(int number) : Tcp.Event
    {
        public int Number { get; } = number;

        public override string ToString() => $"Ack({Number})";
    }
}
