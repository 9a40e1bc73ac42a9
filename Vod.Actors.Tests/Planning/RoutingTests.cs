using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>What a head decides without the catalog (spec §2 rows 6–10), and in which order.</summary>
public class RoutingTests
{
    [Theory]
    [InlineData(RequestMethod.Options, "/a", 204)]
    [InlineData(RequestMethod.Options, "*", 204)]
    [InlineData(RequestMethod.Options, "/confidential/a", 204)]
    [InlineData(RequestMethod.Options, "/%zz", 204)]
    [InlineData(RequestMethod.Other, "/a", 405)]
    [InlineData(RequestMethod.Other, "/confidential/a", 405)]
    [InlineData(RequestMethod.Connect, "a:443", 405)]
    [InlineData(RequestMethod.Unknown, "/a", 501)]
    [InlineData(RequestMethod.Unknown, "/confidential/a", 501)]
    [InlineData(RequestMethod.Get, "/%zz", 400)]
    [InlineData(RequestMethod.Get, "/a%00", 400)]
    [InlineData(RequestMethod.Get, "/confidential/%zz", 400)]
    [InlineData(RequestMethod.Get, "/confidential", 403)]
    [InlineData(RequestMethod.Get, "/confidential/", 403)]
    [InlineData(RequestMethod.Get, "/confidential/a.mp4", 403)]
    [InlineData(RequestMethod.Get, "/x/..%2f%43onfidential/.a", 403)]
    [InlineData(RequestMethod.Head, "/confidential/a.mp4", 403)]
    [InlineData(RequestMethod.Get, "http://h/confidential/a", 403)]
    [InlineData(RequestMethod.Get, "/", 404)]
    [InlineData(RequestMethod.Get, "http://h", 404)]
    [InlineData(RequestMethod.Get, "/films/", 404)]
    [InlineData(RequestMethod.Get, "/.hidden", 404)]
    [InlineData(RequestMethod.Get, "/a/.git/b", 404)]
    public void Some_requests_are_answered_at_once(RequestMethod method, string target, int status) =>
        Assert.Equal(status, Answer(Plans.Get(target, method)).Status);

    [Theory]
    [InlineData("/a.mp4", "a.mp4")]
    [InlineData("/b/../a%20b.mp4?whole#", "a b.mp4")]
    [InlineData("http://h/a.mp4?x", "a.mp4")]
    [InlineData("/../../etc/passwd", "etc/passwd")]
    public void Others_need_the_catalog(string target, string path) =>
        Assert.Equal(path, Assert.IsType<Routing.Lookup>(ResponsePlanner.Route(Plans.Get(target))).Path.Value);

    [Theory]
    [InlineData("x", 417)]
    [InlineData("100-continue, x", 417)]
    [InlineData("x, 100-continue", 417)]
    [InlineData("100-continue;q=1", 417)]
    [InlineData("100", 417)]
    [InlineData("200-ok", 417)]
    [InlineData("100-continue", 404)]
    [InlineData("100-CONTINUE", 404)]
    [InlineData("100-continue, 100-continue", 404)]
    [InlineData("", 404)]
    public void Unknown_expectations_fail(string expect, int status)
    {
        Assert.Equal(status, Answer(Plans.Get("/") with { Expect = expect }).Status);
        Assert.Equal(status, Answer(Plans.Get("/", RequestMethod.Head) with { Expect = expect }).Status);
    }

    [Fact]
    public void The_method_is_judged_before_the_expectation_and_that_before_the_path()
    {
        Assert.Equal(405, Answer(Plans.Get("/%zz", RequestMethod.Other) with { Expect = "x" }).Status);
        Assert.Equal(417, Answer(Plans.Get("/%zz") with { Expect = "x" }).Status);
    }

    [Theory]
    [InlineData(RequestMethod.Options)]
    [InlineData(RequestMethod.Other)]
    public void What_is_allowed_is_said(RequestMethod method) => Assert.Equal("GET, HEAD, OPTIONS", Answer(Plans.Get("/a", method)).Head.Allow);

    [Fact]
    public void Options_has_no_content_and_no_length()
    {
        var plan = Answer(Plans.Get("*", RequestMethod.Options));
        Assert.Equal((true, null, null, false), (plan.Body.IsEmpty, plan.Head.ContentLength, plan.Head.ContentType, plan.Close));
    }

    private static ResponsePlan Answer(RequestHead head) => Assert.IsType<Routing.Answered>(ResponsePlanner.Route(head)).Plan;
}
