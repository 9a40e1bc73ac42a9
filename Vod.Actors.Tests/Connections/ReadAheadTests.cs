using Akka.IO;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Connections;

/// <summary>Requests that come before the one ahead of them is answered, and how much of them is read.</summary>
public sealed class ReadAheadTests : ConnectionTest
{
    [Fact]
    public void Pipelined_requests_are_answered_in_order_and_one_at_a_time()
    {
        Connect();
        Receive(string.Concat(Enumerable.Range(0, 5).Select(n => Request(target: $"/{n}.mp4"))));
        var ids = new HashSet<long>();
        for (var n = 0; n < 5; n++)
        {
            var question = Find(n + 1);
            Assert.Equal($"{n}.mp4", question.Path.Value);
            Assert.True(ids.Add(question.RequestId));
            var answer = ExpectWrite();
            Assert.Equal(n + 1, answer.Response.ContentLength);
            ExpectNothing();
            Take(answer);
        }

        ExpectNothing();
    }

    [Fact]
    public void A_head_may_come_byte_by_byte()
    {
        Connect();
        var text = Request();
        for (var n = 0; n < text.Length; n++)
        {
            ExpectNothing();
            Assert.Equal(n + 1, Reads);
            Receive(text[n].ToString());
        }

        Catalog.ExpectMsg<Resolve>();
    }

    [Fact]
    public void The_rest_of_a_head_may_come_while_the_request_before_it_is_answered()
    {
        Connect();
        var next = Request(target: "/next.mp4");
        Receive(Request() + next[..20]);
        Find(10);
        Receive(next[20..]);

        Take(ExpectWrite());

        Assert.Equal("next.mp4", Find(10).Path.Value);
    }

    [Fact]
    public void One_read_is_armed_in_every_state()
    {
        Connect();
        Settle();
        Assert.Equal(1, Reads); // idle
        Receive("GET ");
        Settle();
        Assert.Equal(2, Reads); // in a head
        Receive("/film.mp4?whole HTTP/1.1\r\nHost: vod\r\nContent-Length: 2\r\n\r\n");
        Settle();
        Assert.Equal(3, Reads); // in a body
        Receive("ab");
        Settle();
        Assert.Equal(4, Reads); // resolving
        Receive("\r\n");
        Find(SliceSize + 1);
        var first = ExpectWrite();
        Settle();
        Assert.Equal(5, Reads); // writing
        Receive("\r\n");
        Take(first);
        Take(ExpectWrite());
        Settle();
        Assert.Equal(6, Reads); // idle again
    }

    [Fact]
    public void So_it_is_while_an_answer_is_sent_that_nobody_had_to_be_asked_for()
    {
        Connect();
        Receive(Request("OPTIONS"));
        ExpectWrite();
        Settle();

        Assert.Equal(2, Reads);
    }

    [Fact]
    public void What_waits_beyond_the_limit_does_not_keep_the_rest_from_being_read_after_the_last_answer()
    {
        Connect(http => http with { MaxHeadSize = 256 });
        Receive(Request(fields: "Connection: close") + new string('x', 1000));
        Find(10);
        var answer = ExpectWrite();
        Settle();
        Assert.Equal(1, Reads);

        Take(answer);

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Settle();
        Assert.Equal(2, Reads); // or it would be unread when the socket is closed, and reset the connection
    }

    [Fact]
    public void No_more_is_read_ahead_than_a_head_may_have_until_there_is_room_again()
    {
        Connect(http => http with { MaxHeadSize = 1024 });
        Receive(Request());
        Settle();
        var next = Request(target: "/next.mp4");
        var ahead = string.Concat(Enumerable.Repeat(next, 1024 / next.Length));
        Receive(ahead);
        Settle();
        Assert.Equal(3, Reads);
        Receive(Request(target: "/more.mp4"));
        Settle();
        Assert.Equal(3, Reads);

        Find(10);
        Take(ExpectWrite());
        Catalog.ExpectMsg<Resolve>();
        Settle();

        Assert.Equal(4, Reads);
    }

    [Fact]
    public void What_waits_beyond_the_limit_is_all_answered()
    {
        Connect(http => http with { MaxHeadSize = 256 });
        Receive(string.Concat(Enumerable.Range(0, 100).Select(n => Request(target: $"/{n}.mp4"))));
        for (var n = 0; n < 100; n++)
        {
            Assert.Equal($"{n}.mp4", Find(1).Path.Value);
            Take(ExpectWrite());
        }

        ExpectNothing();
        Assert.Equal(2, Reads);
    }

    [Fact]
    public void Ten_thousand_requests_wait_at_the_client_while_it_reads_no_answer_and_are_all_answered_once_it_does()
    {
        const int Requests = 10_000, Block = 100;
        Connect();
        var request = Request("OPTIONS");
        var block = string.Concat(Enumerable.Repeat(request, Block));
        var mostAhead = Http.MaxHeadSize / request.Length + Block + 1;
        var (reads, sent) = (0, 0);
        for (var answered = 0; answered < Requests; answered++)
        {
            for (Settle(); reads < Reads && sent < Requests; Settle(), reads++, sent += Block) Receive(block);
            Assert.InRange(sent - answered, 0, mostAhead);
            var answer = ExpectWrite();
            Assert.False(Socket.HasMessages); // one write at a time
            Take(answer);
        }

        ExpectNothing();
    }
}
