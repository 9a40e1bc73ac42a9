using Akka.Actor;
using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Connections;

/// <summary>How a connection ends: by the client, by the server's stop, by the socket.</summary>
public sealed class ClosingTests : ConnectionTest
{
    [Theory]
    [InlineData("")]
    [InlineData("GET /fi")]
    public void A_client_that_closes_between_requests_or_within_a_head_is_closed_without_a_word(string sent)
    {
        Connect();
        Receive(sent);
        FromSocket(Tcp.PeerClosed.Instance);

        ExpectClose();
    }

    [Fact]
    public void A_client_that_closes_its_side_after_its_requests_still_gets_all_answers()
    {
        Connect();
        Receive(Request() + Request(target: "/film.mp4?whole") + "GET /cut");
        FromSocket(Tcp.PeerClosed.Instance);
        Find(10);
        Take(ExpectWrite());
        Find(SliceSize + 1);
        Take(ExpectWrite());
        Take(ExpectWrite());

        Assert.Equal(2, Reads); // none since the end is known
        ExpectClose();
    }

    [Fact]
    public void An_idle_connection_that_is_to_finish_closes_at_once()
    {
        Connect();
        Exchange(Request());

        Connection.Tell(FinishUp.Instance);

        Socket.ExpectMsg<Tcp.Close>();
    }

    [Fact]
    public void One_whose_first_request_may_be_on_its_way_waits_for_it_a_while_and_then_for_the_client_to_close()
    {
        Connect();

        Connection.Tell(FinishUp.Instance);

        Pass(TimeSpan.FromMilliseconds(999));
        ExpectNothing();
        Pass(TimeSpan.FromMilliseconds(1));
        ExpectClose();
    }

    [Fact]
    public void A_first_request_that_comes_then_is_answered_and_told_close()
    {
        Connect();
        Connection.Tell(FinishUp.Instance);
        Receive(Request());
        Find(10);

        var answer = ExpectWrite();

        Assert.Equal((200, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
    }

    [Fact]
    public void What_comes_after_that_is_not_answered()
    {
        Connect();
        Connection.Tell(FinishUp.Instance);
        Pass(TimeSpan.FromSeconds(1));
        Socket.ExpectMsg<Tcp.ConfirmedClose>();

        Receive(Request());
        Connection.Tell(FinishUp.Instance);

        ExpectNothing();
    }

    [Theory]
    [InlineData("GET ", "/film.mp4 HTTP/1.1\r\nHost: vod\r\n\r\n")]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\nContent-Length: 3\r\n\r\n", "abc")]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\n\r\n", "")]
    public void A_request_that_has_begun_is_still_answered_and_told_close(string before, string after)
    {
        Connect();
        Receive(before);
        Connection.Tell(FinishUp.Instance);
        ExpectNothingFromSocket();
        foreach (var piece in after.Chunk(10)) Receive(new string(piece));
        Find(10);

        var answer = ExpectWrite();

        Assert.Equal((200, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
    }

    [Fact]
    public void An_answer_that_is_being_sent_is_finished_and_so_are_requests_that_have_come_before_its_end()
    {
        Connect();
        Receive(Request(target: "/film.mp4?whole"));
        Find(SliceSize + 1);
        var first = ExpectWrite();
        Assert.False(first.Response.Closes);
        Connection.Tell(FinishUp.Instance);
        Receive(Request());
        Take(first);
        Take(ExpectWrite());
        Find(10);

        var last = ExpectWrite();

        Assert.True(last.Response.Closes);
        Take(last);
        ExpectClose();
    }

    [Fact]
    public void An_answer_that_promised_to_stay_is_followed_by_a_close_when_nothing_else_has_come()
    {
        Connect();
        Receive(Request());
        Find(10);
        var answer = ExpectWrite();
        Connection.Tell(FinishUp.Instance);
        ExpectNothingFromSocket();

        Take(answer);

        ExpectClose();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("GET", false)]
    [InlineData("GET / HTTP/1.1\r\nHost: vod\r\nContent-Length: 3\r\n\r\n", false)]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\n\r\n", false)]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\n\r\n", true)]
    public void A_connection_that_is_cut_off_is_aborted_whatever_it_does(string received, bool writes)
    {
        Connect();
        Receive(received);
        if (writes)
        {
            Find(10);
            ExpectWrite();
        }

        Connection.Tell(CutOff.Instance);

        ExpectAbort();
    }

    [Fact]
    public void So_is_one_that_waits_for_the_client_to_close()
    {
        Connect();
        Connection.Tell(FinishUp.Instance);
        Pass(TimeSpan.FromSeconds(1));
        Socket.ExpectMsg<Tcp.ConfirmedClose>();

        Connection.Tell(CutOff.Instance);

        ExpectAbort();
    }

    [Fact]
    public void One_too_many_is_told_unasked_to_come_back_later_and_closed()
    {
        Connect(refusal: ErrorResponse.Unavailable(7));

        var answer = ExpectWrite();

        Assert.Equal((503, "7", true), (answer.Response.Status, answer.Response["Retry-After"], answer.Response.Closes));
        Receive(Request());
        Take(answer);
        ExpectClose();
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\n\r\n")]
    public void It_stops_when_the_socket_breaks(string received)
    {
        Connect();
        Receive(received);
        FromSocket(new Tcp.ErrorClosed("reset"));

        ExpectTerminated(Connection);
    }

    [Fact]
    public void It_stops_when_the_socket_breaks_while_it_writes_and_the_file_is_closed()
    {
        Connect();
        Receive(Request());
        Find(10);
        ExpectWrite();
        Disk.ExpectMsg<FakeFiles.Opened>();

        FromSocket(new Tcp.ErrorClosed("reset"));

        ExpectTerminated(Connection);
        ExpectFileIsClosed();
    }

    [Fact]
    public void It_stops_when_the_actor_of_the_socket_does()
    {
        Connect();
        Sys.Stop(Socket.Ref);

        ExpectTerminated(Connection);
    }

    [Fact]
    public void It_leaves_no_file_open_when_it_is_stopped_while_the_disk_is_asked()
    {
        Connect();
        Files.Hang();
        Receive(Request());
        Find(10);
        Disk.ExpectMsg<FakeFiles.Hangs>();
        Sys.Stop(Connection);
        Files.GoOn();

        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectTerminated(Connection);
        ExpectFileIsClosed();
    }

    private void ExpectNothingFromSocket()
    {
        Settle();
        Socket.ExpectNoMsg(TimeSpan.Zero);
    }
}
