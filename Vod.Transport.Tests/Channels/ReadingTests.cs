using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Vod.Transport.Tests.Channels;

public sealed class ReadingTests : ChannelTest
{
    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Bytes_come_only_when_they_are_asked_for_and_once_for_each_time(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        await peer.SendAsync("one"u8.ToArray());
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        Assert.Equal("one"u8.ToArray(), Receive(events, owner, 3));

        await peer.SendAsync("two"u8.ToArray());
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        Assert.Equal("two"u8.ToArray(), Receive(events, owner, 3));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_read_that_is_armed_gets_what_comes_later(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        for (var n = 0; n < 100; n++)
        {
            owner.Tell(Tcp.ResumeReading.Instance);
            if (n % 2 == 0) await Task.Yield();
            await peer.SendAsync("x"u8.ToArray());
            Assert.Equal("x", events.ExpectMsg<Tcp.Received>(Patience).Data.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task All_bytes_come_in_their_order(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        var sent = Noise(3_000_000);
        var sending = peer.SendAsync(sent);

        Assert.Equal(sent, Receive(events, owner, sent.Length));
        await sending;
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_end_of_the_peer_is_told_and_writing_goes_on(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        await peer.SendAsync("last"u8.ToArray());
        peer.Shutdown(SocketShutdown.Send);
        Assert.Equal("last"u8.ToArray(), Receive(events, owner, 4));
        owner.Tell(Tcp.ResumeReading.Instance);
        events.ExpectMsg<Tcp.PeerClosed>(Patience);

        owner.Tell(Bytes("answer"));
        owner.Tell(Tcp.Close.Instance);

        Assert.Equal("answer"u8.ToArray(), await ReadAllAsync(peer));
        events.ExpectMsg<Tcp.Closed>(Patience);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_reset_by_the_peer_is_told_at_once_to_an_owner_that_reads(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        owner.Tell(Tcp.ResumeReading.Instance);
        await ReadAsync(peer, await SendAsync(owner, "hello"));

        peer.LingerState = new LingerOption(true, 0);
        peer.Dispose();

        Assert.True(events.ExpectMsg<Tcp.ConnectionClosed>(Patience).IsErrorClosed);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_peer_that_leaves_while_it_is_sent_a_lot_is_noticed(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 16 * 1024);
        owner.Tell(Tcp.Write.Create(ByteString.FromBytes(new byte[50_000_000])));
        owner.Tell(Tcp.ResumeReading.Instance);
        await ReadAsync(peer, 100_000);

        peer.LingerState = new LingerOption(true, 0);
        peer.Dispose();

        Assert.True(events.ExpectMsg<Tcp.ConnectionClosed>(Patience).IsErrorClosed);
    }

    private static Task<int> SendAsync(IActorRef owner, string text)
    {
        owner.Tell(Bytes(text));
        return Task.FromResult(text.Length);
    }
}
