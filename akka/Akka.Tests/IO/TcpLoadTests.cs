using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpLoadTests : TcpTest
{
    [Fact]
    public async Task A_thousand_connections_are_echoed_at_once()
    {
        var bound = CreateTestProbe();
        Sys.ActorOf(Props.Create(() => new EchoServer(bound.Ref)));
        var address = (System.Net.IPEndPoint)bound.ExpectMsg<Tcp.Bound>(Patience).LocalAddress;
        var peers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Dial(address)));

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(peers.Select(async (peer, i) =>
            {
                var bytes = Noise(100 + i);
                await peer.SendAsync(bytes);
                Assert.Equal(bytes, await ReadExactly(peer, bytes.Length));
            }));
        }
        await Task.WhenAll(peers.Select(async peer =>
        {
            peer.Shutdown(SocketShutdown.Send);
            Assert.Empty(await ReadAll(peer));
        }));
        for (var i = 0; i < 1000; i++) bound.ExpectMsg<Tcp.PeerClosed>(Patience);
    }

    private sealed class EchoServer : ReceiveActor
    {
        public EchoServer(IActorRef observer)
        {
            Context.System.Tcp().Tell(new Tcp.Bind(Self, new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0), 1000));
            Receive<Tcp.Bound>(observer.Tell);
            Receive<Tcp.Connected>(_ => Sender.Tell(new Tcp.Register(Self)));
            Receive<Tcp.Received>(received => Sender.Tell(Tcp.Write.Create(received.Data)));
            Receive<Tcp.ConnectionClosed>(observer.Tell);
        }
    }
}
