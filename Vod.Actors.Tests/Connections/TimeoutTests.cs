using Akka.Actor;
using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>Every wait of a connection ends, and none a moment early.</summary>
public sealed class TimeoutTests : ConnectionTest
{
    [Fact]
    public void A_client_that_never_asks_is_closed_without_a_word()
    {
        Connect();
        Pass(Http.KeepAliveTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        ExpectClose();
    }

    [Fact]
    public void So_is_one_that_asks_no_more_counted_from_its_last_answer()
    {
        Connect();
        Pass(Http.KeepAliveTimeout - Moment);
        Exchange(Request());
        Pass(Http.KeepAliveTimeout - Moment);
        Exchange(Request());
        Pass(Http.KeepAliveTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        ExpectClose();
    }

    [Fact]
    public void Empty_lines_are_no_request()
    {
        Connect();
        Pass(Http.KeepAliveTimeout - Moment);
        Receive("\r\n\r\n");
        ExpectNothing();

        Pass(Moment);

        ExpectClose();
    }

    [Theory]
    [InlineData("GET", 20)]
    [InlineData("HEAD", 0)]
    public void A_head_that_dribbles_is_refused_so_long_after_its_first_byte(string method, int bodyLength)
    {
        Connect();
        Pass(Http.KeepAliveTimeout - Moment);
        Receive(method);
        Receive(" / HTTP/1.1\r\nX:");
        for (var second = 1; second < Http.HeadTimeout.TotalSeconds; second++)
        {
            Pass(TimeSpan.FromSeconds(1));
            Receive("x");
        }

        Pass(TimeSpan.FromSeconds(1) - Moment);
        ExpectNothing();

        Pass(Moment);

        var answer = ExpectWrite();
        Assert.Equal((408, true, bodyLength), (answer.Response.Status, answer.Response.Closes, answer.Response.Body.Length));
        Take(answer);
        ExpectClose();
    }

    [Fact]
    public void A_head_that_began_while_the_request_before_it_was_answered_has_its_time_from_then_on()
    {
        Connect();
        Receive(Request() + "GET");
        Find(10);
        Take(ExpectWrite());
        Pass(Http.HeadTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        Assert.Equal(408, ExpectWrite().Response.Status);
    }

    [Fact]
    public void A_body_has_its_own_time_from_the_end_of_the_head()
    {
        Connect();
        Receive("GET ");
        Pass(Http.HeadTimeout - Moment);
        Receive("/film.mp4 HTTP/1.1\r\nHost: vod\r\nContent-Length: 9\r\n\r\n");
        Pass(Http.HeadTimeout - Moment);
        Receive("abc");
        ExpectNothing();

        Pass(Moment);

        var answer = ExpectWrite();
        Assert.Equal((408, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_catalog_that_does_not_answer_makes_the_service_unavailable()
    {
        Connect();
        Receive(Request());
        var question = Catalog.ExpectMsg<Resolve>();
        Pass(Http.AnswerTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        var answer = ExpectWrite();
        Assert.Equal((503, true), (answer.Response.Status, answer.Response.Closes));
        Connection.Tell(new Found(question.RequestId, Items.Of(10)), Catalog.Ref);
        ExpectNothing();
        Take(answer);
        ExpectClose();
        Disk.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void So_does_a_disk_and_what_it_reads_too_late_is_not_sent()
    {
        Connect();
        Files.Hang();
        Receive(Request());
        Find(10);
        Disk.ExpectMsg<FakeFiles.Hangs>();
        Pass(Http.AnswerTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        var answer = ExpectWrite();
        Assert.Equal((503, true), (answer.Response.Status, answer.Response.Closes));
        Files.GoOn();
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
        ExpectNothing();
        Take(answer);
        ExpectClose();
    }

    [Fact]
    public void A_disk_that_does_not_answer_once_the_head_is_sent_ends_the_connection_abruptly()
    {
        Connect();
        using var goesOn = new ManualResetEvent(initialState: false);
        Files.FailLoading(null);
        Files.HangLoading(goesOn);
        Receive(Request(target: "/film.mp4?whole"));
        Find(SliceSize + 1);
        Take(ExpectWrite());
        Pass(Http.AnswerTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        Socket.ExpectMsg<Tcp.Abort>();
        goesOn.Set();
        FromSocket(Tcp.Aborted.Instance);
        ExpectTerminated(Connection);
    }

    [Fact]
    public void A_client_that_takes_nothing_is_dropped()
    {
        Connect();
        Receive(Request());
        Find(10);
        ExpectWrite();
        Pass(Http.SendTimeout - Moment);
        ExpectNothing();

        Pass(Moment);

        ExpectAbort();
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
    }

    [Fact]
    public void A_reader_that_takes_a_slice_each_time_is_not_dropped()
    {
        Connect();
        Receive(Request(target: "/film.mp4?whole"));
        Find(10 * SliceSize);
        for (var slice = 0; slice < 10; slice++)
        {
            var sent = ExpectWrite();
            Pass(Http.SendTimeout - Moment);
            ExpectNothing();
            Take(sent);
        }

        Exchange(Request());
        ExpectNothing();
    }

    [Fact]
    public void A_reader_of_less_than_a_slice_is_not_dropped_until_it_takes_nothing()
    {
        long taken = 0;
        Connect(confirmed: () => taken);
        Receive(Request());
        Find(10);
        var sent = ExpectWrite();
        for (var n = 0; n < 10; n++)
        {
            taken++;
            Pass(Http.SendTimeout - Moment);
            ExpectNothing();
        }

        Pass(Http.SendTimeout);
        ExpectAbort();
        Assert.Equal(200, sent.Response.Status);
    }

    [Fact]
    public void What_is_taken_of_another_answer_does_not_count()
    {
        Connect();
        Receive(Request());
        Find(10);
        var sent = ExpectWrite();
        Pass(Http.SendTimeout - Moment);
        FromSocket(new AllSent(sent.RequestId + 1));

        Pass(Moment);

        ExpectAbort();
    }

    [Fact]
    public void A_client_that_does_not_close_its_side_after_the_last_answer_is_not_waited_for_forever()
    {
        Connect();
        Exchange("GET /film.mp4 HTTP/1.0\r\n\r\n");
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Receive("still");
        Pass(Http.DrainTimeout - Moment);
        Receive("sending");
        ExpectNothing();
        Assert.Equal(4, Reads); // it is all read, lest the kernel reset the connection

        Pass(Moment);

        ExpectTerminated(Connection);
        Socket.ExpectNoMsg(TimeSpan.Zero); // no abort: a slow reader still gets what the kernel has of its answer
    }

    [Fact]
    public void A_connection_that_has_stopped_leaves_no_deadline_behind()
    {
        Connect();
        Assert.Equal(1, Deadlines!.Count);
        FromSocket(Tcp.Aborted.Instance);

        ExpectTerminated(Connection);

        Assert.Equal(0, Deadlines.Count);
    }

    [Fact]
    public void An_abort_that_is_not_confirmed_is_not_waited_for_forever()
    {
        Connect();
        Connection.Tell(CutOff.Instance);
        Socket.ExpectMsg<Tcp.Abort>();

        Pass(Http.DrainTimeout);

        ExpectTerminated(Connection);
    }
}
