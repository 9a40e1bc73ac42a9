using System.Buffers;
using System.Text;
using System.Text.Json;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Diagnostics;

public class AccessLogFormatTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static TheoryData<string, string?, string?, int, long, string> Lines => new()
    {
        { "/film.mp4", null, null, 206, 5242880, "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"GET /film.mp4 HTTP/1.1\" 206 5242880 \"-\" \"-\"" },
        { "/a%20b?whole", "http://vod/", "mpv 0.35", 200, 1, "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"GET /a%20b?whole HTTP/1.1\" 200 1 \"http://vod/\" \"mpv 0.35\"" },
        { "/", "", "", 304, 0, "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"GET / HTTP/1.1\" 304 - \"\" \"\"" },
        { "/", null, null, 0, 0, "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"GET / HTTP/1.1\" - - \"-\" \"-\"" },
        { "/\"|{}\\", "a\" 200 1 \"b", "x\\\"", 404, 14, "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"GET /\\\"|{}\\\\ HTTP/1.1\" 404 14 \"a\\\" 200 1 \\\"b\" \"x\\\\\\\"\"" },
        { "/", "\t\r\n\0\x1b[31m", "\x7f\x80\xff", 200, 1, "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"GET / HTTP/1.1\" 200 1 \"\\x09\\x0d\\x0a\\x00\\x1b[31m\" \"\\x7f\\x80\\xff\"" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Combined_is_common_with_referer_and_agent_and_nothing_breaks_out_of_its_field(
        string target, string? referer, string? agent, int status, long bytes, string line)
    {
        var entry = Entry(target, referer, agent, status, bytes);

        Assert.Equal(line + "\n", Write(entry, AccessLogStyle.Combined));
        Assert.Equal(line[..line.IndexOf("\" ", line.IndexOf("HTTP/1.1", StringComparison.Ordinal), StringComparison.Ordinal)] + $"\" {(status == 0 ? "-" : status)} {(bytes == 0 ? "-" : bytes)}\n", Write(entry, AccessLogStyle.Common));
    }

    [Fact]
    public void A_request_that_was_not_understood_has_no_request_line() => Assert.Equal(
        "192.0.2.1 - - [02/Nov/2026:03:04:05 +0000] \"-\" 400 16 \"-\" \"-\"\n", Write(Entry() with { Head = null, Status = 400, Bytes = 16 }, AccessLogStyle.Combined));

    [Fact]
    public void Json_is_one_object_a_line_whatever_was_sent()
    {
        var text = Write(Entry("/film.mp4?whole", "\r\n\"}", "a\x1b\xff", 206, 99) with { Outcome = RequestOutcome.CutOff }, AccessLogStyle.Json);

        Assert.Equal(text.Length - 1, text.IndexOf('\n'));
        Assert.All(text.TrimEnd('\n'), c => Assert.InRange(c, ' ', '~'));
        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal("2026-11-02T03:04:05.678Z", json.GetProperty("time").GetString());
        Assert.Equal("/film.mp4?whole", json.GetProperty("target").GetString());
        Assert.Equal("\r\n\"}", json.GetProperty("referer").GetString());
        Assert.Equal("a\x1b\xff", json.GetProperty("user_agent").GetString());
        Assert.Equal((206, 99L, 7L), (json.GetProperty("status").GetInt32(), json.GetProperty("bytes").GetInt64(), json.GetProperty("connection").GetInt64()));
        Assert.Equal((0.25, "cut off"), (json.GetProperty("seconds").GetDouble(), json.GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("GET", "http://vod:80/a?b", "http://vod:80/a?b")]
    [InlineData("OPTIONS", "*", "*")]
    [InlineData("CONNECT", "vod:80", "vod:80")]
    public void A_target_is_written_as_it_was_sent(string method, string target, string written) =>
        Assert.Equal(written, AccessLogFormat.Target(RequestTarget.Parse(RequestMethods.Classify(method), target)!.Value));

    private static AccessEntry Entry(string target = "/", string? referer = null, string? agent = null, int status = 200, long bytes = 1) => new(
        At, TimeSpan.FromMilliseconds(250), "192.0.2.1", 7,
        new RequestHead
        {
            Method = RequestMethod.Get, MethodName = "GET", Target = RequestTarget.Parse(RequestMethod.Get, target)!.Value, Referer = referer, UserAgent = agent,
        },
        status, bytes, RequestOutcome.Complete);

    private static string Write(AccessEntry entry, AccessLogStyle style)
    {
        var buffer = new ArrayBufferWriter<byte>();
        AccessLogFormat.Write(buffer, entry, style);
        return Encoding.Latin1.GetString(buffer.WrittenSpan);
    }
}
