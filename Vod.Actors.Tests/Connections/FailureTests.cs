using Akka.Actor;
using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Connections;

/// <summary>What the client sees when the disk fails: a status as long as nothing was sent, a broken connection from then on.</summary>
public sealed class FailureTests : ConnectionTest
{
    [Fact]
    public void A_file_that_is_gone_is_looked_up_again_and_not_found()
    {
        Connect();
        Files.FailOpening(new MediaFileException(SliceFailure.Missing, "gone"));
        Receive(Request());
        var first = Find(10);
        var again = Catalog.ExpectMsg<Refresh>();
        Assert.Equal(first.Path, again.Path);
        Assert.NotEqual(first.RequestId, again.RequestId);
        Connection.Tell(new NotFound(again.RequestId), Catalog.Ref);

        var answer = ExpectWrite();

        Assert.Equal((404, false), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        Assert.Equal(200, Exchange(Request()).Response.Status);
    }

    [Theory]
    [InlineData(SliceFailure.Missing)]
    [InlineData(SliceFailure.Stale)]
    public void A_file_that_was_replaced_is_served_as_it_is_now(SliceFailure reason)
    {
        Connect();
        Files.FailOpening(new MediaFileException(reason, "replaced"));
        Files.FailOpening(new MediaFileException(reason, "and again"));
        Receive(Request());
        Find(10);
        Refreshed(20);
        Refreshed(30);

        var answer = ExpectWrite();

        Assert.Equal((200, 30), (answer.Response.Status, answer.Response.Body.Length));
        Take(answer);
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
        ExpectNothing();
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30)] // the very same item: what is open is not what it describes
    public void The_file_of_an_attempt_that_failed_is_closed_and_opened_anew(int size)
    {
        Connect();
        Files.FailLoading(new EndOfStreamException("truncated"));
        Receive(Request());
        Find(30);
        Refreshed(size);
        ExpectWrite();

        Assert.Equal(30, Disk.ExpectMsg<FakeFiles.Opened>().Item.Size);
        Assert.Equal(size, Disk.ExpectMsg<FakeFiles.Opened>().Item.Size);
        Assert.Equal(30, ExpectFileIsClosed().Item.Size);
    }

    [Fact]
    public void The_request_is_judged_anew_by_what_the_file_is_now()
    {
        Connect();
        Files.FailOpening(new MediaFileException(SliceFailure.Stale, "shorter now"));
        Receive(Request(fields: "Range: bytes=50-"));
        Find(100);
        Refreshed(20);

        Assert.Equal((416, "bytes */20"), (ExpectWrite().Response is var response ? response.Status : 0, response["Content-Range"]));
    }

