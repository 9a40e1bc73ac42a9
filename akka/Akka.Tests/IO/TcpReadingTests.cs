using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpReadingTests : TcpTest
{
    private static void Suspend(TestKit.TestProbe handler, IActorRef connection)
    {
        handler.Send(connection, Tcp.SuspendReading.Instance);
        // Answered after the command before it, so that nothing is sent before that has been obeyed.
        handler.Send(connection, Tcp.ResumeWriting.Instance);
        handler.ExpectMsg<Tcp.WritingResumed>(Patience);
    }

    [Fact]
    public async Task What_the_peer_sends_is_received_in_order()
    {
        var (handler, _, peer) = await Pair();
        var bytes = Noise(3_000_000);
        var sending = peer.SendAsync(bytes);

        Assert.Equal(bytes, Receive(handler, bytes.Length));
        Assert.Equal(bytes.Length, await sending);
    }

    [Fact]
    public async Task One_event_has_at_most_128_KiB()
    {
        var (handler, connection, peer) = await Pair();
        Suspend(handler, connection);
        var sending = peer.SendAsync(new byte[1_000_000]);
        handler.ExpectNoMsg(Moment);
        handler.Send(connection, Tcp.ResumeReading.Instance);

        var most = 0;
        for (var left = 1_000_000; left > 0;)
        {
            var count = handler.ExpectMsg<Tcp.Received>(Patience).Data.Count;
            most = Math.Max(most, count);
            left -= count;
        }
        Assert.InRange(most, 1, 128 << 10);
        await sending;
    }

    [Fact]
    public async Task Suspended_reading_goes_on_where_it_stopped()
    {
        var (handler, connection, peer) = await Pair();
        await peer.SendAsync("ab"u8.ToArray());
        Assert.Equal("ab"u8.ToArray(), Receive(handler, 2));

        Suspend(handler, connection);
        await peer.SendAsync("cd"u8.ToArray());
        handler.ExpectNoMsg(Moment);

        handler.Send(connection, Tcp.ResumeReading.Instance);
        Assert.Equal("cd"u8.ToArray(), Receive(handler, 2));
    }

    [Fact]
    public async Task In_pull_mode_each_ResumeReading_gets_one_Received()
    {
        var (handler, connection, peer) = await Pair(pullMode: true);
        await peer.SendAsync(new byte[200_000].AsMemory());
        handler.ExpectNoMsg(Moment);

        for (var left = 200_000; left > 0;)
        {
            handler.Send(connection, Tcp.ResumeReading.Instance);
            left -= handler.ExpectMsg<Tcp.Received>(Patience).Data.Count;
            handler.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        }

        handler.Send(connection, Tcp.ResumeReading.Instance);
        await peer.SendAsync(new byte[1]);
        Assert.Equal(1, handler.ExpectMsg<Tcp.Received>(Patience).Data.Count);
    }

    [Fact]
    public async Task In_pull_mode_reading_may_be_resumed_before_registering()
    {
        var acceptor = CreateTestProbe();
        var (listener, address) = Listen(acceptor, pullMode: true);
        listener.Tell(new Tcp.ResumeAccepting(1));
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var connection = acceptor.LastSender!;

        acceptor.Send(connection, Tcp.ResumeReading.Instance);
        acceptor.Send(connection, new Tcp.Register(acceptor.Ref));
        await peer.SendAsync(new byte[4]);

        Assert.Equal(4, acceptor.ExpectMsg<Tcp.Received>(Patience).Data.Count);
    }

    [Fact]
    public async Task What_came_before_registering_is_received_after()
    {
        var acceptor = CreateTestProbe();
        var (_, address) = Listen(acceptor);
        var peer = await Dial(address);
        await peer.SendAsync(new byte[7]);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var connection = acceptor.LastSender!;
        acceptor.ExpectNoMsg(Moment);

        acceptor.Send(connection, new Tcp.Register(acceptor.Ref));

        Assert.Equal(7, acceptor.ExpectMsg<Tcp.Received>(Patience).Data.Count);
    }
}

public class TcpRegistrationTests() : TcpTest("akka.io.tcp.register-timeout = 300 ms")
{
    [Fact]
    public async Task A_connection_that_nobody_registers_for_is_dropped()
    {
        var acceptor = CreateTestProbe();
        var (_, address) = Listen(acceptor);
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        acceptor.Watch(acceptor.LastSender!);

        acceptor.ExpectTerminated(acceptor.LastSender!, Patience);

        await ExpectReset(peer);
    }

    [Fact]
    public async Task A_registered_connection_stays()
    {
        var (handler, _, peer) = await Pair();
        handler.ExpectNoMsg(TimeSpan.FromMilliseconds(600));

        await peer.SendAsync(new byte[1]);
        handler.ExpectMsg<Tcp.Received>(Patience);
    }
}
