using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Net.Http.Headers;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>Answers with a file (spec §2 rows 10–13, §3). A slice is 100 bytes here.</summary>
public class ResponsePlannerTests
{
    [Theory]
    [InlineData(0, 200, 0, null)]
    [InlineData(1, 200, 1, null)]
    [InlineData(99, 200, 99, null)]
    [InlineData(100, 200, 100, null)]
    [InlineData(101, 206, 100, "bytes 0-99/101")]
    [InlineData(1000, 206, 100, "bytes 0-99/1000")]
    public void Without_a_range_the_first_slice_is_sent(long size, int status, long length, string? contentRange)
    {
        foreach (var method in new[] { RequestMethod.Get, RequestMethod.Head })
        {
            var plan = Plans.Plan(Plans.Get(method: method), size);
            Assert.Equal((status, length, contentRange), (plan.Status, plan.Head.ContentLength, plan.Head.ContentRange?.ToString()));
            Assert.Equal(method == RequestMethod.Get ? length : 0, plan.BodyLength);
        }
    }

    [Theory]
    [InlineData("bytes=0-0", 1000, "bytes 0-0/1000")]
    [InlineData("bytes=0-99", 1000, "bytes 0-99/1000")]
    [InlineData("bytes=0-100", 1000, "bytes 0-99/1000")]
    [InlineData("bytes=0-", 1000, "bytes 0-99/1000")]
    [InlineData("bytes=500-", 1000, "bytes 500-599/1000")]
    [InlineData("bytes=950-", 1000, "bytes 950-999/1000")]
    [InlineData("bytes=-50", 1000, "bytes 950-999/1000")]
    [InlineData("bytes=-500", 1000, "bytes 500-599/1000")]
    [InlineData("bytes=0-", 10, "bytes 0-9/10")]
    [InlineData("bytes=0-99,100-199", 1000, "bytes 0-99/1000")] // the first fills the slice
    [InlineData("bytes=0-499,600-", 1000, "bytes 0-99/1000")]
    [InlineData("bytes=0-5,3-9", 1000, "bytes 0-9/1000")]
    public void A_range_is_sent_up_to_a_slice(string range, long size, string contentRange)
    {
        var plan = Plans.Plan(Plans.Ranged(range), size);
        Assert.Equal((206, contentRange, "video/mp4"), (plan.Status, plan.Head.ContentRange?.ToString(), plan.Head.ContentType));
        var segment = Assert.Single(plan.Body);
        Assert.Equal(segment.Range.In(size), plan.Head.ContentRange);
        Assert.Equal(segment.Length, plan.Head.ContentLength);
    }

    [Theory]
    [InlineData("bytes=1000-", 1000)]
    [InlineData("bytes=-0", 1000)]
    [InlineData("bytes=0-", 0)]
    public void A_range_outside_the_file_is_416(string range, long size)
    {
        var plan = Plans.Plan(Plans.Ranged(range), size);
        Assert.Equal((416, $"bytes */{size}", false), (plan.Status, plan.Head.ContentRange?.ToString(), plan.ReadsFile));
        Assert.Equal(plan.Head.ContentLength, plan.BodyLength);
    }

    [Theory]
    [InlineData("bytes=5-4")]
    [InlineData("items=0-1")]
    [InlineData("bytes=x")]
    public void A_range_that_says_nothing_is_as_none(string range)
    {
        Assert.Equal(200, Plans.Plan(Plans.Ranged(range), 50).Status);
        Assert.Equal("bytes 0-99/1000", Plans.Plan(Plans.Ranged(range), 1000).Head.ContentRange?.ToString());
    }

    [Fact]
    public void Head_ignores_ranges()
    {
        var plan = Plans.Plan(Plans.Get(method: RequestMethod.Head) with { Range = "bytes=5-9" }, 50);
        Assert.Equal((200, 50, null, 0), (plan.Status, plan.Head.ContentLength, plan.Head.ContentRange, plan.BodyLength));
        Assert.Equal(200, Plans.Plan(Plans.Get(method: RequestMethod.Head) with { Range = "bytes=50-" }, 50).Status);
    }

    [Theory]
    [InlineData("\"tag\"", 206)]
    [InlineData(Plans.ModifiedText, 206)]
    [InlineData("\"old\"", 200)]
    [InlineData("W/\"tag\"", 200)]
    [InlineData("Fri, 01 May 2026 10:20:31 GMT", 200)]
    public void A_range_of_another_version_is_answered_with_the_file(string ifRange, int status)
    {
        Assert.Equal(status, Plans.Plan(Plans.Ranged("bytes=5-9") with { IfRange = ifRange }, 50).Status);
        Assert.Equal(status == 206 ? 416 : 200, Plans.Plan(Plans.Ranged("bytes=50-") with { IfRange = ifRange }, 50).Status);
    }

    [Fact]
    public void If_range_without_range_means_nothing() => Assert.Equal(200, Plans.Plan(Plans.Get() with { IfRange = "\"tag\"" }, 50).Status);