    [Theory]
    [InlineData(SliceFailure.Missing, 404)]
    [InlineData(SliceFailure.Stale, 503)]
    public void A_file_that_never_comes_to_rest_is_given_up_after_three_attempts(SliceFailure reason, int status)
    {
        Connect();
        for (var attempt = 0; attempt < 3; attempt++) Files.FailOpening(new MediaFileException(reason, "again"));
        Receive(Request());
        Find(10);
        Refreshed(10);
        Refreshed(10);

        var answer = ExpectWrite();

        Assert.Equal((status, false), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        Assert.Equal(200, Exchange(Request()).Response.Status); // and the next request begins anew
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_of_the_server()
    {
        Connect();
        Files.FailOpening(new MediaFileException(SliceFailure.Unreadable, "permission"));
        Receive(Request());
        Find(10);

        AnsweredAsInternalError();
    }

    [Fact]
    public void Without_a_free_file_handle_the_client_is_told_to_come_back_later_and_gives_back_its_own()
    {
        Connect();
        Files.FailOpening(new MediaFileException(SliceFailure.Exhausted, "too many open files"));
        Receive(Request());
        Find(10);

        var answer = ExpectWrite();

        Assert.Equal((503, "5", true), (answer.Response.Status, answer.Response["Retry-After"], answer.Response.Closes));
        Take(answer);
        ExpectClose();
    }

    [Fact]
    public void So_is_one_whose_first_slice_cannot_be_read_and_it_is_closed()
    {
        Connect();
        Files.FailLoading(new IOException("bad sector"));
        Receive(Request());
        Find(10);

        AnsweredAsInternalError(); // and the next is answered from the file, opened again

        Disk.ExpectMsg<FakeFiles.Opened>();
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
    }

    [Fact]
    public void So_is_one_whose_actor_crashes_before_the_head_is_sent()
    {
        Connect();
        Files.FailOpening(new InvalidOperationException("a bug"));
        Receive(Request());
        Find(10);

        AnsweredAsInternalError();
    }

    [Theory]
    [MemberData(nameof(LateFaults))]
    public void Any_failure_after_the_head_ends_the_connection_abruptly(Exception fault)
    {
        Connect();
        Files.FailLoading(null);
        Files.FailLoading(fault);
        Receive(Request(target: "/film.mp4?whole"));
        Find(SliceSize + 1);

        Take(ExpectWrite());

        ExpectAbort();
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    public static TheoryData<Exception> LateFaults() => new()
    {
        new IOException("bad sector"),
        new EndOfStreamException("truncated"),
        new MediaFileException(SliceFailure.Missing, "gone"),
        new InvalidOperationException("a bug"),
    };

    [Fact]
    public void A_file_actor_that_crashes_while_its_slice_is_being_sent_disturbs_nobody()
    {
        Connect();
        Receive(Request());
        Find(10);
        var answer = ExpectWrite();
        Disk.ExpectMsg<FakeFiles.Opened>();

        Sys.ActorSelection(FileReader.Path / "*").Tell(Kill.Instance, ActorRefs.NoSender);
        Disk.ExpectMsg<FakeFiles.Closed>(); // the write has a reference of its own

        ExpectNothing();
        Take(answer);
        Assert.Equal(200, Exchange(Request()).Response.Status);
    }

    [Fact]
    public void One_that_crashes_between_two_slices_is_replaced()
    {
        Connect();
        Receive(Request(target: "/film.mp4?whole"));
        Find(SliceSize + 1);
        var first = ExpectWrite();
        Disk.ExpectMsg<FakeFiles.Opened>();
        Sys.ActorSelection(FileReader.Path / "*").Tell(Kill.Instance, ActorRefs.NoSender);
        Disk.ExpectMsg<FakeFiles.Closed>();

        Take(first);

        Assert.Equal(FakeFiles.ByteAt(SliceSize), Assert.Single(ExpectWrite().Bytes));
    }

    [Fact]
    public void Replies_that_come_late_or_carry_another_id_are_dropped_in_every_state()
    {
        Connect();
        var stray = 0L;
        SendStrays();
        Receive("GET ");
        SendStrays();
        Receive("/film.mp4 HTTP/1.1\r\nHost: vod\r\nContent-Length: 3\r\n\r\n");
        SendStrays();
        Receive("abc");
        var question = Catalog.ExpectMsg<Resolve>();
        stray = question.RequestId - 1;
        SendStrays();
        Files.Hang();
        Connection.Tell(new Found(question.RequestId, Items.Of(10)), Catalog.Ref);
        SendStrays();
        Files.GoOn();
        var answer = ExpectWrite();
        SendStrays();
        Connection.Tell(new Found(question.RequestId, Items.Of(20)), Catalog.Ref);
        Connection.Tell(new SliceFailed(question.RequestId, SliceFailure.Unreadable), Catalog.Ref);
        ExpectNothing();
        Take(answer);
        Take(answer);
        SendStrays();
        Assert.Equal(200, Exchange(Request()).Response.Status);

        void SendStrays()
        {
            Connection.Tell(new Found(stray, Items.Of(99)), Catalog.Ref);
            Connection.Tell(new NotFound(stray), Catalog.Ref);
            Connection.Tell(new SliceFailed(stray, SliceFailure.Missing), Catalog.Ref);
            FromSocket(new AllSent(stray));
            ExpectNothing();
        }
    }

    [Fact]
    public void The_answer_to_an_earlier_attempt_does_not_count_for_the_next()
    {
        Connect();
        Files.FailOpening(new MediaFileException(SliceFailure.Stale, "replaced"));
        Receive(Request());
        var first = Find(10);
        var again = Catalog.ExpectMsg<Refresh>();
        Connection.Tell(new NotFound(first.RequestId), Catalog.Ref);
        ExpectNothing();
        Connection.Tell(new Found(again.RequestId, Items.Of(20)), Catalog.Ref);

        Assert.Equal(20, ExpectWrite().Response.ContentLength);
    }

    [Fact]
    public void The_end_of_another_answer_is_not_the_end_of_this_one()
    {
        Connect();
        Receive(Request() + Request());
        Find(10);
        var answer = ExpectWrite();
        FromSocket(new AllSent(answer.RequestId - 1));
        FromSocket(new AllSent(answer.RequestId + 1));
        ExpectNothing();

        Take(answer);

        Find(10);
    }

    [Fact]
    public void A_write_that_is_not_taken_ends_the_connection()
    {
        Connect();
        Receive(Request());
        Find(10);
        var write = Socket.ExpectMsg<Tcp.WriteCommand>();

        FromSocket(new Tcp.CommandFailed(write));

        ExpectTerminated(Connection);
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
    }

    private void Refreshed(long size)
    {
        var question = Catalog.ExpectMsg<Refresh>();
        Connection.Tell(new Found(question.RequestId, Items.Of(size)), Catalog.Ref);
    }

    private void AnsweredAsInternalError()
    {
        var answer = ExpectWrite();
        Assert.Equal((500, "500 Internal Server Error\n", false), (answer.Response.Status, answer.Response.Text, answer.Response.Closes));
        Take(answer);
        Catalog.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(200, Exchange(Request()).Response.Status);
    }
}
