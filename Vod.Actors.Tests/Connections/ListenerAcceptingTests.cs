using Akka.Actor;
using Akka.IO;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Connections;

/// <summary>Who gets in, and what becomes of them.</summary>
public sealed class ListenerAcceptingTests : ListenerTest
{
    [Fact]
    public void Each_client_has_an_actor_that_asks_the_catalog()
    {
        Listen();
        var connections = new HashSet<IActorRef>();
        for (var n = 0; n < 3; n++)
        {
            var (client, connection) = Connect();
            Assert.True(connections.Add(connection));
            client.Send(connection, new Tcp.Received(ByteString.FromString($"GET /{n} HTTP/1.1\r\nHost: vod\r\n\r\n")));
            Assert.Equal($"{n}", Catalog.ExpectMsg<Resolve>().Path.Value);
        }
    }

    [Fact]
    public void Connections_are_accepted_in_batches()
    {
        Start();
        Bound();
        Assert.Equal(100, Socket.ExpectMsg<Tcp.ResumeAccepting>().BatchSize);
        for (var batch = 0; batch < 3; batch++)
        {
            for (var n = 0; n < 49; n++) Accept();
            Settle();
            Socket.ExpectNoMsg(TimeSpan.Zero);
            Accept();
            Assert.Equal(100, Socket.ExpectMsg<Tcp.ResumeAccepting>().BatchSize);
        }
    }

    [Fact]
    public void Accepting_goes_on_when_clients_are_gone_before_they_are_announced()
    {
        Listen();
        for (var batch = 0; batch < 5; batch++)
        {
            // Of the hundred that the socket may accept, forty are never heard of.
            for (var n = 0; n < 60; n++) Accept();
            Socket.ExpectMsg<Tcp.ResumeAccepting>();
        }
    }

    [Fact]
    public void One_connection_too_many_is_told_to_come_back_later()
    {
        Listen(Limited(2));
        Connect();
        Connect();

        var (extra, _) = Connect();

        var answer = Sent.By(extra.ExpectMsg<Tcp.WriteCommand>());
        Assert.Equal((503, "5", true), (answer.Response.Status, answer.Response["Retry-After"], answer.Response.Closes));
        foreach (var ack in answer.Acks) extra.Reply(ack);
        Close(extra);
    }

    [Fact]
    public void One_that_is_far_too_many_is_cut_off()
    {
        Listen(Limited(2));
        for (var n = 0; n < 2 + 1000; n++) Connect();

        var (extra, _) = Connect();

        extra.ExpectMsg<Tcp.WriteCommand>();
        extra.ExpectMsg<Tcp.Abort>();
    }

    [Fact]
    public void One_that_was_turned_down_takes_nobodys_place_however_long_it_stays()
    {
        Listen(Limited(2));
        var (client, connection) = Connect();
        Connect();
        for (var n = 0; n < 5; n++) Connect().Client.ExpectMsg<Tcp.WriteCommand>();
        Watch(connection);
        client.Send(connection, new Tcp.ErrorClosed("reset"));
        ExpectTerminated(connection);
        Settle();

        var (next, _) = Connect();

        Settle();
        next.ExpectNoMsg(TimeSpan.Zero);
        Connect().Client.ExpectMsg<Tcp.WriteCommand>();
    }

    [Fact]
    public void A_connection_that_ends_makes_room_for_another()
    {
        Listen(Limited(2));
        Connect();
        for (var n = 0; n < 5; n++)
        {
            var (client, connection) = Connect();
            Settle();
            client.ExpectNoMsg(TimeSpan.Zero);
            Watch(connection);
            client.Send(connection, new Tcp.ErrorClosed("reset"));
            ExpectTerminated(connection);
            Settle();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public void That_there_are_too_many_is_logged_once_each_time_it_comes_to_that(int limit)
    {
        Listen(Limited(limit));
        EventFilter.Warning(contains: "connections are open").Expect(2, () =>
        {
            for (var round = 0; round < 2; round++)
            {
                var all = Enumerable.Range(0, limit + 1).Select(_ => Connect()).ToList();
                foreach (var (client, connection) in all)
                {
                    Watch(connection);
                    client.Send(connection, new Tcp.ErrorClosed("reset"));
                    ExpectTerminated(connection);
                    Settle();
                }
            }
        });
    }

    [Fact]
    public void A_number_that_hovers_at_the_limit_does_not_flood_the_log()
    {
        Listen(Limited(20));
        for (var n = 0; n < 19; n++) Connect();
        EventFilter.Warning(contains: "connections are open").ExpectOne(() =>
        {
            for (var n = 0; n < 10; n++)
            {
                var two = new[] { Connect(), Connect() };
                foreach (var (client, connection) in two)
                {
                    Watch(connection);
                    client.Send(connection, new Tcp.ErrorClosed("reset"));
                    ExpectTerminated(connection);
                    Settle();
                }
            }
        });
    }

    [Fact]
    public void A_connection_that_crashes_is_stopped_and_disturbs_no_other()
    {
        Listen(Limited(2));
        var (bystander, other) = Connect();
        var (victim, connection) = Connect();
        Watch(connection);

        EventFilter.Exception<NullReferenceException>().ExpectOne(() => victim.Send(connection, new Tcp.Received(null!)));

        ExpectTerminated(connection);
        Settle();
        victim.ExpectNoMsg(TimeSpan.Zero); // and registers no more: it was not restarted
        bystander.Send(other, new Tcp.Received(ByteString.FromString("OPTIONS / HTTP/1.1\r\nHost: vod\r\n\r\n")));
        Assert.Equal(204, Sent.By(bystander.ExpectMsg<Tcp.WriteCommand>()).Response.Status);
        var (next, _) = Connect(); // in the place of the one that crashed
        Settle();
        next.ExpectNoMsg(TimeSpan.Zero);
    }

    private static VodSettings Limited(int connections) =>
        Settings with { Http = Settings.Http with { MaxConnections = connections, RetryAfter = TimeSpan.FromSeconds(5) } };
}
