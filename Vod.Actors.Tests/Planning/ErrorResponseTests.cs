using System.Text;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

public class ErrorResponseTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(414)]
    [InlineData(416)]
    [InlineData(417)]
    [InlineData(431)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(503)]
    [InlineData(505)]
    public void An_error_is_a_short_text_with_the_standard_fields(int status)
    {
        var plan = ErrorResponse.Of(status);
        var text = $"{status} {ReasonPhrase.Of(status)}\n";
        Assert.Equal(text, Encoding.ASCII.GetString(Plans.RenderBody(plan)));
        Assert.Equal(
            $"HTTP/1.1 {status} {ReasonPhrase.Of(status)}\r\nServer: Vod\r\nDate: Sat, 09 May 2026 12:00:00 GMT\r\nConnection: keep-alive\r\n"
            + $"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {text.Length}\r\n{(status == 405 ? "Allow: GET, HEAD, OPTIONS\r\n" : "")}\r\n",
            Plans.RenderHead(plan));
    }

    [Fact]
    public void The_answer_to_head_has_the_same_head_and_no_body()
    {
        Assert.Equal(Plans.RenderHead(ErrorResponse.Of(404)), Plans.RenderHead(ErrorResponse.Of(404, isHead: true)));
        Assert.Empty(ErrorResponse.Of(404, isHead: true).Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refused_request_closes_the_connection(bool isHead)
    {
        var plan = ErrorResponse.Of(new ParseOutcome.Rejected(Rejection.HeadTooLong, isHead));
        Assert.Equal((431, true, isHead), (plan.Status, plan.Close, plan.Body.IsEmpty));
        Assert.Contains("\r\nConnection: close\r\n", Plans.RenderHead(plan, keepAlive: true));
    }

    [Fact]
    public void Every_rejection_has_an_answer() =>
        Assert.All(
            typeof(Rejection).GetFields().Select(f => f.GetValue(null)).OfType<Rejection>(),
            r => Assert.Equal(r.Status, ErrorResponse.Of(new ParseOutcome.Rejected(r, false)).Status));

    [Fact]
    public void A_connection_too_many_is_told_when_to_come_back()
    {
        var plan = ErrorResponse.Unavailable(7);
        Assert.True(plan.Close);
        Assert.Contains("\r\nRetry-After: 7\r\n", Plans.RenderHead(plan));
    }

    [Fact]
    public void A_status_that_is_never_sent_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => ErrorResponse.Of(418));
}
