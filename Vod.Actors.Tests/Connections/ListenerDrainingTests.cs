using Akka.Actor;
using Akka.IO;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>The graceful stop.</summary>
public sealed class ListenerDrainingTests : ListenerTest
{
    [Fact]
    public void A_listener_without_connections_is_drained_at_once_and_its_socket_is_closed()
    {
        Listen();

        Listener.Tell(Drain.Instance);

        Socket.ExpectMsg<Tcp.Unbind>();
        Socket.Reply(Tcp.Unbound.Instance);
        ExpectMsg(Drained.Instance);
        Settle();
        Socket.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Idle_connections_are_closed_and_those_that_are_answered_may_finish()
    {
        Listen();
        var (idle, takeFirst) = Ask();
        takeFirst();
        var (busy, takeAnswer) = Ask();

        Listener.Tell(Drain.Instance);

        idle.ExpectMsg<Tcp.Close>();
        idle.Reply(Tcp.Closed.Instance);
        Settle();
        busy.ExpectNoMsg(TimeSpan.Zero);
        ExpectNoMsg(TimeSpan.Zero);
        takeAnswer();
        Close(busy);
        ExpectMsg(Drained.Instance);
    }

    [Fact]
    public void Everyone_who_asks_is_told_when_it_is_drained_also_later()
    {
        Listen();
        var (client, connection) = Connect();
        Listener.Tell(Drain.Instance);
        Listener.Tell(Drain.Instance);
        Leave(client, connection);
        Close(client);
        ExpectMsg(Drained.Instance);
        ExpectMsg(Drained.Instance);
        Socket.ExpectMsg<Tcp.Unbind>();

        Listener.Tell(Drain.Instance);

        ExpectMsg(Drained.Instance);
        Settle();
        ExpectNoMsg(TimeSpan.Zero);
        Socket.ExpectNoMsg(TimeSpan.Zero); // it is closed once
    }

    [Fact]
    public void Those_who_do_not_finish_in_time_are_cut_off()
    {
        Listen();
        var (client, _) = Ask();
        Listener.Tell(Drain.Instance);
        Pass(Settings.Http.ShutdownTimeout - TimeSpan.FromMilliseconds(1));
        client.ExpectNoMsg(TimeSpan.Zero);

        Pass(TimeSpan.FromMilliseconds(1));

        client.ExpectMsg<Tcp.Abort>();
        ExpectNoMsg(TimeSpan.Zero);
        client.Reply(Tcp.Aborted.Instance);
        ExpectMsg(Drained.Instance);
    }

    [Fact]
    public void Without_a_time_for_it_all_are_cut_off_at_once()
    {
        Listen(Settings with { Http = Settings.Http with { ShutdownTimeout = TimeSpan.Zero } });
        var (client, _) = Ask();

        Listener.Tell(Drain.Instance);
        Pass(TimeSpan.Zero);

        client.ExpectMsg<Tcp.Abort>();
    }

    [Fact]
    public void The_time_does_not_matter_any_more_once_all_are_done()
    {
        Listen();
        Listener.Tell(Drain.Instance);
        ExpectMsg(Drained.Instance);

        Pass(Settings.Http.ShutdownTimeout); // unhandled, if it came
    }

    [Fact]
    public void That_the_socket_is_closed_does_not_mean_that_a_connection_is()
    {
        Listen();
        var (client, takeAnswer) = Ask();
        Listener.Tell(Drain.Instance);
        Watch(Socket.Ref);
        Sys.Stop(Socket.Ref);
        ExpectTerminated(Socket.Ref);
        Settle();
        ExpectNoMsg(TimeSpan.Zero);

        takeAnswer();

        Close(client);
        ExpectMsg(Drained.Instance);
    }

    [Fact]
    public void Who_was_accepted_just_before_the_socket_was_closed_is_closed_in_order()
    {
        Listen();
        var (busy, takeAnswer) = Ask();
        Listener.Tell(Drain.Instance);
        var (late, connection) = Connect();

        Leave(late, connection);
        Close(late);

        Settle();
        ExpectNoMsg(TimeSpan.Zero);
        takeAnswer();
        Close(busy);
        ExpectMsg(Drained.Instance);
    }

    [Fact]
    public void Who_was_accepted_but_comes_after_all_is_drained_is_cut_off()
    {
        Listen();
        Listener.Tell(Drain.Instance);
        ExpectMsg(Drained.Instance);

        Accept().ExpectMsg<Tcp.Abort>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_listener_that_stops_or_has_stopped_says_so(bool isEmpty)
    {
        Listen();
        if (!isEmpty) Ask();
        Listener.Tell(Drain.Instance, ActorRefs.NoSender);

        Listener.Tell(WhenListening.Instance);

        ExpectMsg(new ListenFailed("the server is stopping"));
    }

    [Fact]
    public void A_connection_that_crashes_meanwhile_counts_as_done()
    {
        Listen();
        var (client, _) = Ask();
        Listener.Tell(Drain.Instance);
        Settle();

        Sys.ActorSelection(Listener.Path / "*").Tell(Kill.Instance, ActorRefs.NoSender);

        ExpectMsg(Drained.Instance);
        client.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Where_another_process_takes_the_port_over_those_who_had_begun_to_connect_are_still_served()
    {
        Listen(Settings with { Listen = Settings.Listen with { ReusePort = true } });
        Listener.Tell(Drain.Instance);
        Settle();
        Socket.ExpectNoMsg(TimeSpan.Zero); // not closed yet
        ExpectNoMsg(TimeSpan.Zero);

        var (busy, takeAnswer) = Ask();
        takeAnswer();
        Close(busy);
        Pass(TimeSpan.FromMilliseconds(999)); // others may follow
        Socket.ExpectNoMsg(TimeSpan.Zero);
        ExpectNoMsg(TimeSpan.Zero);

        Pass(TimeSpan.FromMilliseconds(1));

        Socket.ExpectMsg<Tcp.Unbind>();
        ExpectMsg(Drained.Instance);
    }
}
