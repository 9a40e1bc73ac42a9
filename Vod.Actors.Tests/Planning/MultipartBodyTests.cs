using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>Answers with several ranges (RFC 9110 §14.6), read back by ASP.NET's multipart reader.</summary>
public class MultipartBodyTests
{
    [Theory]
    [InlineData("bytes=0-0,5-9", "0-0 5-9")]
    [InlineData("bytes=5-9,0-0", "5-9 0-0")]
    [InlineData("bytes=0-4,5-9", "0-4 5-9")]
    [InlineData("bytes=0-3,2-5,250-260,-1", "0-5 250-260 999-999")]
    [InlineData("bytes=0-59,200-259", "0-59 200-239")] // 60 + 40 fill the slice
    [InlineData("bytes=0-59,200-259,300-309", "0-59 200-239")]
    [InlineData("bytes=0-49,200-249,300-309", "0-49 200-249")]
    public async Task Parts_come_in_order_with_their_bytes_up_to_a_slice(string range, string expected)
    {
        var plan = Plans.Plan(Plans.Ranged(range), 1000);
        Assert.Equal((206, null), (plan.Status, plan.Head.ContentRange));
        var body = Plans.RenderBody(plan);
        Assert.Equal(plan.Head.ContentLength, body.Length);
        var type = MediaTypeHeaderValue.Parse(plan.Head.ContentType);
        Assert.Equal("multipart/byteranges", type.MediaType.ToString());

        var reader = new MultipartReader(type.Boundary.ToString(), new MemoryStream(body));
        var parts = new List<string>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            Assert.Equal(["Content-Type", "Content-Range"], section.Headers!.Keys);
            Assert.Equal("video/mp4", section.ContentType);
            var contentRange = ContentRangeHeaderValue.Parse(section.Headers["Content-Range"].ToString());
            Assert.Equal(1000, contentRange.Length);
            var content = new MemoryStream();
            await section.Body.CopyToAsync(content);
            var (from, to) = ((int)contentRange.From!.Value, (int)contentRange.To!.Value);
            Assert.Equal(Enumerable.Range(from, to - from + 1).Select(n => (byte)n), content.ToArray());
            parts.Add($"{from}-{to}");
        }

        Assert.Equal(expected, string.Join(' ', parts));
    }

    [Fact]
    public void It_is_laid_out_to_the_byte()
    {
        var plan = Plans.Plan(Plans.Ranged("bytes=65-66,70-70"), 1000);
        var boundary = plan.Head.ContentType!["multipart/byteranges; boundary=".Length..];
        Assert.Matches("^[0-9a-f]{32}$", boundary);
        Assert.Equal(
            $"--{boundary}\r\nContent-Type: video/mp4\r\nContent-Range: bytes 65-66/1000\r\n\r\nAB\r\n"
            + $"--{boundary}\r\nContent-Type: video/mp4\r\nContent-Range: bytes 70-70/1000\r\n\r\nF\r\n--{boundary}--\r\n",
            Encoding.ASCII.GetString(Plans.RenderBody(plan)));
    }

    [Fact]
    public void Each_request_has_a_boundary_of_its_own()
    {
        var head = Plans.Ranged("bytes=0-0,5-9");
        var first = ResponsePlanner.Plan(head, Plans.Item(1000), new SlicingPolicy(), Plans.Now);
        var second = ResponsePlanner.Plan(head, Plans.Item(1000), new SlicingPolicy(), Plans.Now.AddTicks(1));
        Assert.NotEqual(first.Head.ContentType, second.Head.ContentType);
    }
}
