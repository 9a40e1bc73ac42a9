using Vod.Actors.Catalog;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Connections;

/// <summary>From a request to its answer, when all goes well.</summary>
public sealed class AnswerTests : ConnectionTest
{
    [Fact]
    public void A_file_is_looked_up_read_and_sent_with_its_head_in_one_write()
    {
        Connect();
        Receive(Request());

        Assert.Equal("film.mp4", Find(10).Path.Value);

        var answer = ExpectWrite();
        Assert.Equal((200, 10, false), (answer.Response.Status, answer.Response.ContentLength, answer.Response.Closes));
        Assert.Equal(Film(0, 10), answer.Response.Body);
    }

    [Fact]
    public void The_file_is_opened_for_the_first_request_and_closed_when_nobody_asks_any_more()
    {
        Connect();
        for (var request = 0; request < 3; request++) Exchange(Request());

        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
        Exchange(Request());
        Disk.ExpectMsg<FakeFiles.Opened>();
    }

    [Fact]
    public void A_long_body_is_read_and_sent_slice_by_slice_each_after_the_one_before_was_taken()
    {
        Connect();
        Receive(Request(target: "/film.mp4?whole"));
        Find(2 * SliceSize + 1);
        var body = new List<byte>();
        for (var slice = 0; slice < 3; slice++)
        {
            var sent = ExpectWrite();
            ExpectNothing();
            body.AddRange(slice == 0 ? sent.Response.Body : sent.Bytes);
            Take(sent);
        }

        Assert.Equal(Film(0, 2 * SliceSize + 1), body);
        Disk.ExpectMsg<FakeFiles.Opened>();
        ExpectFileIsClosed();
        ExpectNothing();
    }

    [Fact]
    public void A_long_file_is_answered_with_its_first_slice()
    {
        Connect();

        var response = Exchange(Request(), 5 * SliceSize).Response;

        Assert.Equal((206, $"bytes 0-{SliceSize - 1}/{5 * SliceSize}"), (response.Status, response["Content-Range"]));
        Assert.Equal(Film(0, SliceSize), response.Body);
    }

    [Fact]
    public void Several_ranges_are_sent_between_their_boundaries()
    {
        Connect();
        Receive(Request(target: "/film.mp4?whole", fields: "Range: bytes=0-4,2000-3499,-3"));
        Find(5 * SliceSize);
        var first = ExpectWrite();
        var body = new List<byte>(first.Response.Body);
        for (var sent = first; body.Count < first.Response.ContentLength; body.AddRange(sent.Bytes))
        {
            Take(sent);
            sent = ExpectWrite();
        }

        Assert.StartsWith("multipart/byteranges; boundary=", first.Response["Content-Type"]);
        Assert.Equal(Multipart(first.Response["Content-Type"]!.Split('=')[1], (0, 5), (2000, 1500), (4997, 3)), body);
        Disk.ExpectMsg<FakeFiles.Opened>();
    }

    [Fact]
    public void HEAD_is_answered_with_the_head_and_the_file_is_not_opened()
    {
        Connect();
        var response = Exchange(Request("HEAD")).Response;

        Assert.Equal((200, 10, 0), (response.Status, response.ContentLength, response.Body.Length));
        Settle();
        Disk.ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(10, 200)]
    [InlineData(0, 200)]
    public void What_has_not_changed_is_not_sent_again(int size, int status)
    {
        Connect();
        var first = Exchange(Request(), size).Response;
        Assert.Equal(status, first.Status);

        var second = Exchange(Request(fields: $"If-None-Match: {first["ETag"]}"), size).Response;

        Assert.Equal((304, 0, null), (second.Status, second.Body.Length, second["Content-Length"]));
    }

    [Fact]
    public void What_the_catalog_does_not_know_is_not_found()
    {
        Connect();
        Receive(Request());
        var question = Catalog.ExpectMsg<Resolve>();
        Connection.Tell(new NotFound(question.RequestId), Catalog.Ref);

        var response = ExpectWrite().Response;

        Assert.Equal((404, "404 Not Found\n"), (response.Status, response.Text));
    }

    [Theory]
    [InlineData("GET", "/confidential/x", 403)]
    [InlineData("GET", "/%", 400)]
    [InlineData("OPTIONS", "/film.mp4", 204)]
    [InlineData("POST", "/film.mp4", 405)]
    [InlineData("BREW", "/film.mp4", 501)]
    public void What_the_head_decides_is_answered_without_the_catalog_and_the_connection_stays(string method, string target, int status)
    {
        Connect();
        Receive(Request(method, target));

        var answer = ExpectWrite();

        Assert.Equal((status, false), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectNothing();
        Assert.Equal(200, Exchange(Request()).Response.Status);
    }

    [Theory]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /film.mp4 HTTP/1.0\r\n\r\n")]
    public void A_client_that_wants_no_more_is_told_close_and_the_connection_is_closed_once_all_is_taken(string request)
    {
        Connect();
        Receive(request);
        Find(10);
        var answer = ExpectWrite();
        Assert.True(answer.Response.Closes);
        ExpectNothing();

        Take(answer);

        ExpectClose();
    }

    [Fact]
    public void The_last_request_that_is_allowed_closes()
    {
        Connect(http => http with { MaxRequestsPerConnection = 3 });

        Assert.False(Exchange(Request()).Response.Closes);
        Assert.False(Exchange(Request()).Response.Closes);
        Assert.True(Exchange(Request()).Response.Closes);

        ExpectClose();
    }

    [Theory]
    [InlineData("GET /a b HTTP/1.1\r\n", 400)]
    [InlineData("GET / HTTP/2.0\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    public void What_is_no_request_is_refused_and_the_connection_is_closed(string bytes, int status)
    {
        Connect();
        Receive(bytes + Request());

        var answer = ExpectWrite();

        Assert.Equal((status, true), (answer.Response.Status, answer.Response.Closes));
        Take(answer);
        ExpectClose();
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void The_date_is_that_of_the_answer()
    {
        Connect();
        var first = DateTimeOffset.Parse(Exchange(Request()).Response["Date"]!);
        Pass(TimeSpan.FromSeconds(7));

        Assert.Equal(first.AddSeconds(7), DateTimeOffset.Parse(Exchange(Request()).Response["Date"]!));
    }

    private static byte[] Film(int offset, int count) => [.. Enumerable.Range(offset, count).Select(n => FakeFiles.ByteAt(n))];

    private static byte[] Multipart(string boundary, params (int Offset, int Count)[] ranges)
    {
        var body = new List<byte>();
        foreach (var (offset, count) in ranges)
        {
            var range = new ByteRange(offset, count).In(5 * SliceSize);
            body.AddRange(System.Text.Encoding.Latin1.GetBytes(
                $"{(body.Count == 0 ? "" : "\r\n")}--{boundary}\r\nContent-Type: video/mp4\r\nContent-Range: {range}\r\n\r\n"));
            body.AddRange(Film(offset, count));
        }

        return [.. body, .. System.Text.Encoding.Latin1.GetBytes($"\r\n--{boundary}--\r\n")];
    }
}