    [Fact]
    public void Conditions_come_before_ranges()
    {
        var outside = Plans.Ranged("bytes=50-");
        Assert.Equal(304, Plans.Plan(outside with { IfNoneMatch = "\"tag\"" }, 50).Status);
        Assert.Equal(412, Plans.Plan(outside with { IfMatch = "\"x\"" }, 50).Status);
        Assert.Equal(304, Plans.Plan(Plans.Ranged("bytes=0-1") with { IfModifiedSince = Plans.ModifiedText, IfRange = "\"x\"" }, 50).Status);
    }

    [Theory]
    [InlineData(SlicingMode.Always, "", null, true)]
    [InlineData(SlicingMode.Always, "", "video", true)]
    [InlineData(SlicingMode.Always, "?whole", "video", false)]
    [InlineData(SlicingMode.Always, "?whole=1", null, false)]
    [InlineData(SlicingMode.Always, "?a&whole", null, false)]
    [InlineData(SlicingMode.Always, "?download", null, false)]
    [InlineData(SlicingMode.Always, "?download=", null, false)]
    [InlineData(SlicingMode.Always, "?wholesome", null, true)]
    [InlineData(SlicingMode.Always, "?unwhole", null, true)]
    [InlineData(SlicingMode.Always, "?a=whole", null, true)]
    [InlineData(SlicingMode.Always, "?", null, true)]
    [InlineData(SlicingMode.Browser, "", null, false)]
    [InlineData(SlicingMode.Browser, "", "document", false)]
    [InlineData(SlicingMode.Browser, "", "empty", false)]
    [InlineData(SlicingMode.Browser, "", "video", true)]
    [InlineData(SlicingMode.Browser, "", "audio", true)]
    [InlineData(SlicingMode.Browser, "?whole", "video", false)]
    [InlineData(SlicingMode.Browser, "?download", "audio", false)]
    [InlineData(SlicingMode.Never, "", null, false)]
    [InlineData(SlicingMode.Never, "", "video", false)]
    public void The_mode_and_the_request_tell_who_is_capped(SlicingMode mode, string query, string? destination, bool capped)
    {
        var head = Plans.Get("/films/a.mp4" + query) with { SecFetchDest = destination };
        var whole = Plans.Plan(head, 1000, mode);
        Assert.Equal(capped ? (206, 100) : (200, 1000), (whole.Status, whole.BodyLength));
        var range = Plans.Plan(head with { Range = "bytes=10-" }, 1000, mode);
        Assert.Equal((206, capped ? 100 : 990), (range.Status, range.BodyLength));
        var several = Plans.Plan(head with { Range = "bytes=0-59,100-159,200-259" }, 1000, mode);
        Assert.Equal(capped ? 100 : 180, several.Body.Where(s => s.IsFile).Sum(s => s.Length));
        Assert.Equal(mode == SlicingMode.Browser ? "Sec-Fetch-Dest" : null, whole.Head.Vary);
    }

    [Fact]
    public void A_download_is_named()
    {
        var plan = ResponsePlanner.Plan(Plans.Get("/f?download"), Plans.Item(5) with { Path = "films/F\u00fc\u00dfe \"1\"; 100%.mp4" }, new SlicingPolicy(), Plans.Now);
        var value = ContentDispositionHeaderValue.Parse(plan.Head.ContentDisposition);
        Assert.Equal("attachment", value.DispositionType.ToString());
        Assert.Equal("F\u00fc\u00dfe \"1\"; 100%.mp4", value.FileNameStar.ToString());
        Assert.True(plan.Head.ContentDisposition!.All(c => c is >= ' ' and < '\x7f'));
        Assert.Equal("attachment; filename=a.mp4; filename*=UTF-8''a.mp4", Plans.Plan(Plans.Get("/f?download"), 5).Head.ContentDisposition);
    }

    [Fact]
    public void Only_what_sends_the_file_is_a_download()
    {
        Assert.Null(Plans.Plan(Plans.Get(), 5).Head.ContentDisposition);
        Assert.Null(Plans.Plan(Plans.Ranged("bytes=5-", "/f?download"), 5).Head.ContentDisposition);
        Assert.NotNull(Plans.Plan(Plans.Ranged("bytes=4-", "/f?download"), 5).Head.ContentDisposition);
    }

    [Theory]
    [InlineData(RequestMethod.Get)]
    [InlineData(RequestMethod.Head)]
    public void A_path_that_names_nothing_is_404_whatever_the_conditions(RequestMethod method)
    {
        var head = Plans.Get(method: method) with { IfMatch = "*", IfNoneMatch = "*", Range = "bytes=0-1" };
        Assert.Equal(404, ResponsePlanner.Plan(head, null, new SlicingPolicy(), Plans.Now).Status);
    }

