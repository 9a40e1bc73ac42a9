using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>How the listener gets its socket, and another when that one is gone.</summary>
public sealed class ListenerBindingTests : ListenerTest
{
    private static readonly TimeSpan RebindDelay = TimeSpan.FromSeconds(1);

    [Fact]
    public void It_asks_for_a_socket_as_the_settings_say()
    {
        var bind = Start();

        Assert.Equal((Listener, Address, 1234, true), (bind.Handler, bind.LocalAddress, bind.Backlog, bind.PullMode));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("::", false)]
    public void Only_all_interfaces_means_IPv4_and_IPv6(string host, bool isDualStack)
    {
        var bind = Start(Settings with { Listen = new ListenSettings(host, 0, 1) });
        using var socket = new Socket(bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

        foreach (var option in bind.Options) option.BeforeServerSocketBind(socket);

        Assert.Equal(isDualStack && System.Net.Sockets.Socket.OSSupportsIPv6, socket.AddressFamily == AddressFamily.InterNetworkV6 && socket.DualMode);
    }

    [Fact]
    public void Connections_of_the_manager_of_Akka_IO_send_small_packets_without_delay()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var settings = Settings with { Listen = Settings.Listen with { Transport = ListenTransport.AkkaIo } };

        foreach (var option in Start(settings).Options) option.AfterConnect(socket);

        Assert.True(socket.NoDelay);
    }

    [Fact]
    public void Whoever_asks_is_told_once_it_is_bound_and_at_once_from_then_on()
    {
        Start();
        Listener.Tell(WhenListening.Instance);
        Settle();
        ExpectNoMsg(TimeSpan.Zero);

        Bound();

        ExpectMsg(new Listening(Address));
        Listener.Tell(WhenListening.Instance);
        ExpectMsg(new Listening(Address));
        Listener.Tell(Drain.Instance);
        ExpectMsg(Drained.Instance); // and of the end is told who asked for that
        Settle();
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(SocketError.AddressAlreadyInUse, "the port is in use")]
    [InlineData(SocketError.AccessDenied, "permission denied, as for any port below 1024")]
    [InlineData(SocketError.AddressNotAvailable, "this machine does not have that address")]
    public void What_keeps_it_from_being_bound_is_told_in_words(SocketError error, string reason) =>
        Fails(new SocketException((int)error), reason);

    [Fact]
    public void Any_other_cause_is_told_in_its_own_words() => Fails(new NotSupportedException("no IPv6 here"), "no IPv6 here");

    [Fact]
    public void So_is_a_failure_without_a_cause() => Fails(null, "the address could not be bound");

    [Fact]
    public void A_first_bind_that_failed_is_not_tried_again()
    {
        Fails(null, "the address could not be bound");

        Pass(TimeSpan.FromHours(1));

        Manager.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Without_a_socket_there_is_nothing_to_drain()
    {
        Fails(null, "the address could not be bound");

        Listener.Tell(Drain.Instance);

        ExpectMsg(Drained.Instance);
    }

    [Fact]
    public void A_socket_that_is_gone_is_replaced_after_a_while_at_the_port_that_it_had()
    {
        Start(Settings with { Listen = Settings.Listen with { Port = 0 } });
        Bound();
        LoseSocket();
        Pass(RebindDelay - TimeSpan.FromMilliseconds(1));
        Manager.ExpectNoMsg(TimeSpan.Zero);

        Pass(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Address, Manager.ExpectMsg<Tcp.Bind>().LocalAddress);
    }

    [Fact]
    public void It_is_tried_until_it_works()
    {
        Listen();
        LoseSocket();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Pass(RebindDelay);
            Manager.Reply(Manager.ExpectMsg<Tcp.Bind>().FailureMessage);
            Settle();
            Manager.ExpectNoMsg(TimeSpan.Zero);
        }

        Listener.Tell(WhenListening.Instance);
        Settle();
        ExpectNoMsg(TimeSpan.Zero);
        Pass(RebindDelay);
        Manager.ExpectMsg<Tcp.Bind>();
        var another = CreateTestProbe("another");
        Listener.Tell(new Tcp.Bound(Address), another.Ref);

        ExpectMsg(new Listening(Address));
        another.ExpectMsg<Tcp.ResumeAccepting>();
        Connect();
    }

