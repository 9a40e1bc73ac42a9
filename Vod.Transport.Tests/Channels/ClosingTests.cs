using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Vod.Transport.Tests.Channels;

public sealed class ClosingTests : ChannelTest
{
    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Close_sends_what_is_yet_to_be_written_and_then_the_end(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        var bytes = Noise(9_000_000);
        owner.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes)));
        owner.Tell(Tcp.Close.Instance);
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        Assert.Equal(bytes, await ReadAllAsync(peer));
        events.ExpectMsg<Tcp.Closed>(Patience);
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task ConfirmedClose_closes_this_half_and_reads_the_other_to_its_end(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        owner.Tell(Bytes("bye"));
        owner.Tell(Tcp.ConfirmedClose.Instance);
        Assert.Equal("bye"u8.ToArray(), await ReadAllAsync(peer));
        await peer.SendAsync("but"u8.ToArray());
        Assert.Equal("but"u8.ToArray(), Receive(events, owner, 3));
        owner.Tell(Tcp.ResumeReading.Instance);
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        peer.Shutdown(SocketShutdown.Send);

        events.ExpectMsg<Tcp.ConfirmedClosed>(Patience);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task ConfirmedClose_after_the_end_of_the_peer_closes_at_once(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        peer.Shutdown(SocketShutdown.Send);
        owner.Tell(Tcp.ResumeReading.Instance);
        events.ExpectMsg<Tcp.PeerClosed>(Patience);

        owner.Tell(Tcp.ConfirmedClose.Instance);

        events.ExpectMsg<Tcp.ConfirmedClosed>(Patience);
        Assert.Empty(await ReadAllAsync(peer));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Abort_resets_and_drops_what_is_yet_to_be_written(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        owner.Tell(Tcp.Write.Create(ByteString.FromBytes(new byte[9_000_000]), new Ack("never")));

        owner.Tell(Tcp.Abort.Instance);

        events.ExpectMsg<Tcp.Aborted>(Patience);
        await ExpectResetAsync(peer);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Abort_ends_a_close_that_waits_for_the_peer(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        owner.Tell(Tcp.ConfirmedClose.Instance);
        Assert.Empty(await ReadAllAsync(peer));
        owner.Tell(Tcp.Close.Instance); // does not count
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(50));

        owner.Tell(Tcp.Abort.Instance);

        events.ExpectMsg<Tcp.Aborted>(Patience);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_write_after_a_close_is_refused(string backend)
    {
        var (events, owner, _) = await PairAsync(backend);
        owner.Tell(Tcp.ConfirmedClose.Instance);
        var late = Bytes("late");

        owner.Tell(late);

        Assert.Same(late, events.ExpectMsg<Tcp.CommandFailed>(Patience).Cmd);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_slow_reader_gets_what_the_kernel_has_after_the_owner_has_stopped(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        var bytes = Noise(150_000);
        var ack = new Ack("all");
        owner.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes), ack));
        events.ExpectMsg<Ack>(Patience);
        owner.Tell(Tcp.ConfirmedClose.Instance);
        owner.Tell(PoisonPill.Instance);
        events.ExpectTerminated(owner, Patience);

        Assert.Equal(bytes, await ReadAllAsync(peer));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_owner_that_stops_without_closing_resets(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        owner.Tell(Tcp.ResumeReading.Instance);
        owner.Tell(Bytes("part"));
        await ReadAsync(peer, 4);

        Sys.Stop(owner);

        events.ExpectTerminated(owner, Patience);
        await ExpectResetAsync(peer);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_owner_that_stops_before_all_is_written_resets(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        owner.Tell(Tcp.Write.Create(ByteString.FromBytes(new byte[9_000_000])));
        owner.Tell(Tcp.Close.Instance);

        owner.Tell(PoisonPill.Instance);

        events.ExpectTerminated(owner, Patience);
        await ExpectResetAsync(peer);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_connection_that_fails_touches_no_other(string backend)
    {
        var handler = CreateTestProbe();
        var (_, address) = Listen(backend, handler);
        var peers = new List<Socket>();
        var ends = new List<(Akka.TestKit.TestProbe Events, IActorRef Owner)>();
        for (var n = 0; n < 3; n++)
        {
            peers.Add(await DialAsync(address));
            ends.Add(Own(handler.ExpectMsg<Accepted>(Patience).Channel));
        }

        ends[1].Owner.Tell(Kill.Instance);

        ends[1].Events.ExpectTerminated(ends[1].Owner, Patience);
        await ExpectResetAsync(peers[1]);
        foreach (var n in new[] { 0, 2 })
        {
            await peers[n].SendAsync("still there"u8.ToArray());
            Assert.Equal("still there"u8.ToArray(), Receive(ends[n].Events, ends[n].Owner, 11));
        }
    }
}
