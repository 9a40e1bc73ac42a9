using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Tests.IO;

/// <summary>Connections whose two ends are both actors.</summary>
public class TcpBothEndsTests : TcpTest
{
    private sealed record End(TestProbe Handler, IActorRef Connection);

    private (End Client, End Server) Connect(bool keepOpenOnPeerClosed = false, IPAddress? address = null)
    {
        var acceptor = CreateTestProbe();
        var (_, bound) = Listen(acceptor, address: address);
        var client = CreateTestProbe();
        client.Send(Sys.Tcp(), new Tcp.Connect(bound));
        Assert.Equal(bound, client.ExpectMsg<Tcp.Connected>(Patience).RemoteAddress);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var server = CreateTestProbe();
        foreach (var (probe, connection) in new[] { (client, client.LastSender!), (server, acceptor.LastSender!) })
        {
            probe.Watch(connection);
            probe.Send(connection, new Tcp.Register(probe.Ref, keepOpenOnPeerClosed));
        }
        return (new End(client, client.LastSender!), new End(server, acceptor.LastSender!));
    }

    private void Chat(End a, End b)
    {
        a.Handler.Send(a.Connection, Tcp.Write.Create(ByteString.FromString("Ahoy"), new Ack(1)));
        Assert.Equal("Ahoy", b.Handler.ExpectMsg<Tcp.Received>(Patience).Data.ToString());
        a.Handler.ExpectMsg<Ack>(Patience);
        b.Handler.Send(b.Connection, Tcp.Write.Create(ByteString.FromString("who"), new Ack(2)));
        b.Handler.Send(b.Connection, Tcp.Write.Create(ByteString.FromString("calls"), new Ack(3)));
        Assert.Equal("whocalls"u8.ToArray(), Receive(a.Handler, 8));
        Assert.Equal([2, 3], [b.Handler.ExpectMsg<Ack>(Patience).Number, b.Handler.ExpectMsg<Ack>(Patience).Number]);
    }

    private static void ExpectEnd<T>(End end) where T : Tcp.ConnectionClosed
    {
        end.Handler.ExpectMsg<T>(Patience);
        end.Handler.ExpectTerminated(end.Connection, Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_closes_is_told_Closed_and_the_other_PeerClosed(bool clientCloses)
    {
        var (client, server) = Connect();
        Chat(client, server);
        var (closer, other) = clientCloses ? (client, server) : (server, client);

        closer.Handler.Send(closer.Connection, Tcp.Close.Instance);

        ExpectEnd<Tcp.Closed>(closer);
        ExpectEnd<Tcp.PeerClosed>(other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_aborts_is_told_Aborted_and_the_other_ErrorClosed(bool clientAborts)
    {
        var (client, server) = Connect();
        Chat(client, server);
        var (aborter, other) = clientAborts ? (client, server) : (server, client);

        aborter.Handler.Send(aborter.Connection, Tcp.Abort.Instance);

        ExpectEnd<Tcp.Aborted>(aborter);
        Assert.NotEmpty(other.Handler.ExpectMsg<Tcp.ErrorClosed>(Patience).Cause!);
        other.Handler.ExpectTerminated(other.Connection, Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_confirms_is_told_ConfirmedClosed_when_the_other_has_closed_too(bool clientConfirms)
    {
        var (client, server) = Connect();
        Chat(client, server);
        var (confirmer, other) = clientConfirms ? (client, server) : (server, client);

        confirmer.Handler.Send(confirmer.Connection, Tcp.ConfirmedClose.Instance);

        ExpectEnd<Tcp.PeerClosed>(other);
        ExpectEnd<Tcp.ConfirmedClosed>(confirmer);
    }

    [Fact]
    public void A_half_that_stays_open_is_written_to_and_then_closed()
    {
        var (client, server) = Connect(keepOpenOnPeerClosed: true);
        client.Handler.Send(client.Connection, Tcp.ConfirmedClose.Instance);
        server.Handler.ExpectMsg<Tcp.PeerClosed>(Patience);

        Assert.Equal(100_000, SendFrom(server, client, 100_000));
        server.Handler.Send(server.Connection, Tcp.Close.Instance);

        ExpectEnd<Tcp.Closed>(server);
        ExpectEnd<Tcp.ConfirmedClosed>(client);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_connection_that_is_stopped_is_reset(bool byPill)
    {
        var (client, server) = Connect();
        Chat(client, server);

        if (byPill) client.Connection.Tell(PoisonPill.Instance);
        else Sys.Stop(client.Connection);

        client.Handler.ExpectTerminated(client.Connection, Patience);
        ExpectEnd<Tcp.ErrorClosed>(server);
    }

    [Fact]
    public void Who_asks_for_the_end_is_told_besides_the_handler()
    {
        var (client, _) = Connect();
        var other = CreateTestProbe();

        other.Send(client.Connection, Tcp.Close.Instance);

        ExpectEnd<Tcp.Closed>(client);
        other.ExpectMsg<Tcp.Closed>(Patience);
    }

    [Fact]
    public void Backpressure_holds_a_writer_whose_peer_reads_nothing()
    {
        var (client, server) = Connect();
        client.Handler.Send(client.Connection, Tcp.SuspendReading.Instance);
        server.Handler.Send(server.Connection, Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000]), new Ack(1)));
        server.Handler.ExpectNoMsg(Moment);

        client.Handler.Send(client.Connection, Tcp.ResumeReading.Instance);

        Assert.Equal(20_000_000, Receive(client.Handler, 20_000_000).Length);
        server.Handler.ExpectMsg<Ack>(Patience);
    }

    [SkippableFact]
    public void Over_IPv6_it_is_the_same()
    {
        Skip.IfNot(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        var (client, server) = Connect(address: IPAddress.IPv6Loopback);
        Chat(client, server);
        Chat(server, client);
    }

    [Fact]
    public void Many_clients_get_their_own_answers()
    {
        var ends = Enumerable.Range(0, 50).Select(_ => Connect()).ToArray();
        Parallel.ForEach(ends.Select((end, i) => (end.Client, Number: i)), it =>
            it.Client.Handler.Send(it.Client.Connection, Tcp.Write.Create(ByteString.FromBytes(BitConverter.GetBytes(it.Number)), new Ack(it.Number))));

        for (var i = 0; i < ends.Length; i++)
        {
            Assert.Equal(i, BitConverter.ToInt32(Receive(ends[i].Server.Handler, 4)));
            Assert.Equal(i, ends[i].Client.Handler.ExpectMsg<Ack>(Patience).Number);
        }
    }

    private static int SendFrom(End from, End to, int count)
    {
        from.Handler.Send(from.Connection, Tcp.Write.Create(ByteString.FromBytes(new byte[count]), new Ack(1)));
        var received = Receive(to.Handler, count).Length;
        from.Handler.ExpectMsg<Ack>(Patience);
        return received;
    }
}
