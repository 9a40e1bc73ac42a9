using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Tests.IO;

/// <summary>Connections that nobody has registered for.</summary>
public class TcpUnregisteredTests() : TcpTest("akka.io.tcp.register-timeout = infinite")
{
    [Fact]
    public async Task Who_closes_it_is_told_besides_who_was_to_register()
    {
        var (acceptor, connection, peer) = await Accept();
        var other = CreateTestProbe();

        other.Send(connection, Tcp.Close.Instance);

        acceptor.ExpectMsg<Tcp.Closed>(Patience);
        other.ExpectMsg<Tcp.Closed>(Patience);
        acceptor.ExpectTerminated(connection, Patience);
        Assert.Empty(await ReadAll(peer));
    }

    [Fact]
    public async Task It_is_reset_when_it_is_stopped()
    {
        var (acceptor, connection, peer) = await Accept();

        connection.Tell(PoisonPill.Instance);

        acceptor.ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
    }

    [Fact]
    public async Task It_is_reset_when_who_was_to_register_stops()
    {
        var (acceptor, connection, peer) = await Accept();
        Watch(connection);

        Sys.Stop(acceptor.Ref);

        ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
    }

    [Fact]
    public async Task Once_a_handler_is_registered_who_was_announced_to_may_stop()
    {
        var (acceptor, connection, peer) = await Accept();
        var handler = CreateTestProbe();
        acceptor.Send(connection, new Tcp.Register(handler.Ref));
        await peer.SendAsync(new byte[3]);
        Assert.Equal(3, Receive(handler, 3).Length);
        Watch(acceptor);

        Sys.Stop(acceptor.Ref);
        ExpectTerminated(acceptor, Patience);

        await peer.SendAsync(new byte[4]);
        Assert.Equal(4, Receive(handler, 4).Length);
    }

    [SkippableFact]
    public async Task Nobody_is_connected_when_who_asked_has_stopped()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "A full backlog makes connections wait on Linux.");
        var server = Using(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen(0);
        await Dial((IPEndPoint)server.LocalEndPoint!); // fills the backlog
        var client = CreateTestProbe();
        client.Send(Sys.Tcp(), new Tcp.Connect(server.LocalEndPoint!));
        var connection = await AwaitChild();
        Watch(connection);

        Sys.Stop(client.Ref);

        ExpectTerminated(connection, Patience);
    }

    private async Task<(TestProbe Acceptor, IActorRef Connection, Socket Peer)> Accept()
    {
        var acceptor = CreateTestProbe();
        var (_, address) = Listen(acceptor);
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        acceptor.Watch(acceptor.LastSender!);
        return (acceptor, acceptor.LastSender!, peer);
    }

    private async Task<IActorRef> AwaitChild()
    {
        IActorRef? child = null;
        await AwaitAssertAsync(async () => child = await Sys.ActorSelection("/system/IO-TCP/*").ResolveOne(TimeSpan.FromSeconds(1)), Patience);
        return child!;
    }
}
