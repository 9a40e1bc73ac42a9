using Akka.TestKit;
using Vod.Actors.Catalog;
using Vod.Actors.Planning;
using Vod.Actors.Web;

namespace Vod.Actors.Tests.Connections;

/// <summary>What a connection does when a page is asked for.</summary>
public sealed class PageTests : ConnectionTest
{
    private readonly TestProbe _web;

    public PageTests() => _web = CreateTestProbe("web");

    [Theory]
    [InlineData("/")]
    [InlineData("/series/")]
    [InlineData("/-/watch/film.mp4")]
    public void A_page_is_asked_for_and_sent_and_the_connection_goes_on(string target)
    {
        ConnectWithPages();
        Receive(Request(target: target));
        var ask = _web.ExpectMsg<RenderPage>();
        Connection.Tell(new PageReady(ask.RequestId, ErrorResponse.Of(404)), _web.Ref);
        var answer = ExpectWrite();
        Assert.Equal((404, false), (answer.Response.Status, answer.Response.Closes));
        Take(answer);

        Assert.Equal(200, Exchange(Request()).Response.Status);
        _web.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_client_that_waits_to_send_a_body_for_a_page_is_told_to_go_on()
    {
        ConnectWithPages();
        Receive(Request("GET", "/", "Expect: 100-continue", "Content-Length: 3"));
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", ExpectWrite().Text);
        _web.ExpectNoMsg(TimeSpan.Zero);
        Receive("abc");
        _web.ExpectMsg<RenderPage>();
    }

    [Fact]
    public void A_file_in_the_place_of_a_page_is_served()
    {
        ConnectWithPages();
        Receive(Request(target: "/"));
        var ask = _web.ExpectMsg<RenderPage>();
        Connection.Tell(new PageIsFile(ask.RequestId, MediaPath.OfFile("index.html")), _web.Ref);
        Assert.Equal("index.html", Find(10).Path.Value);
        Assert.Equal(200, ExpectWrite().Response.Status);
    }

    [Fact]
    public void Pages_that_do_not_come_are_not_waited_for_for_ever()
    {
        ConnectWithPages();
        Receive(Request(target: "/"));
        var ask = _web.ExpectMsg<RenderPage>();
        Pass(Http.AnswerTimeout);
        var answer = ExpectWrite();
        Assert.Equal((503, true), (answer.Response.Status, answer.Response.Closes));
        Connection.Tell(new PageReady(ask.RequestId, ErrorResponse.Of(404)), _web.Ref);
        Take(answer);
        ExpectClose();
    }

    [Fact]
    public void A_late_page_is_dropped()
    {
        ConnectWithPages();
        Receive(Request(target: "/"));
        var ask = _web.ExpectMsg<RenderPage>();
        Connection.Tell(new PageReady(ask.RequestId - 1, ErrorResponse.Of(500)), _web.Ref);
        Connection.Tell(new PageIsFile(ask.RequestId - 1, MediaPath.OfFile("x")), _web.Ref);
        ExpectNothing();
        Connection.Tell(new PageReady(ask.RequestId, ErrorResponse.Of(404)), _web.Ref);
        Assert.Equal(404, ExpectWrite().Response.Status);
    }

    [Theory]
    [InlineData("/series", "./series/")]
    [InlineData("/series?q=a", "./series/?q=a")]
    [InlineData("/a:b/c:d", "./c:d/")]
    [InlineData("/%3Cx%3E", "./%3Cx%3E/")]
    public void A_directory_without_its_slash_is_a_step_away(string target, string location)
    {
        ConnectWithPages();
        Receive(Request(target: target));
        NotFoundIsDirectory();
        var answer = ExpectWrite().Response;
        Assert.Equal((308, location), (answer.Status, answer["Location"]));
    }

    [Fact]
    public void Without_pages_a_directory_is_not_found()
    {
        Connect();
        Receive(Request(target: "/series"));
        NotFoundIsDirectory();
        var answer = ExpectWrite();
        Assert.Equal(404, answer.Response.Status);
        Take(answer);
        Receive(Request(target: "/series/"));
        Assert.Equal(404, ExpectWrite().Response.Status);
    }

    private void ConnectWithPages() => Connect(alter: context => context with { Web = _web.Ref });

    private void NotFoundIsDirectory()
    {
        var question = Catalog.ExpectMsg<Resolve>();
        Connection.Tell(new NotFound(question.RequestId) { IsDirectory = true }, Catalog.Ref);
    }
}
