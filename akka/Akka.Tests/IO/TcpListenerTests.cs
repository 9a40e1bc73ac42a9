using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpListenerTests : TcpTest
{
    [Fact]
    public async Task A_bound_socket_announces_connections_to_its_handler()
    {
        var handler = CreateTestProbe();
        var (_, address) = Listen(handler);
        Assert.NotEqual(0, address.Port);

        var peer = await Dial(address);

        var connected = handler.ExpectMsg<Tcp.Connected>(Patience);
        Assert.Equal(peer.LocalEndPoint, connected.RemoteAddress);
        Assert.Equal(peer.RemoteEndPoint, connected.LocalAddress);
    }

    [Fact]
    public void An_address_in_use_fails_the_command_with_the_cause()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var binder = CreateTestProbe();
        var bind = new Tcp.Bind(binder.Ref, taken.LocalEndPoint!);

        binder.Send(Sys.Tcp(), bind);

        var failed = binder.ExpectMsg<Tcp.CommandFailed>(Patience);
        Assert.Same(bind, failed.Cmd);
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.IsType<SocketException>(failed.Cause.Value).SocketErrorCode);
        Assert.Contains("because", failed.CauseString);
    }

    [Fact]
    public async Task Unbinding_frees_the_port_and_leaves_connections_alone()
    {
        var acceptor = CreateTestProbe();
        var (listener, address) = Listen(acceptor);
        var peer = await Dial(address);
        acceptor.ExpectMsg<Tcp.Connected>(Patience);
        var connection = acceptor.LastSender!;
        acceptor.Send(connection, new Tcp.Register(acceptor.Ref));
        acceptor.Watch(listener);

        acceptor.Send(listener, Tcp.Unbind.Instance);

        acceptor.ExpectMsg<Tcp.Unbound>(Patience);
        acceptor.ExpectTerminated(listener, Patience);
        var refused = await Assert.ThrowsAsync<SocketException>(() => Dial(address));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        await peer.SendAsync(new byte[3]);
        Assert.Equal(3, acceptor.ExpectMsg<Tcp.Received>(Patience).Data.Count);
        acceptor.Send(Sys.Tcp(), new Tcp.Bind(acceptor.Ref, address));
        acceptor.ExpectMsg<Tcp.Bound>(Patience);
    }

    [Fact]
    public async Task The_socket_closes_when_its_handler_stops()
    {
        var handler = CreateTestProbe();
        var (listener, address) = Listen(handler);
        Watch(listener);

        Sys.Stop(handler.Ref);

        ExpectTerminated(listener, Patience);
        await Assert.ThrowsAsync<SocketException>(() => Dial(address));
    }

    [Fact]
    public async Task In_pull_mode_only_as_many_connections_are_accepted_as_asked_for()
    {
        var handler = CreateTestProbe();
        var (listener, address) = Listen(handler, pullMode: true);
        for (var i = 0; i < 5; i++) await Dial(address);
        handler.ExpectNoMsg(Moment);

        listener.Tell(new Tcp.ResumeAccepting(2));
        handler.ExpectMsg<Tcp.Connected>(Patience);
        handler.ExpectMsg<Tcp.Connected>(Patience);
        handler.ExpectNoMsg(Moment);

        listener.Tell(new Tcp.ResumeAccepting(3));
        for (var i = 0; i < 3; i++) handler.ExpectMsg<Tcp.Connected>(Patience);
    }

    [Fact]
    public async Task More_connections_than_a_batch_are_all_accepted()
    {
        var handler = CreateTestProbe();
        var (_, address) = Listen(handler);

        for (var i = 0; i < 35; i++) await Dial(address);

        for (var i = 0; i < 35; i++) handler.ExpectMsg<Tcp.Connected>(Patience);
    }

    [SkippableFact]
    public async Task Any_IPv6_address_takes_IPv4_connections_too()
    {
        Skip.IfNot(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        var handler = CreateTestProbe();
        var (_, address) = Listen(handler, address: IPAddress.IPv6Any);

        await Dial(new IPEndPoint(IPAddress.Loopback, address.Port));
        Assert.True(((IPEndPoint)handler.ExpectMsg<Tcp.Connected>(Patience).RemoteAddress).Address.IsIPv4MappedToIPv6);
        await Dial(new IPEndPoint(IPAddress.IPv6Loopback, address.Port));
        Assert.Equal(IPAddress.IPv6Loopback, ((IPEndPoint)handler.ExpectMsg<Tcp.Connected>(Patience).RemoteAddress).Address);
    }

    [Fact]
    public async Task Socket_options_are_applied_at_their_moments()
    {
        var option = new Recorder();
        var handler = CreateTestProbe();
        var (_, address) = Listen(handler, options: [option, new Inet.SO.ReceiveBufferSize(16384), new Inet.SO.SendBufferSize(8192)]);
        await Dial(address);
        handler.ExpectMsg<Tcp.Connected>(Patience);

        Assert.Equal(["before bind", "after bind", "after connect"], option.Moments);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(3, 800)]
    [InlineData(4, 1000)]
    [InlineData(1000, 1000)]
    public void Accepting_is_tried_again_ever_later_up_to_a_second(int failures, int milliseconds) =>
        Assert.Equal(milliseconds, Akka.IO.TcpListener.Backoff(failures).TotalMilliseconds);

    private sealed class Recorder : Inet.SocketOptionV2
    {
        public List<string> Moments { get; } = [];

        public override void BeforeServerSocketBind(Socket ss) => Moments.Add("before bind");

        public override void AfterBind(Socket s) => Moments.Add("after bind");

        public override void AfterConnect(Socket s) => Moments.Add("after connect");
    }
}
