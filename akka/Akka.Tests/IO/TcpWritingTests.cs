using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpWritingTests : TcpTest
{
    [Fact]
    public async Task Ten_megabytes_are_echoed()
    {
        var (handler, connection, peer) = await Pair();
        var bytes = Noise(10_000_000);
        var sending = peer.SendAsync(bytes);
        var receiving = ReadExactly(peer, bytes.Length);

        for (var left = bytes.Length; left > 0;)
        {
            var received = handler.ExpectMsg<Tcp.Received>(Patience);
            left -= received.Data.Count;
            handler.Send(connection, Tcp.Write.Create(received.Data));
        }

        Assert.Equal(bytes, await receiving);
        await sending;
    }

    [Fact]
    public async Task Each_writer_is_told_its_own_acknowledgments_in_order()
    {
        var (handler, connection, peer) = await Pair();
        var other = CreateTestProbe();
        for (var i = 0; i < 1000; i++)
            (i % 3 == 0 ? other : handler).Send(connection, Tcp.Write.Create(ByteString.FromBytes([(byte)i]), new Ack(i)));

        for (var i = 0; i < 1000; i++)
        {
            var writer = i % 3 == 0 ? other : handler;
            Assert.Equal(i, writer.ExpectMsg<Ack>(Patience).Number);
            Assert.Equal(connection, writer.LastSender);
        }
        Assert.Equal(1000, (await ReadExactly(peer, 1000)).Length);
    }

    [Fact]
    public async Task An_acknowledgment_waits_for_the_kernel_to_take_all()
    {
        var (handler, connection, peer) = await Pair();
        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000]), new Ack(1)));
        handler.ExpectNoMsg(Moment);

        await ReadExactly(peer, 20_000_000);

        Assert.Equal(1, handler.ExpectMsg<Ack>(Patience).Number);
    }

    [Fact]
    public async Task Nothing_is_told_without_acknowledgment()
    {
        var (handler, connection, peer) = await Pair();

        handler.Send(connection, Tcp.Write.Create(ByteString.FromString("a")));
        handler.Send(connection, Tcp.Write.Create(ByteString.FromString("b"), new Tcp.NoAck("token")));

        Assert.Equal("ab"u8.ToArray(), await ReadExactly(peer, 2));
        handler.ExpectNoMsg(Moment);
    }

    [Fact]
    public async Task The_parts_of_a_compound_write_are_sent_in_order_and_acknowledged_one_by_one()
    {
        var (handler, connection, peer) = await Pair();
        var write = Tcp.WriteCommand.Create(
            Tcp.Write.Create(ByteString.FromString("one"), new Ack(1)),
            Tcp.Write.Create(ByteString.FromString("two")),
            Tcp.Write.Create(ByteString.FromString("th") + ByteString.FromString("ree"), new Ack(3)),
            Tcp.Write.Create(ByteString.Empty, new Ack(4)));

        handler.Send(connection, write);

        Assert.Equal("onetwothree"u8.ToArray(), await ReadExactly(peer, 11));
        Assert.Equal([1, 3, 4], Enumerable.Range(0, 3).Select(_ => handler.ExpectMsg<Ack>(Patience).Number));
    }

    [Fact]
    public async Task More_segments_than_one_call_takes_are_sent_in_order()
    {
        var (handler, connection, peer) = await Pair();
        var bytes = Noise(100_000);
        var rope = ByteString.FromBytes(bytes.Chunk(100).Select(chunk => new ArraySegment<byte>(chunk)));

        handler.Send(connection, Tcp.Write.Create(rope, new Ack(1)));

        Assert.Equal(bytes, await ReadExactly(peer, bytes.Length));
        handler.ExpectMsg<Ack>(Patience);
    }

    [Fact]
    public async Task What_is_written_before_registering_is_sent_after()
    {
        var acceptor = CreateTestProbe();
        var (_, address) = Listen(acceptor);
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var connection = acceptor.LastSender!;

        acceptor.Send(connection, Tcp.Write.Create(ByteString.FromString("early"), new Ack(1)));
        acceptor.ExpectNoMsg(Moment);
        acceptor.Send(connection, new Tcp.Register(acceptor.Ref));

        acceptor.ExpectMsg<Ack>(Patience);
        Assert.Equal("early"u8.ToArray(), await ReadExactly(peer, 5));
    }

    [Fact]
    public async Task ResumeWriting_is_answered_once_all_is_written()
    {
        var (handler, connection, peer) = await Pair();
        handler.Send(connection, Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000])));
        handler.Send(connection, Tcp.ResumeWriting.Instance);
        handler.ExpectNoMsg(Moment);

        await ReadExactly(peer, 20_000_000);

        handler.ExpectMsg<Tcp.WritingResumed>(Patience);
    }

    [Fact]
    public void Writes_are_composed_in_order()
    {
        var a = Tcp.Write.Create(ByteString.FromString("a"));
        var b = Tcp.Write.Create(ByteString.FromString("b"));
        var c = Tcp.Write.Create(ByteString.FromString("c"));

        Assert.Same(Tcp.Write.Empty, Tcp.WriteCommand.Create());
        Assert.Same(a, Tcp.WriteCommand.Create(a));
        Assert.Equal([a, b, c], Assert.IsType<Tcp.CompoundWrite>(Tcp.WriteCommand.Create(a, b, c)));
        Assert.Equal([a, b, c], Assert.IsType<Tcp.CompoundWrite>(Tcp.WriteCommand.Create(a.Append(b), c)));
        Assert.Equal([a, b, c], a.Append(b.Append(c)));
        Assert.Equal([a, b], b.Prepend(a));
        Assert.Equal([a, b, c], Assert.IsType<Tcp.CompoundWrite>(c.Prepend([a.Append(b)])));
        Assert.Same(c, c.Prepend([]));
    }
}