    [Fact]
    public void A_file_from_the_future_was_modified_now()
    {
        var item = Plans.Item(50) with { LastModified = Plans.Now.AddDays(1) };
        var plan = ResponsePlanner.Plan(Plans.Ranged("bytes=0-1"), item, new SlicingPolicy(), Plans.Now);
        Assert.Equal(new DateTimeOffset(2026, 5, 9, 12, 0, 0, TimeSpan.Zero), plan.Head.LastModified);
        var byDate = Plans.Ranged("bytes=0-1") with { IfRange = HttpDate.Format(plan.Head.LastModified!.Value) };
        Assert.Equal(200, ResponsePlanner.Plan(byDate, item, new SlicingPolicy(), Plans.Now).Status);
    }

    [Fact]
    public void The_default_slice_is_5_MiB()
    {
        var plan = ResponsePlanner.Plan(Plans.Get(), Plans.Item(5_242_881), new SlicingPolicy(), Plans.Now);
        Assert.Equal((206, "bytes 0-5242879/5242881"), (plan.Status, plan.Head.ContentRange?.ToString()));
        Assert.Equal(200, ResponsePlanner.Plan(Plans.Get(), Plans.Item(5_242_880), new SlicingPolicy(), Plans.Now).Status);
    }

    [Fact]
    public void The_largest_file_can_be_sent_whole()
    {
        var plan = Plans.Plan(Plans.Ranged("bytes=1-"), long.MaxValue, SlicingMode.Never);
        Assert.Equal("bytes 1-9223372036854775806/9223372036854775807", plan.Head.ContentRange?.ToString());
    }

    [Fact]
    public void Head_says_what_get_would_say_and_sends_nothing()
    {
        string?[] none = [null];
        foreach (var size in new long[] { 0, 50, 1000 })
        {
            foreach (var tag in none.Concat(["\"tag\"", "\"x\""]))
            {
                foreach (var target in new[] { "/a", "/a?download", "/a?whole" })
                {
                    var get = Plans.Plan(Plans.Get(target) with { IfNoneMatch = tag, IfMatch = tag }, size);
                    var head = Plans.Plan(Plans.Get(target, RequestMethod.Head) with { IfNoneMatch = tag, IfMatch = tag }, size);
                    Assert.Equal(Plans.RenderHead(get), Plans.RenderHead(head));
                    Assert.Equal(0, head.BodyLength);
                }
            }
        }
    }

    [Fact]
    public void Any_head_that_is_parsed_is_answered_with_a_body_of_the_length_that_it_says()
    {
        var targets = Gen.Elements("/a", "/a?whole", "/a?download", "*", "a:1", "http://h", "/%zz", "/confidential", "/..", "/%00", "/a//");
        var ranges = Gen.Elements(null, "bytes=0-", "bytes=-5", "bytes=0-0,5-6", "bytes=5-9,0-2,7-20", "bytes=x", "bytes=999999-", "bytes=0-59,70-120,150-900", "");
        var conditions = Gen.Elements(null, "\"tag\"", "W/\"tag\"", "*", "junk", Plans.ModifiedText);
        var heads =
            from method in Gen.Elements("GET", "HEAD", "OPTIONS", "POST", "BREW", "CONNECT")
            from target in targets
            from version in Gen.Elements("1.0", "1.1")
            from range in ranges
            from names in Gen.SubListOf("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Expect", "Sec-Fetch-Dest")
            from values in Gen.ListOf(conditions, names.Count)
            select $"{method} {target} HTTP/{version}\r\nHost: a\r\n{(range is null ? "" : $"Range: {range}\r\n")}{string.Concat(names.Zip(values, (n, v) => v is null ? "" : $"{n}: {v}\r\n"))}\r\n";
        var sample = from head in heads from size in Gen.Elements(0, 1, 100, 101, 1000) from mode in Gen.Elements(Enum.GetValues<SlicingMode>()) select (head, size, mode);
        Prop.ForAll(sample.ToArbitrary(), s =>
        {
            if (new RequestParser(RequestLimits.Default).Parse(Encoding.ASCII.GetBytes(s.head)) is not ParseOutcome.Parsed(var head, _))
            {
                return;
            }

            var plan = ResponsePlanner.Route(head) is Routing.Answered(var answer) ? answer : Plans.Plan(head, s.size, s.mode);
            Assert.EndsWith("\r\n\r\n", Plans.RenderHead(plan));
            Assert.Equal(plan.BodyLength, Plans.RenderBody(plan).Length);
            Assert.Equal(plan.Status is 204 or 304, plan.Head.ContentLength is null);
            Assert.Equal(head.Method == RequestMethod.Head ? 0 : plan.Head.ContentLength ?? 0, plan.BodyLength);
            Assert.All(plan.Body, segment => Assert.True(segment.Length > 0 && (!segment.IsFile || segment.Range.End <= s.size)));
            var cap = new SlicingPolicy(s.mode, Plans.Slice).CapFor(head);
            Assert.True(plan.Body.Where(segment => segment.IsFile).Sum(segment => segment.Length) <= cap);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
