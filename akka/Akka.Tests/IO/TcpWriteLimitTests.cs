using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Tests.IO;

/// <summary>The limit is for writes that have to wait, because others are being written or nobody has registered yet.</summary>
public class TcpWriteLimitTests() : TcpTest("akka.io.tcp.write-commands-queue-max-size = 1000")
{
    private const int Plenty = 20_000_000; // more than the kernel takes while nobody reads

    private static Tcp.Write Bytes(int count, int ack = 0) => Tcp.Write.Create(ByteString.FromBytes(new byte[count]), new Ack(ack));

    [Fact]
    public async Task A_write_of_any_size_goes_out_when_nothing_is_being_written()
    {
        var (handler, connection, peer) = await Pair();

        handler.Send(connection, Bytes(100_000, 1));

        Assert.Equal(1, handler.ExpectMsg<Ack>(Patience).Number);
        await ReadExactly(peer, 100_000);
    }

    [Fact]
    public async Task A_refused_write_refuses_all_others_until_writing_is_resumed()
    {
        var (handler, connection, peer) = await Pair();
        handler.Send(connection, Bytes(Plenty, 1));
        handler.Send(connection, Bytes(1000, 2));
        handler.Send(connection, Bytes(1, 3));
        Assert.Equal("Dropping write because queue is full", handler.ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value!.Message);
        handler.Send(connection, Bytes(1, 4));
        Assert.Equal(" because of Dropping write because writing is suspended", handler.ExpectMsg<Tcp.CommandFailed>(Patience).CauseString);

        handler.Send(connection, Tcp.ResumeWriting.Instance);
        await ReadExactly(peer, Plenty + 1000);
        Assert.Equal([1, 2], [handler.ExpectMsg<Ack>(Patience).Number, handler.ExpectMsg<Ack>(Patience).Number]);
        handler.ExpectMsg<Tcp.WritingResumed>(Patience);
        handler.Send(connection, Bytes(1000, 5));
        Assert.Equal(5, handler.ExpectMsg<Ack>(Patience).Number);
        await ReadExactly(peer, 1000);
    }

    [Fact]
    public async Task Without_resuming_only_the_refused_write_is_lost()
    {
        var (handler, connection, peer) = await Pair(useResumeWriting: false);
        var refused = Bytes(600, 2).Append(Bytes(401, 3));
        handler.Send(connection, Bytes(Plenty, 1));
        handler.Send(connection, refused);
        Assert.Same(refused, handler.ExpectMsg<Tcp.CommandFailed>(Patience).Cmd);

        handler.Send(connection, Bytes(1, 4));

        await ReadExactly(peer, Plenty + 1);
        Assert.Equal([1, 4], [handler.ExpectMsg<Ack>(Patience).Number, handler.ExpectMsg<Ack>(Patience).Number]);
    }

    [Fact]
    public async Task One_only_may_wait_for_resuming()
    {
        var (handler, connection, peer) = await Pair();
        var other = CreateTestProbe();
        handler.Send(connection, Bytes(Plenty, 1));
        handler.Send(connection, Tcp.ResumeWriting.Instance);
        other.Send(connection, Tcp.ResumeWriting.Instance);
        Assert.Same(Tcp.ResumeWriting.Instance, other.ExpectMsg<Tcp.CommandFailed>(Patience).Cmd);

        await ReadExactly(peer, Plenty);

        handler.ExpectMsg<Ack>(Patience);
        handler.ExpectMsg<Tcp.WritingResumed>(Patience);
        other.Send(connection, Tcp.ResumeWriting.Instance);
        other.ExpectMsg<Tcp.WritingResumed>(Patience);
    }

    [Fact]
    public async Task Writes_that_come_in_one_go_wait_for_each_other()
    {
        var (_, connection, peer) = await Pair();
        // Told the acknowledgment on the connection's own thread, so that what it sends comes before the connection looks up again.
        var eager = new Eager(connection, Bytes(1001, 2), Tcp.ResumeWriting.Instance, Bytes(1000, 3));

        connection.Tell(Bytes(2000, 1), eager);

        Assert.Equal(1, Assert.IsType<Ack>(eager.Next()).Number);
        Assert.Equal(1001, Assert.IsType<Tcp.Write>(Assert.IsType<Tcp.CommandFailed>(eager.Next()).Cmd).Data.Count);
        Assert.Equal(3, Assert.IsType<Ack>(eager.Next()).Number);
        Assert.IsType<Tcp.WritingResumed>(eager.Next());
        await ReadExactly(peer, 3000);
        connection.Tell(Bytes(2000, 4), eager);
        Assert.Equal(4, Assert.IsType<Ack>(eager.Next()).Number);
    }

    [Fact]
    public async Task Before_registering_a_write_beyond_the_limit_is_refused_and_no_other()
    {
        var acceptor = CreateTestProbe();
        var (_, address) = Listen(acceptor);
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var connection = acceptor.LastSender!;

        acceptor.Send(connection, Bytes(1001, 1));
        Assert.Equal(1001, Assert.IsType<Tcp.Write>(acceptor.ExpectMsg<Tcp.CommandFailed>(Patience).Cmd).Data.Count);
        acceptor.Send(connection, Bytes(999, 2));
        acceptor.Send(connection, Bytes(2, 3));
        acceptor.ExpectMsg<Tcp.CommandFailed>(Patience);
        acceptor.Send(connection, Bytes(1, 4));
        acceptor.Send(connection, new Tcp.Register(acceptor.Ref));

        Assert.Equal([2, 4], [acceptor.ExpectMsg<Ack>(Patience).Number, acceptor.ExpectMsg<Ack>(Patience).Number]);
        await ReadExactly(peer, 1000);
    }

    [Fact]
    public async Task What_was_written_is_sent_before_the_end()
    {
        var (handler, connection, peer) = await Pair();
        for (var i = 0; i < 10; i++) handler.Send(connection, Bytes(100, i));
        handler.Send(connection, Tcp.Close.Instance);

        Assert.Equal(1000, (await ReadAll(peer)).Length);
        for (var i = 0; i < 10; i++) Assert.Equal(i, handler.ExpectMsg<Ack>(Patience).Number);
        handler.ExpectMsg<Tcp.Closed>(Patience);
    }

    /// <summary>Answers the first message it gets with commands of its own.</summary>
    private sealed class Eager(IActorRef connection, params Tcp.Command[] commands) : MinimalActorRef
    {
        private readonly System.Collections.Concurrent.BlockingCollection<object> _messages = [];
        private Tcp.Command[] _left = commands;

        public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / "eager";

        public override IActorRefProvider Provider => throw new NotSupportedException();

        public object Next()
        {
            Assert.True(_messages.TryTake(out var message, Patience), "no message came");
            return message!;
        }

        protected override void TellInternal(object message, IActorRef sender)
        {
            foreach (var command in Interlocked.Exchange(ref _left, [])) connection.Tell(command, this);
            _messages.Add(message);
        }
    }
}
