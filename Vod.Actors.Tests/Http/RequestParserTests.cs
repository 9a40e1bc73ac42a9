using System.Text;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

/// <summary>Whole heads: what is refused, with which status, and what is let through (spec §2 rows 1–4).</summary>
public class RequestParserTests
{
    [Theory]
    // The request line (RFC 9112 §3).
    [InlineData("\0\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001\0", 400)] // TLS ClientHello
    [InlineData("GARBAGE\r\n\r\n", 400)]
    [InlineData(" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)] // HTTP/0.9
    [InlineData("GET / \r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /  HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /\tHTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET: / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GÉT / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / a HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    // Versions (RFC 9112 §2.3).
    [InlineData("GET / http/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/11\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/01.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1,1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/x.y\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP 1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTPS/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / ICY/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505)]
    [InlineData("GET / HTTP/1.9\r\nHost: a\r\n\r\n", 505)]
    [InlineData("GET / HTTP/0.9\r\n\r\n", 505)]
    [InlineData("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505)]
    [InlineData("GET / HTTP/3.0\r\n\r\n", 505)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)]
    // Targets (RFC 9112 §3.2).
    [InlineData("GET a.mp4 HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET ?q HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET %2Fa HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("HEAD * HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("OPTIONS ** HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET ftp://a/b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET http:// HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET http:///b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET http:/b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET http://user@a/b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET http://a:x/b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET http://a:65536/b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /a?b#c HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /\u00ff HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /a\u0001b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /a\u007fb HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /a\rb HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("CONNECT / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("CONNECT a HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("CONNECT a: HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("CONNECT http://a:80/ HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    // Line ends (RFC 9112 §2.2).
    [InlineData("GET / HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\n", 400)]
    [InlineData("GET / HTTP/1.1\rHost: a\r\r", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", 400)]
    [InlineData("\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("\rGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("\r\n GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    // Field lines (RFC 9112 §5).
    [InlineData("GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\tHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tc\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n \r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost\t: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX[]: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX\u00e9: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX\0: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\"X\": b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: b\u0007c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: b\u000bc\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: b\u007fc\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \u001b[31m\r\n\r\n", 400)]
    public void A_malformed_head_is_refused(string head, int status) => Assert.Equal(status, Requests.Rejection(head).Reason.Status);

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: \t \r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: http://a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400)]
    [InlineData("GET http://a/ HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET http://a/ HTTP/1.1\r\nHost: b c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.0\r\nHost: a b\r\n\r\n", 400)]
    public void Host_is_needed_exactly_once_and_valid(string head, int status) => Assert.Equal(status, Requests.Rejection(head).Reason.Status);

    [Theory]
    [InlineData("Content-Length: +5", 400)]
    [InlineData("Content-Length: -5", 400)]
    [InlineData("Content-Length: 0x5", 400)]
    [InlineData("Content-Length: 5 5", 400)]
    [InlineData("Content-Length: 5,5", 400)]
    [InlineData("Content-Length: 5, 6", 400)]
    [InlineData("Content-Length: 5.0", 400)]
    [InlineData("Content-Length: five", 400)]
    [InlineData("Content-Length: 1_0", 400)]
    [InlineData("Content-Length:", 400)]
    [InlineData("Content-Length: 9223372036854775808", 400)]
    [InlineData("Content-Length: 99999999999999999999999", 400)]
    [InlineData("Content-Length: 5\r\nContent-Length: 6", 400)]
    [InlineData("Content-Length: 5\r\nContent-Length: 5", 400)]
    [InlineData("Content-Length: 5\r\ncontent-length: ", 400)]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5", 400)]
    [InlineData("Transfer-Encoding: gzip, chunked\r\nContent-Length: 0", 400)]
    [InlineData("Transfer-Encoding: \r\nContent-Length: 5", 400)]
    [InlineData("Transfer-Encoding:", 400)]
    [InlineData("Transfer-Encoding: identity", 400)]
    [InlineData("Transfer-Encoding: gzip", 400)]
    [InlineData("Transfer-Encoding: xchunked", 400)]
    [InlineData("Transfer-Encoding: chunkedx", 400)]
    [InlineData("Transfer-Encoding: \"chunked\"", 400)]
    [InlineData("Transfer-Encoding: chunked;a=b", 400)]
    [InlineData("Transfer-Encoding: chunked, gzip", 400)]
    [InlineData("Transfer-Encoding: chunked, chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", 400)]
    [InlineData("Transfer-Encoding: chunked,", 400)]
    [InlineData("Transfer-Encoding: ,chunked", 400)]
    [InlineData("Transfer-Encoding: gzip, chunked", 501)]
    [InlineData("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 501)]
    public void Ambiguous_framing_is_refused(string fields, int status) =>
        Assert.Equal(status, Requests.Rejection($"GET / HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n").Reason.Status);

    [Fact]
    public void A_transfer_coding_in_http_1_0_is_refused() =>
        Assert.Equal(Rejection.TransferEncoding, Requests.Rejection("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n").Reason);

    [Theory]
    [InlineData("Content-Length: 0", false, 0)]
    [InlineData("Content-Length: 5", false, 5)]
    [InlineData("Content-Length:5", false, 5)]
    [InlineData("Content-Length: \t5 \t", false, 5)]
    [InlineData("content-LENGTH: 007", false, 7)]
    [InlineData("Content-Length: 9223372036854775807", false, long.MaxValue)]
    [InlineData("Transfer-Encoding: chunked", true, 0)]
    [InlineData("transfer-encoding:\tCHUNKED ", true, 0)]
    [InlineData("X: y", false, 0)]
    public void The_body_is_framed(string field, bool isChunked, long length) =>
        Assert.Equal(new BodyFraming(isChunked, length), Requests.Head($"POST / HTTP/1.1\r\nHost: a\r\n{field}\r\n\r\n").Body);

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Get, "GET")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Head, "HEAD")]
    [InlineData("OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Options, "OPTIONS")]
    [InlineData("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Connect, "CONNECT")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Other, "POST")]
    [InlineData("PUT / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Other, "PUT")]
    [InlineData("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Other, "DELETE")]
    [InlineData("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Other, "TRACE")]
    [InlineData("PATCH / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Other, "PATCH")]
    [InlineData("PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Other, "PROPFIND")]
    [InlineData("get / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Unknown, "get")]
    [InlineData("Get / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Unknown, "Get")]
    [InlineData("GETX / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Unknown, "GETX")]
    [InlineData("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Unknown, "BREW")]
    [InlineData("!#$%&'*+-.^_`|~1 / HTTP/1.1\r\nHost: a\r\n\r\n", RequestMethod.Unknown, "!#$%&'*+-.^_`|~1")]
    public void The_method_is_classified(string text, RequestMethod method, string name)
    {
        var head = Requests.Head(text);
        Assert.Equal((method, name), (head.Method, head.MethodName));
    }

    [Theory]
    [InlineData("GET", "/", TargetForm.Origin, "/", "", null)]
    [InlineData("GET", "/a/b.mp4?x=1?y&z", TargetForm.Origin, "/a/b.mp4", "x=1?y&z", null)]
    [InlineData("GET", "/a?", TargetForm.Origin, "/a", "", null)]
    [InlineData("GET", "//a", TargetForm.Origin, "//a", "", null)]
    [InlineData("GET", "/a%20b|{}\"<>^`\\", TargetForm.Origin, "/a%20b|{}\"<>^`\\", "", null)]
    [InlineData("GET", "http://b/c?d", TargetForm.Absolute, "/c", "d", "b")]
    [InlineData("GET", "HTTP://b:8080", TargetForm.Absolute, "/", "", "b:8080")]
    [InlineData("GET", "https://[::1]:1/c", TargetForm.Absolute, "/c", "", "[::1]:1")]
    [InlineData("GET", "http://b?d", TargetForm.Absolute, "/", "d", "b")]
    [InlineData("GET", "http://b:/c", TargetForm.Absolute, "/c", "", "b:")]
    [InlineData("OPTIONS", "*", TargetForm.Asterisk, "", "", null)]
    [InlineData("CONNECT", "b:443", TargetForm.Authority, "", "", "b:443")]
    public void The_target_is_split(string method, string target, TargetForm form, string path, string query, string? authority) =>
        Assert.Equal(new RequestTarget(form, path, query, authority), Requests.Head($"{method} {target} HTTP/1.1\r\nHost: a\r\n\r\n").Target);

    [Theory]
    [InlineData("1.1", "", true)]
    [InlineData("1.1", "Connection: close\r\n", false)]
    [InlineData("1.1", "Connection: Close\r\n", false)]
    [InlineData("1.1", "Connection: keep-alive, close\r\n", false)]
    [InlineData("1.1", "Connection: upgrade\r\nConnection: x ,\tclose\r\n", false)]
    [InlineData("1.1", "Connection: closed\r\n", true)]
    [InlineData("1.1", "Connection:\r\n", true)]
    [InlineData("1.0", "", false)]
    [InlineData("1.0", "Connection: keep-alive\r\n", true)]
    [InlineData("1.0", "Connection: Keep-Alive\r\n", true)]
    [InlineData("1.0", "Connection: keep-alive, close\r\n", false)]
    [InlineData("1.0", "Connection: TE, keep-alive\r\n", true)]
    [InlineData("1.0", "Keep-Alive: 300\r\n", false)]
    public void The_connection_persists_as_the_client_asks(string version, string field, bool persists) =>
        Assert.Equal(persists, Requests.Head($"GET / HTTP/{version}\r\nHost: a\r\n{field}\r\n").KeepAlive);

    [Fact]
    public void Http_1_0_needs_no_host()
    {
        var head = Requests.Head("GET / HTTP/1.0\r\n\r\n");
        Assert.Equal((RequestVersion.Http10, null), (head.Version, head.Host));
    }

    [Fact]
    public void Fields_are_found_whatever_their_case_and_joined_over_lines()
    {
        var head = Requests.Head(
            "GET / HTTP/1.1\r\nhOST:a:80\r\nRANGE: bytes=0-1\r\nrange:\t bytes=2-3 \r\nIf-None-Match: \"a\"\r\nIf-none-match: W/\"b\"\r\n"
            + "If-Match: *\r\nIf-Range: \"c\"\r\nIf-Modified-Since: d\r\nIf-Unmodified-Since: e\r\nExpect: f\r\nSec-Fetch-Dest: video\r\n"
            + "User-Agent: caf\u00e9\r\nX-Empty:\r\nX-Obs: \u00ff\r\n\r\n");
        Assert.Equal("a:80", head.Host);
        Assert.Equal("bytes=0-1, bytes=2-3", head.Range);
        Assert.Equal("\"a\", W/\"b\"", head.IfNoneMatch);
        Assert.Equal(("*", "\"c\"", "d", "e"), (head.IfMatch, head.IfRange, head.IfModifiedSince, head.IfUnmodifiedSince));
        Assert.Equal(("f", "video"), (head.Expect, head.SecFetchDest));
    }

    [Theory]
    [InlineData("1.1", "Expect: 100-continue\r\nContent-Length: 5\r\n", true)]
    [InlineData("1.1", "Expect: 100-Continue\r\nTransfer-Encoding: chunked\r\n", true)]
    [InlineData("1.1", "Expect: 100-continue\r\n", false)]
    [InlineData("1.1", "Expect: 100-continue\r\nContent-Length: 0\r\n", false)]
    [InlineData("1.1", "Expect: 100-continue, x\r\nContent-Length: 5\r\n", false)]
    [InlineData("1.1", "Expect:\r\nContent-Length: 5\r\n", false)]
    [InlineData("1.0", "Expect: 100-continue\r\nContent-Length: 5\r\n", false)]
    public void A_client_of_http_1_1_may_wait_for_100_before_its_body(string version, string fields, bool waits) =>
        Assert.Equal(waits, Requests.Head($"GET / HTTP/{version}\r\nHost: a\r\n{fields}\r\n").AwaitsContinue);

    [Fact]
    public void Pipelined_requests_are_taken_one_by_one()
    {
        var parser = new RequestParser(RequestLimits.Default);
        var bytes = Encoding.Latin1.GetBytes("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n\r\nHEAD /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HT");
        var first = Assert.IsType<ParseOutcome.Parsed>(parser.Parse(bytes));
        var rest = bytes.AsMemory(first.Consumed);
        var second = Assert.IsType<ParseOutcome.Parsed>(parser.Parse(rest));
        Assert.Equal(("/1", "/2"), (first.Head.Target.Path, second.Head.Target.Path));
        Assert.IsType<ParseOutcome.NeedMore>(parser.Parse(rest[second.Consumed..]));
        Assert.True(parser.HasBegun);
        Assert.False(parser.IsHead);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\r", false)]
    [InlineData("\r\n\r\n\r\n", false)]
    [InlineData("\r\nG", true)]
    [InlineData("G", true)]
    public void Empty_lines_are_not_the_beginning_of_a_request(string text, bool begun)
    {
        var parser = new RequestParser(RequestLimits.Default);
        Assert.IsType<ParseOutcome.NeedMore>(parser.Parse(Encoding.Latin1.GetBytes(text)));
        Assert.Equal(begun, parser.HasBegun);
    }

    [Theory]
    [InlineData("HEAD / HTTP/1.1\r\n\r\n", true)]
    [InlineData("HEAD /#", true)]
    [InlineData("HEADER / HTTP/1.1\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", false)]
    public void A_refusal_knows_whether_its_answer_may_have_a_body(string text, bool isHead) => Assert.Equal(isHead, Requests.Rejection(text).IsHead);
}