    [Fact]
    public void Connections_outlive_the_socket_that_accepted_them()
    {
        Listen();
        var (client, takeAnswer) = Ask();
        LoseSocket();
        var (late, connection) = Connect(); // on its way when the socket went

        Settle();
        client.ExpectNoMsg(TimeSpan.Zero);
        late.ExpectNoMsg(TimeSpan.Zero);
        Listener.Tell(Drain.Instance);
        Leave(late, connection);
        Close(late);
        takeAnswer();
        Close(client);
        ExpectMsg(Drained.Instance);
    }

    [Fact]
    public void A_listener_that_crashes_gives_back_its_socket_and_asks_for_another_at_the_same_port()
    {
        Start(Settings with { Listen = Settings.Listen with { Port = 0 } });
        Bound();
        Socket.ExpectMsg<Tcp.ResumeAccepting>();
        var (_, connection) = Connect();
        Watch(connection);

        Crash();

        ExpectTerminated(connection);
        Socket.ExpectMsg<Tcp.Unbind>();
        Settle();
        Pass(RebindDelay);
        var bind = Manager.ExpectMsg<Tcp.Bind>();
        Assert.Equal(Address, bind.LocalAddress);
        Manager.Reply(bind.FailureMessage); // the port is not free yet
        Pass(RebindDelay);
        Manager.ExpectMsg<Tcp.Bind>();
        var another = CreateTestProbe("another");
        Listener.Tell(new Tcp.Bound(Address), another.Ref);
        another.ExpectMsg<Tcp.ResumeAccepting>();
        Connect();
        Pass(RebindDelay);
        Manager.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void One_that_crashes_before_it_is_bound_takes_the_socket_that_comes()
    {
        Start();

        Crash();
        Bound();

        Socket.ExpectMsg<Tcp.ResumeAccepting>();
        Pass(RebindDelay);
        Manager.ExpectNoMsg(TimeSpan.Zero);
        Connect();
    }

    [Fact]
    public void A_listener_that_is_stopped_before_it_has_a_socket_gives_it_back()
    {
        Start();
        Listener.Tell(WhenListening.Instance);
        Listener.Tell(Drain.Instance);
        ExpectMsg<ListenFailed>();
        ExpectMsg(Drained.Instance);

        Bound();

        Socket.ExpectMsg<Tcp.Unbind>();
        Socket.Reply(Tcp.Unbound.Instance);
        Settle();
        Socket.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void So_does_one_that_still_waits_for_a_client()
    {
        Listen();
        Ask();
        LoseSocket();
        Pass(RebindDelay);
        Manager.ExpectMsg<Tcp.Bind>();
        Listener.Tell(Drain.Instance);
        var another = CreateTestProbe("another");
        Listener.Tell(new Tcp.Bound(Address), another.Ref);

        another.ExpectMsg<Tcp.Unbind>();
        Settle();
        another.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_listener_that_is_being_stopped_asks_for_no_other_socket()
    {
        Listen();
        Ask();
        LoseSocket();
        Listener.Tell(Drain.Instance);

        Pass(RebindDelay);

        Manager.ExpectNoMsg(TimeSpan.Zero);
    }

    private void Fails(Exception? cause, string reason)
    {
        var failure = Start().FailureMessage;
        Listener.Tell(WhenListening.Instance);
        Manager.Reply(cause is null ? failure : failure.WithCause(cause));

        ExpectMsg(new ListenFailed(reason));
        Listener.Tell(WhenListening.Instance);
        ExpectMsg(new ListenFailed(reason));
    }

    private void LoseSocket()
    {
        Watch(Socket.Ref);
        Sys.Stop(Socket.Ref);
        ExpectTerminated(Socket.Ref);
        Settle();
    }
}
