using System.Text;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

/// <summary>Fields that decide nothing, but are told to those who watch.</summary>
public class ObservedFieldsTests
{
    private readonly RequestParser _parser = new(RequestLimits.Default);

    [Fact]
    public void Fields_for_logs_and_traces_are_kept_as_they_were_sent()
    {
        var head = Parse("User-Agent: mpv \xff\r\nREFERER: http://a/\r\nX-Forwarded-For: 1.2.3.4\r\nx-forwarded-for: 5.6.7.8\r\n" +
            "Forwarded: for=9.9.9.9\r\ntraceparent: 00-a-b-01\r\ntracestate: a=b\r\n");

        Assert.Equal(("mpv \xff", "http://a/", "1.2.3.4, 5.6.7.8"), (head.UserAgent, head.Referer, head.ForwardedFor));
        Assert.Equal(("for=9.9.9.9", "00-a-b-01", "a=b"), (head.Forwarded, head.TraceParent, head.TraceState));
    }

    [Fact]
    public void What_each_request_of_a_connection_says_alike_is_the_same_text_and_nothing_is_left_of_one_that_says_nothing()
    {
        var first = Parse("User-Agent: mpv\r\nX-Forwarded-For: 1.2.3.4\r\n");
        var second = Parse("User-Agent: mpv\r\nX-Forwarded-For: 1.2.3.4\r\n");
        var third = Parse("User-Agent: mpv2\r\n");

        Assert.Same(first.UserAgent, second.UserAgent);
        Assert.Same(first.ForwardedFor, second.ForwardedFor);
        Assert.Same(first.Host, second.Host);
        Assert.Equal(("mpv2", null), (third.UserAgent, third.ForwardedFor));
    }

    private RequestHead Parse(string fields) =>
        Assert.IsType<ParseOutcome.Parsed>(_parser.Parse(Encoding.Latin1.GetBytes($"GET / HTTP/1.1\r\nHost: vod\r\n{fields}\r\n"))).Head;
}
