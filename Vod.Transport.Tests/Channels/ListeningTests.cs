using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Channels;

public sealed class ListeningTests : ChannelTest
{
    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Connections_outlive_their_listening_socket(string backend)
    {
        var handler = CreateTestProbe();
        var (socket, address) = Listen(backend, handler);
        var peer = await DialAsync(address);
        var (events, owner) = Own(handler.ExpectMsg<Accepted>(Patience).Channel);

        handler.Send(socket, Tcp.Unbind.Instance);

        handler.ExpectMsg<Tcp.Unbound>(Patience);
        await peer.SendAsync("still there"u8.ToArray());
        Assert.Equal("still there"u8.ToArray(), Receive(events, owner, 11));
        using var again = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        again.Bind(address); // the port is free
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_socket_in_pull_mode_accepts_as_many_as_it_has_credit_for(string backend)
    {
        var handler = CreateTestProbe();
        var (socket, address) = Listen(backend, handler, pullMode: true);
        for (var n = 0; n < 5; n++) await DialAsync(address);
        handler.ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        handler.Send(socket, new Tcp.ResumeAccepting(2));

        handler.ExpectMsg<Accepted>(Patience).Channel.Dispose();
        handler.ExpectMsg<Accepted>(Patience).Channel.Dispose();
        handler.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        handler.Send(socket, new Tcp.ResumeAccepting(10));
        for (var n = 0; n < 3; n++) handler.ExpectMsg<Accepted>(Patience).Channel.Dispose();
        await DialAsync(address);
        handler.ExpectMsg<Accepted>(Patience).Channel.Dispose();
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_address_of_the_peer_is_told(string backend)
    {
        var handler = CreateTestProbe();
        var (_, address) = Listen(backend, handler);
        var peer = await DialAsync(address);

        var accepted = handler.ExpectMsg<Accepted>(Patience);

        Assert.Equal(peer.LocalEndPoint, accepted.RemoteAddress);
        accepted.Channel.Dispose();
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_port_that_is_taken_is_told_with_the_cause(string backend)
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var manager = Sys.ActorOf(TransportManager.Props(Enum.Parse<Backend>(backend)));

        manager.Tell(new Tcp.Bind(TestActor, taken.LocalEndPoint!), TestActor);

        var cause = Assert.IsType<SocketException>(ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value);
        Assert.Equal(SocketError.AddressAlreadyInUse, cause.SocketErrorCode);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_socket_closes_when_its_handler_stops(string backend)
    {
        var handler = CreateTestProbe();
        var (socket, address) = Listen(backend, handler);
        Watch(socket);

        Sys.Stop(handler.Ref);

        ExpectTerminated(socket, Patience);
        await Assert.ThrowsAsync<SocketException>(() => DialAsync(address));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_option_sees_accepted_sockets_which_send_small_packets_at_once(string backend)
    {
        var handler = CreateTestProbe();
        var (_, address) = Listen(backend, handler, options: new Telling(TestActor));
        await DialAsync(address);

        Assert.Equal("accepted, without delay: True", ExpectMsg<string>(Patience));
        handler.ExpectMsg<Accepted>(Patience).Channel.Dispose();
    }

    [Fact]
    public void The_manager_refuses_what_it_does_not_do()
    {
        var manager = Sys.ActorOf(TransportManager.Props());

        manager.Tell(new Tcp.Connect(new IPEndPoint(IPAddress.Loopback, 1)), TestActor);

        Assert.IsType<NotSupportedException>(ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 200)]
    [InlineData(3, 800)]
    [InlineData(4, 1000)]
    [InlineData(1000, 1000)]
    public void Waits_after_failures_double_up_to_a_second(int failures, int milliseconds) =>
        Assert.Equal(milliseconds, ListenSocketActor.Backoff(failures).TotalMilliseconds);

    private sealed class Telling(IActorRef observer) : Inet.SocketOption
    {
        public override void AfterConnect(Socket s) => observer.Tell($"accepted, without delay: {s.NoDelay}");
    }
}
