using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Vod.Transport.Tests.Channels;

namespace Vod.Transport.Tests.AkkaIo;

/// <summary>
/// What the manager of Akka.IO does not do, which is why this library exists (docs/transport.md): each of these tests fails when that changes.
/// </summary>
public sealed class OfficialTcpTests : ChannelTest
{
    [Fact]
    public async Task The_official_manager_stops_connections_on_Unbind()
    {
        var handler = CreateTestProbe();
        var (socket, address) = Bind(handler);
        var peer = await DialAsync(address);
        var connection = Register(handler);

        handler.Send(socket, Tcp.Unbind.Instance);

        handler.FishForMessage(message => message is Terminated stopped && stopped.ActorRef.Equals(connection), Patience);
        await ExpectResetAsync(peer);
    }

    [Fact]
    public async Task The_official_manager_accepts_without_credit_in_pull_mode()
    {
        var handler = CreateTestProbe();
        var (_, address) = Bind(handler, pullMode: true);

        await DialAsync(address);

        handler.ExpectMsg<Tcp.Connected>(Patience); // ResumeAccepting was never sent
    }

    [Fact]
    public void The_official_connection_sends_frames_of_4_KiB_by_default() =>
        Assert.Equal(4096, TcpSettings.Create(Sys).MaxFrameSizeBytes);

    [Fact]
    public async Task The_official_connection_cannot_send_files()
    {
        var handler = CreateTestProbe();
        var (_, address) = Bind(handler);
        await DialAsync(address);
        var connection = Register(handler);
        using var file = File.OpenHandle(typeof(OfficialTcpTests).Assembly.Location);

        handler.Send(connection, new WriteFile(ByteString.Empty, new FileRegion(file, 0, 10), new Ack("never")));

        Assert.IsType<WriteFile>(handler.FishForMessage(message => message is Tcp.CommandFailed, Patience) is Tcp.CommandFailed failed ? failed.Cmd : null);
    }

    [Fact]
    public async Task A_channel_over_the_official_manager_sends_files_from_memory()
    {
        var handler = CreateTestProbe();
        var (_, address) = Bind(handler);
        var peer = await DialAsync(address);
        var connected = handler.ExpectMsg<Tcp.Connected>(Patience);
        var (events, owner) = Own(new ActorChannel(handler.LastSender, connected.RemoteAddress, takesFiles: false));
        var path = typeof(OfficialTcpTests).Assembly.Location;
        var content = await File.ReadAllBytesAsync(path);
        using var file = File.OpenHandle(path);
        var half = content.Length / 2;
        var ack = new Ack("all");

        owner.Tell(new WriteFile(ByteString.FromString("head"), [new(file, 0, half), new(file, half, content.Length - half)], ack));
        byte[] expected = [.. "head"u8, .. content];
        Assert.Equal(expected, await ReadAsync(peer, expected.Length));
        Assert.Same(ack, events.ExpectMsg<Ack>(Patience));
        await peer.SendAsync("thanks"u8.ToArray());
        Assert.Equal("thanks"u8.ToArray(), Receive(events, owner, 6));
        owner.Tell(new WriteFile(ByteString.FromString("end"), new FileRegion(file, 0, 0), Tcp.NoAck.Instance));
        owner.Tell(Tcp.Close.Instance);

        Assert.Equal("end"u8.ToArray(), await ReadAllAsync(peer));
        events.ExpectMsg<Tcp.Closed>(Patience);
    }

    private (IActorRef Socket, IPEndPoint Address) Bind(TestProbe handler, bool pullMode = false)
    {
        var binder = CreateTestProbe();
        binder.Send(Sys.Tcp(), new Tcp.Bind(handler.Ref, new IPEndPoint(IPAddress.Loopback, 0), 100, [], pullMode));
        var bound = binder.ExpectMsg<Tcp.Bound>(Patience);
        return (binder.LastSender, (IPEndPoint)bound.LocalAddress);
    }

    private static IActorRef Register(TestProbe handler)
    {
        handler.ExpectMsg<Tcp.Connected>(Patience);
        var connection = handler.LastSender;
        handler.Watch(connection);
        handler.Send(connection, new Tcp.Register(handler.Ref, keepOpenOnPeerClosed: true, useResumeWriting: false));
        return connection;
    }
}
