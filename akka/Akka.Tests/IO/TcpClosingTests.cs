using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpClosingTests : TcpTest
{
    [Fact]
    public async Task Close_sends_what_is_yet_to_be_written_and_then_the_end()
    {
        var (handler, connection, peer) = await Pair();
        var commander = CreateTestProbe();
        var bytes = Noise(20_000_000); // more than the kernel takes at once

        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(bytes)));
        commander.Send(connection, Tcp.Close.Instance);
        handler.ExpectNoMsg(Moment);

        Assert.Equal(bytes, await ReadAll(peer));
        handler.ExpectMsg<Tcp.Closed>(Patience);
        commander.ExpectMsg<Tcp.Closed>(Patience);
        handler.ExpectTerminated(connection, Patience);
    }

    [Fact]
    public async Task The_handler_that_closes_is_told_once()
    {
        var (handler, connection, peer) = await Pair();

        handler.Send(connection, Tcp.Close.Instance);

        handler.ExpectMsg<Tcp.Closed>(Patience);
        handler.ExpectTerminated(connection, Patience);
        handler.ExpectNoMsg(Moment);
        Assert.Empty(await ReadAll(peer));
    }

    [Fact]
    public async Task The_handler_may_stop_once_it_has_asked_to_close()
    {
        var (handler, connection, peer) = await Pair();
        var bytes = Noise(20_000_000);
        Watch(connection);

        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(bytes)));
        handler.Send(connection, Tcp.ConfirmedClose.Instance);
        Sys.Stop(handler.Ref);

        Assert.Equal(bytes, await ReadAll(peer));
        ExpectTerminated(connection, Patience);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_without_its_handler_does_not_wait_for_ever_for_a_peer_that_reads_nothing(bool confirmed)
    {
        Tcp.Instance.Apply(Sys).Settings.FlushTimeoutWithoutHandler = TimeSpan.FromMilliseconds(300);
        var (handler, connection, peer) = await Pair();
        var commander = CreateTestProbe();
        Watch(connection);

        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[50_000_000])));
        commander.Send(connection, confirmed ? Tcp.ConfirmedClose.Instance : Tcp.Close.Instance);
        Sys.Stop(handler.Ref);

        commander.ExpectMsg<Tcp.Aborted>(Patience);
        ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
    }

    [Fact]
    public async Task A_connection_whose_handler_lives_waits_for_its_peer()
    {
        Tcp.Instance.Apply(Sys).Settings.FlushTimeoutWithoutHandler = TimeSpan.FromMilliseconds(1);
        var (handler, connection, peer) = await Pair();
        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(Noise(20_000_000))));
        handler.Send(connection, Tcp.Close.Instance);
        handler.ExpectNoMsg(Moment);
        Assert.Equal(20_000_000, (await ReadAll(peer)).Length);
        handler.ExpectMsg<Tcp.Closed>(Patience);
    }

    [Fact]
    public async Task A_write_after_Close_is_refused()
    {
        var (handler, connection, _) = await Pair();
        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000])));
        handler.Send(connection, Tcp.Close.Instance);
        var late = Tcp.Write.Create(ByteString.FromString("late"));

        handler.Send(connection, late);

        Assert.Same(late, handler.ExpectMsg<Tcp.CommandFailed>(Patience).Cmd);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ConfirmedClose_closes_this_half_and_waits_for_the_other(bool pullMode)
    {
        var (handler, connection, peer) = await Pair(pullMode);
        handler.Send(connection, Tcp.Write.Create(ByteString.FromString("bye")));
        handler.Send(connection, Tcp.ConfirmedClose.Instance);

        Assert.Equal("bye"u8.ToArray(), await ReadAll(peer));
        handler.ExpectNoMsg(Moment);
        if (!pullMode)
        {
            await peer.SendAsync("but"u8.ToArray());
            Assert.Equal("but"u8.ToArray(), Receive(handler, 3));
        }
        peer.Shutdown(SocketShutdown.Send);
        handler.ExpectMsg<Tcp.ConfirmedClosed>(Patience);
        handler.ExpectTerminated(connection, Patience);
    }

    [Fact]
    public async Task ConfirmedClose_ends_at_once_when_the_peer_has_closed_before()
    {
        var (handler, connection, peer) = await Pair(keepOpenOnPeerClosed: true);
        peer.Shutdown(SocketShutdown.Send);
        handler.ExpectMsg<Tcp.PeerClosed>(Patience);

        handler.Send(connection, Tcp.ConfirmedClose.Instance);

        handler.ExpectMsg<Tcp.ConfirmedClosed>(Patience);
        Assert.Empty(await ReadAll(peer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Abort_resets_the_connection_and_drops_what_is_yet_to_be_written(bool whileClosing)
    {
        var (handler, connection, peer) = await Pair();
        var commander = CreateTestProbe();
        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000]), new Ack(1)));
        if (whileClosing) handler.Send(connection, Tcp.Close.Instance);

        commander.Send(connection, Tcp.Abort.Instance);

        handler.ExpectMsg<Tcp.Aborted>(Patience);
        commander.ExpectMsg<Tcp.Aborted>(Patience);
        handler.ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
    }

    [Fact]
    public async Task The_peers_end_closes_the_connection()
    {
        var (handler, connection, peer) = await Pair();
        await peer.SendAsync(new byte[3]);
        peer.Shutdown(SocketShutdown.Send);

        handler.ExpectMsg<Tcp.Received>(Patience);
        handler.ExpectMsg<Tcp.PeerClosed>(Patience);
        handler.ExpectTerminated(connection, Patience);
        Assert.Empty(await ReadAll(peer));
    }

    [Fact]
    public async Task A_connection_that_stays_open_can_be_written_to_after_the_peers_end()
    {
        var (handler, connection, peer) = await Pair(keepOpenOnPeerClosed: true);
        peer.Shutdown(SocketShutdown.Send);
        handler.ExpectMsg<Tcp.PeerClosed>(Patience);

        handler.Send(connection, Tcp.Write.Create(ByteString.FromString("still here"), new Ack(1)));
        handler.ExpectMsg<Ack>(Patience);
        handler.Send(connection, Tcp.Close.Instance);

        Assert.Equal("still here"u8.ToArray(), await ReadAll(peer));
        handler.ExpectMsg<Tcp.Closed>(Patience);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_by_the_peer_is_noticed_at_once_even_when_nothing_is_read(bool pullMode)
    {
        var (handler, connection, peer) = await Pair(pullMode);
        handler.ExpectNoMsg(Moment);

        Reset(peer);

        var closed = handler.ExpectMsg<Tcp.ErrorClosed>(Patience);
        Assert.True(closed.IsErrorClosed);
        Assert.NotEmpty(closed.Cause!);
        handler.ExpectTerminated(connection, Patience);
    }

    [Fact]
    public async Task A_reset_by_the_peer_is_noticed_while_a_write_is_pending()
    {
        var (handler, connection, peer) = await Pair();
        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[50_000_000]), new Ack(1)));
        handler.ExpectNoMsg(Moment);

        Reset(peer);

        handler.ExpectMsg<Tcp.ErrorClosed>(Patience);
        handler.ExpectTerminated(connection, Patience);
    }

    [Fact]
    public async Task The_connection_is_aborted_when_its_handler_stops()
    {
        var (handler, connection, peer) = await Pair();
        Watch(connection);

        Sys.Stop(handler.Ref);

        ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
    }

    [Fact]
    public async Task What_completes_after_the_end_is_no_dead_letter()
    {
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var acceptor = CreateTestProbe();
        var (listener, _) = Listen(acceptor);
        for (var i = 0; i < 20; i++)
        {
            var (handler, connection, _) = await Pair();
            handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000]), new Ack(1)));
            handler.Send(connection, Tcp.Abort.Instance);
            handler.ExpectMsg<Tcp.Aborted>(Patience);
            handler.ExpectTerminated(connection, Patience);
        }
        acceptor.Send(listener, Tcp.Unbind.Instance);
        acceptor.ExpectMsg<Tcp.Unbound>(Patience);

        letters.ExpectNoMsg(Moment);
    }
}
