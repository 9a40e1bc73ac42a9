using System.Text;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

public class ResponseHeadTests
{
    private static readonly DateStamp Date = DateStamp.Of(new DateTimeOffset(2026, 5, 9, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Every_field_is_written_in_a_line_of_its_own()
    {
        var head = new ResponseHead
        {
            Status = 206,
            ContentLength = long.MaxValue,
            ContentType = "video/mp4",
            LastModified = new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero),
            ETag = new EntityTag("x", IsWeak: true),
            AcceptsRanges = true,
            ContentRange = ContentRange.Of(0, long.MaxValue - 2, long.MaxValue - 1),
            ContentDisposition = "attachment",
            Vary = "Sec-Fetch-Dest",
            Allow = "GET",
            RetryAfter = int.MaxValue,
        };
        Assert.Equal(
            """
            HTTP/1.1 206 Partial Content
            Server: Vod
            Date: Sat, 09 May 2026 12:00:00 GMT
            Connection: close
            Content-Type: video/mp4
            Content-Length: 9223372036854775807
            Content-Range: bytes 0-9223372036854775805/9223372036854775806
            Content-Disposition: attachment
            Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
            ETag: W/"x"
            Accept-Ranges: bytes
            Vary: Sec-Fetch-Dest
            Allow: GET
            Retry-After: 2147483647


            """.ReplaceLineEndings("\r\n"),
            Encoding.ASCII.GetString(head.Render(Date, keepAlive: false)));
    }

    [Fact]
    public void A_head_may_be_bare() =>
        Assert.Equal(
            "HTTP/1.1 304 Not Modified\r\nServer: Vod\r\nDate: Sat, 09 May 2026 12:00:00 GMT\r\nConnection: keep-alive\r\n\r\n",
            Encoding.ASCII.GetString(new ResponseHead { Status = 304 }.Render(Date, keepAlive: true)));

    [Fact]
    public void An_unsatisfied_range_has_no_bounds() =>
        Assert.Contains("\r\nContent-Range: bytes */0\r\n", Encoding.ASCII.GetString(new ResponseHead { Status = 416, ContentRange = ContentRange.Unsatisfied(0) }.Render(Date, true)));

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(10_000)]
    public void Long_values_fit(int length)
    {
        var value = new string('x', length);
        var head = new ResponseHead { Status = 200, ContentType = value, ContentDisposition = value, ETag = new EntityTag(value), Vary = value };
        var text = Encoding.ASCII.GetString(head.Render(Date, keepAlive: true));
        Assert.Equal(4 * length, text.Count(c => c == 'x'));
        Assert.EndsWith("\r\n\r\n", text);
    }
}
