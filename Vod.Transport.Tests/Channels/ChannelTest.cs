using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Channels;

/// <summary>Connections over real sockets of the loopback interface: the owner's end is a channel, the peer's an ordinary socket.</summary>
public abstract class ChannelTest() : TestKit("akka.loglevel = WARNING\nakka.stdout-loglevel = OFF\nakka.log-dead-letters = off")
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<IDisposable> _disposables = [];

    /// <summary>The backends that this system has.</summary>
    public static TheoryData<string> Backends { get; } = new(EventLoop.IsSupported
        ? [nameof(Backend.Epoll), nameof(Backend.RuntimeAndKernel), nameof(Backend.Runtime)]
        : [nameof(Backend.Runtime)]);

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

    /// <summary>Listens on a free port.</summary>
    protected (IActorRef Socket, IPEndPoint Address) Listen(string backend, TestProbe handler, bool pullMode = false, params Inet.SocketOption[] options)
    {
        var manager = Sys.ActorOf(TransportManager.Props(Enum.Parse<Backend>(backend)));
        var binder = CreateTestProbe();
        binder.Send(manager, new Tcp.Bind(handler.Ref, new IPEndPoint(IPAddress.Loopback, 0), 1000, options, pullMode));
        var bound = binder.ExpectMsg<Tcp.Bound>(Patience);
        return (binder.LastSender, (IPEndPoint)bound.LocalAddress);
    }

    /// <summary>A connection whose owner tells a probe what happens.</summary>
    protected async Task<(TestProbe Events, IActorRef Owner, Socket Peer)> PairAsync(string backend, int? receiveBuffer = null)
    {
        var handler = CreateTestProbe();
        var (_, address) = Listen(backend, handler);
        var peer = await DialAsync(address, receiveBuffer);
        var (events, owner) = Own(handler.ExpectMsg<Accepted>(Patience).Channel);
        return (events, owner, peer);
    }

    protected (TestProbe Events, IActorRef Owner) Own(IConnectionChannel channel)
    {
        var events = CreateTestProbe();
        var owner = Sys.ActorOf(ChannelOwner.Props(channel, events.Ref));
        events.Watch(owner);
        return (events, owner);
    }

    protected async Task<Socket> DialAsync(IPEndPoint address, int? receiveBuffer = null)
    {
        var socket = Using(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        if (receiveBuffer is { } size) socket.ReceiveBufferSize = size;
        await socket.ConnectAsync(address).WaitAsync(Patience);
        return socket;
    }

    /// <summary>Reads to the peer's end of the connection.</summary>
    protected static async Task<byte[]> ReadAllAsync(Socket peer)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = await peer.ReceiveAsync(buffer).WaitAsync(Patience)) > 0;) all.Write(buffer, 0, count);
        return all.ToArray();
    }

    protected static async Task<byte[]> ReadAsync(Socket peer, int count)
    {
        var bytes = new byte[count];
        for (int done = 0, read; done < count; done += read)
        {
            read = await peer.ReceiveAsync(bytes.AsMemory(done)).AsTask().WaitAsync(Patience);
            Assert.True(read > 0, $"the connection ended after {done} of {count} bytes");
        }

        return bytes;
    }

    /// <summary>The peer sees a reset, after whatever it was sent before.</summary>
    protected static async Task ExpectResetAsync(Socket peer) =>
        Assert.Equal(SocketError.ConnectionReset, (await Assert.ThrowsAsync<SocketException>(() => ReadAllAsync(peer))).SocketErrorCode);

    /// <summary>Receives so many bytes, asking for them as often as it takes.</summary>
    protected static byte[] Receive(TestProbe events, IActorRef owner, int count)
    {
        var bytes = new List<byte>();
        while (bytes.Count < count)
        {
            owner.Tell(Tcp.ResumeReading.Instance);
            bytes.AddRange(events.ExpectMsg<Tcp.Received>(Patience).Data.ToArray());
        }

        return [.. bytes];
    }

    protected static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    protected static Tcp.Write Bytes(string text, Tcp.Event? ack = null) => Tcp.Write.Create(ByteString.FromString(text), ack ?? Tcp.NoAck.Instance);

    /// <summary>An acknowledgment with a name.</summary>
    protected sealed class Ack(string name) : Tcp.Event
    {
        public override string ToString() => name;
    }
}
