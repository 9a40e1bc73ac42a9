using System.Net;
using Akka.Actor;
using Akka.IO;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>What an operator can see of the connections, and do to them.</summary>
public sealed class OperatorTests : ListenerTest
{
    [Fact]
    public void Without_connections_the_list_is_empty()
    {
        Listen();

        Listener.Tell(new ListConnections(7));

        var list = ExpectMsg<ConnectionList>();
        Assert.Equal(7, list.RequestId);
        Assert.Empty(list.Connections);
    }

    [Fact]
    public void Each_connection_tells_what_it_is_doing_in_the_order_of_their_coming()
    {
        Listen();
        Connect();
        var (_, takeAnswer) = Ask();

        var list = List();

        Assert.Equal([1L, 2L], list.Select(report => report.Id));
        Assert.Equal(["AwaitingRequest", "Writing"], list.Select(report => report.State));
        Assert.Equal([0L, 1L], list.Select(report => report.Requests));
        Assert.Equal([null, "/"], list.Select(report => report.Path));
        Assert.Equal(0, list[1].BytesSent);
        Assert.StartsWith("127.0.0.1:", list[0].Client, StringComparison.Ordinal);

        takeAnswer();

        Assert.InRange(List()[1].BytesSent, 50, 500);
        Assert.Equal("AwaitingRequest", List()[1].State);
    }

    [Fact]
    public void Ten_thousand_are_listed_too()
    {
        Listen();
        var clients = CreateTestProbe();
        clients.IgnoreMessages(_ => true);
        for (var i = 0; i < 10_000; i++) Listener.Tell(new Tcp.Connected(new IPEndPoint(IPAddress.Loopback, 10_000 + i), Address), clients.Ref);

        Listener.Tell(new ListConnections(1));

        var list = ExpectMsg<ConnectionList>(TimeSpan.FromSeconds(30)).Connections;
        Assert.Equal(Enumerable.Range(1, 10_000).Select(id => (long)id), list.Select(report => report.Id));
    }

    [Fact]
    public void One_that_does_not_answer_holds_up_nobody()
    {
        Listen();
        var (_, stuck) = Connect();
        var (_, other) = Connect();
        Suspend(stuck);

        Listener.Tell(new ListConnections(1));
        WaitForGatherer();
        HasAnswered(other);
        Pass(ReportGatherer.Patience);

        Assert.Equal([2L], ExpectMsg<ConnectionList>().Connections.Select(report => report.Id));
    }

    [Fact]
    public void A_connection_is_cut_off_by_its_number_and_its_siblings_do_not_notice()
    {
        Listen();
        var (first, _) = Ask();
        var (second, _) = Ask();

        Listener.Tell(new KickConnection(5, 2));

        ExpectMsg(new Kicked(5, Found: true));
        second.ExpectMsg<Tcp.Abort>();
        Settle();
        first.ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Nobody_is_cut_off_by_a_number_that_is_not_there(long id)
    {
        Listen();
        var (client, _) = Ask();

        Listener.Tell(new KickConnection(5, id));

        ExpectMsg(new Kicked(5, Found: false));
        client.ExpectNoMsg(TimeSpan.Zero);
    }

    private IReadOnlyList<ConnectionReport> List()
    {
        Listener.Tell(new ListConnections(1));
        return ExpectMsg<ConnectionList>().Connections;
    }

    private void HasAnswered(IActorRef connection)
    {
        connection.Tell(new Identify("answered"), TestActor);
        FishForMessage(m => m is ActorIdentity { MessageId: "answered" });
    }

    /// <summary>A suspended actor handles no message until it is resumed.</summary>
    private static void Suspend(IActorRef actor) => ((IInternalActorRef)actor).Suspend();

    /// <summary>The list is being gathered: all questions have been asked.</summary>
    private void WaitForGatherer() => AwaitAssert(() =>
    {
        Sys.ActorSelection(Listener.Path / "*").Tell(new Identify("who"), TestActor);
        var names = ReceiveWhile(TimeSpan.FromMilliseconds(200), m => m is ActorIdentity { Subject: { } subject } ? subject.Path.Name : null);
        Assert.Contains(names, name => name!.StartsWith("report-", StringComparison.Ordinal));
    });
}
