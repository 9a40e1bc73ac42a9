using Akka.IO;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Connections;

/// <summary>Bodies of requests: read, thrown away, never taken for requests.</summary>
public sealed class BodyTests : ConnectionTest
{
    private const string Smuggled = "GET /smuggled.mp4 HTTP/1.1\r\nHost: vod\r\n\r\n";

    [Theory]
    [InlineData("Content-Length: 41", "", "")]
    [InlineData("Transfer-Encoding: chunked", "29\r\n", "\r\n0\r\n\r\n")]
    public void A_body_is_thrown_away_before_the_answer_and_what_follows_is_the_next_request(string field, string before, string after)
    {
        Assert.Equal(41, Smuggled.Length);
        Connect();
        Receive(Request(fields: field) + before);
        ExpectNothing();
        Receive(Smuggled[..20]);
        ExpectNothing();
        Receive(Smuggled[20..] + after + Request(target: "/next.mp4"));

        Assert.Equal("film.mp4", Find(10).Path.Value);
        var answer = ExpectWrite();
        Assert.False(answer.Response.Closes);
        Take(answer);
        Assert.Equal("next.mp4", Find(10).Path.Value);
    }

    [Fact]
    public void A_body_as_long_as_is_read_keeps_the_connection()
    {
        Connect(http => http with { MaxBodyDrain = 100 });
        Receive(Request(fields: "Content-Length: 100"));
        Receive(new string('x', 100));
        Find(10);

        Assert.False(ExpectWrite().Response.Closes);
    }

    [Theory]
    [InlineData("Content-Length: 101", "")]
    [InlineData("Transfer-Encoding: chunked", "65\r\n")]
    public void A_longer_body_is_not_waited_for_and_nothing_in_it_is_read_as_a_request(string field, string chunk)
    {
        Connect(http => http with { MaxBodyDrain = 100 });
        Receive(Request(fields: field) + chunk + Smuggled);
        Find(10);
        var answer = ExpectWrite();
        Assert.Equal((200, true), (answer.Response.Status, answer.Response.Closes));

        Take(answer);

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Receive(Smuggled);
        ExpectNothing();
    }

    [Fact]
    public void A_malformed_chunk_is_a_bad_request()
    {
        Connect();
        Receive(Request(fields: "Transfer-Encoding: chunked") + "xyz\r\n" + Smuggled);

        var answer = ExpectWrite();

        Assert.Equal((400, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_client_that_waits_for_it_is_told_to_go_on_and_then_answered()
    {
        Connect();
        Receive(Request(fields: ["Expect: 100-continue", "Content-Length: 3"]));

        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", ExpectWrite().Text);
        ExpectNothing();

        Receive("abc");
        Find(10);
        Assert.Equal(200, ExpectWrite().Response.Status);
    }

    [Theory]
    [InlineData("Expect: 100-continue", "Content-Length: 3", "abc")] // it has not waited
    [InlineData("Expect: 100-continue", "Content-Length: 99999999", "")] // too long: it is spared sending it
    [InlineData("Expect: 100-continue", "Content-Length: 0", "")]
    [InlineData("Expect:", "Content-Length: 3", "abc")]
    public void A_client_that_need_not_be_told_gets_its_answer_only(string expect, string length, string body)
    {
        Connect();
        Receive(Request(fields: [expect, length]) + body);
        Find(10);

        Assert.Equal(200, ExpectWrite().Response.Status);
    }

    [Theory]
    [InlineData("GET", "/film.mp4", "coffee", 417)]
    [InlineData("POST", "/film.mp4", "100-continue", 405)]
    [InlineData("BREW", "/film.mp4", "100-continue", 501)]
    [InlineData("GET", "/confidential/x", "100-continue", 403)]
    [InlineData("GET", "/%00", "100-continue", 400)]
    public void A_client_that_may_be_waiting_is_told_at_once_what_does_not_depend_on_its_body(string method, string target, string expect, int status)
    {
        Connect();
        Receive(Request(method, target, $"Expect: {expect}", "Content-Length: 3"));

        var answer = ExpectWrite();

        Assert.Equal((status, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
    }

    [Theory]
    [InlineData("GET", "coffee", 417)]
    [InlineData("PUT", "100-continue", 405)]
    public void One_that_sends_its_body_without_waiting_keeps_the_connection(string method, string expect, int status)
    {
        Connect();
        Receive(Request(method, "/film.mp4", $"Expect: {expect}", "Content-Length: 3") + "ab");
        ExpectNothing();
        Receive("c");

        Assert.Equal((status, false), (ExpectWrite().Response is var response ? response.Status : 0, response.Closes));
    }

    [Fact]
    public void A_client_that_closes_within_a_body_is_told_that_it_was_cut_short()
    {
        Connect();
        Receive(Request(fields: "Content-Length: 100") + "abc");
        FromSocket(Tcp.PeerClosed.Instance);

        var answer = ExpectWrite();
        Settle();
        Assert.Equal(2, Reads); // none since the end is known

        Assert.Equal((400, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void So_is_one_that_closed_while_the_request_before_was_answered()
    {
        Connect();
        Receive(Request() + Request(fields: "Content-Length: 100") + "abc");
        Find(10);
        var first = ExpectWrite();
        FromSocket(Tcp.PeerClosed.Instance);
        Take(first);

        Assert.Equal(400, ExpectWrite().Response.Status);
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Bodies_of_many_requests_in_one_go_are_all_skipped()
    {
        Connect();
        Receive(string.Concat(Enumerable.Range(0, 50).Select(n => Request(target: $"/{n}.mp4", fields: "Content-Length: 41") + Smuggled)));
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal($"{n}.mp4", Find(1).Path.Value);
            Take(ExpectWrite());
        }

        ExpectNothing();
    }
}
