using System.Net;
using Akka.TestKit.Xunit2;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>What the owner is told of readiness, whichever comes first: the wait or the edge.</summary>
public sealed class SocketDriverTests : TestKit
{
    private readonly FakeDriver _driver = new();

    public SocketDriverTests() : base("akka.stdout-loglevel = OFF") => _driver.Open(TestActor);

    [Fact]
    public void An_owner_that_waits_is_told_once_however_often_the_socket_is_ready()
    {
        Assert.Equal(SocketDriver.Full, _driver.Receive(new byte[1]));
        Assert.True(_driver.AwaitReadable());

        _driver.OnReady(Readiness.Readable);
        _driver.OnReady(Readiness.Readable | Readiness.PeerClosed);

        ExpectMsg<ChannelReady>();
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        _driver.TakeSignal();
        Assert.False(_driver.AwaitReadable()); // it is ready
    }

    [Fact]
    public void An_owner_that_does_not_wait_is_not_told_and_finds_out_when_it_does()
    {
        Assert.Equal(SocketDriver.Full, _driver.Receive(new byte[1]));

        _driver.OnReady(Readiness.Readable);

        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        Assert.False(_driver.AwaitReadable());
    }

    [Fact]
    public void An_edge_during_a_receive_is_not_lost()
    {
        _driver.During = () => _driver.OnReady(Readiness.Readable);

        Assert.Equal(SocketDriver.Full, _driver.Receive(new byte[1]));

        Assert.False(_driver.AwaitReadable());
    }

    [Fact]
    public void An_edge_during_a_send_is_not_lost()
    {
        _driver.During = () => _driver.OnReady(Readiness.Writable);

        Assert.Equal(SocketDriver.Full, _driver.Send(new byte[1], default, more: false));

        Assert.False(_driver.AwaitWritable(new byte[1]));
    }

    [Fact]
    public void A_read_is_waited_for_also_when_a_send_was_ready_at_once()
    {
        Assert.Equal(SocketDriver.Full, _driver.Receive(new byte[1]));
        Assert.True(_driver.AwaitReadable());
        _driver.SendsAtOnce = true;
        Assert.Equal(SocketDriver.Full, _driver.Send(new byte[1], default, more: false));
        Assert.False(_driver.AwaitWritable(new byte[1]));
        ExpectNoMsg(TimeSpan.FromMilliseconds(50)); // the owner has just asked

        _driver.OnReady(Readiness.Readable);

        ExpectMsg<ChannelReady>();
    }

    [Fact]
    public void An_error_wakes_whoever_waits_for_anything()
    {
        Assert.Equal(SocketDriver.Full, _driver.Send(new byte[1], default, more: false));
        Assert.True(_driver.AwaitWritable(new byte[1]));

        _driver.OnReady(Readiness.Error);

        ExpectMsg<ChannelReady>();
    }

    /// <summary>Has nothing to give and no room.</summary>
    private sealed class FakeDriver : SocketDriver
    {
        public bool SendsAtOnce { get; set; }

        public Action During { get; set; } = () => { };

        public override EndPoint RemoteAddress { get; } = new IPEndPoint(IPAddress.Loopback, 1);

        public override long? BytesConfirmed => null;

        public override bool SendsFiles => false;

        public override int LeadSize => 1;

        public override string LastError => "";

        public override void ShutdownSend()
        {
        }

        public override void ResetOnClose()
        {
        }

        public override void Dispose()
        {
        }

        protected override int ReceiveNow(Span<byte> buffer)
        {
            During();
            return Full;
        }

        protected override int SendNow(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool more)
        {
            During();
            return Full;
        }

        protected override long SendFileNow(nint file, long offset, long count) => Full;

        protected override bool WaitForRead() => true;

        protected override bool WaitForWrite(ReadOnlySpan<byte> lead)
        {
            if (!SendsAtOnce) return true;
            ReadyNow(Readiness.Writable);
            return false;
        }
    }
}
