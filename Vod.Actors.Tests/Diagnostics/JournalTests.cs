using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Akka.Actor;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;
using Vod.Actors.Planning;
using Vod.Actors.Tests.Connections;

namespace Vod.Actors.Tests.Diagnostics;

/// <summary>What a connection tells of its requests: to metrics, traces and the access log.</summary>
public sealed class JournalTests : ConnectionTest
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private readonly string _meter = $"Vod.Tests.{Guid.NewGuid()}";
    private readonly VodMetrics _metrics;
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = new();

    public JournalTests()
    {
        _metrics = new VodMetrics(_meter);
        RequestTracing.Open();
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _metrics.Dispose();
    }

    [Theory]
    [InlineData("GET", "GET", 200)]
    [InlineData("HEAD", "HEAD", 200)]
    public void A_request_is_timed_under_its_method_and_status(string method, string name, int status)
    {
        using var listener = Listen();
        Observe();
        Exchange(Request(method));
        Settle();

        var (_, seconds, tags) = Assert.Single(_measured, m => m.Name == "http.server.request.duration");
        Assert.InRange(seconds, 0, 60);
        Assert.Equal((name, status, "1.1", "http"), (tags["http.request.method"], tags["http.response.status_code"], tags["network.protocol.version"], tags["url.scheme"]));
        Assert.DoesNotContain("error.type", tags.Keys);
    }

    [Fact]
    public void One_that_is_cut_off_says_so_and_one_that_the_client_leaves_too()
    {
        using var listener = Listen();
        Observe();
        Receive(Request());
        Find(10);
        ExpectWrite();
        Connection.Tell(CutOff.Instance);
        ExpectAbort();

        Assert.Equal("cut_off", Assert.Single(_measured, m => m.Name == "http.server.request.duration").Tags["error.type"]);
    }

    [Fact]
    public void While_it_is_answered_it_is_active()
    {
        using var listener = Listen();
        Observe();
        Receive(Request());
        Find(10);
        var answer = ExpectWrite();
        Assert.Equal(1, Active(listener, "GET"));

        Take(answer);
        Settle();

        Assert.Equal(0, Active(listener, "GET"));
    }

    [Fact]
    public void Who_begins_to_listen_in_the_middle_of_a_request_does_not_see_less_than_none()
    {
        Observe();
        Receive(Request());
        Find(10);
        var answer = ExpectWrite();
        using var listener = Listen();

        Take(answer);
        Settle();

        Assert.Equal(0, Active(listener, "GET"));
    }

    [Fact]
    public void Bytes_and_slices_are_counted_when_the_kernel_has_them()
    {
        using var listener = Listen();
        Observe();
        var answer = Exchange(Request(target: "/film.mp4?whole"), 3 * SliceSize);
        Take(ExpectWrite());
        Take(ExpectWrite());
        Settle();
        listener.RecordObservableInstruments();

        Assert.Equal(3, Last("vod.slices"));
        Assert.Equal((3 * SliceSize) + answer.Bytes.Length - SliceSize, Last("vod.sent"));
    }

    [Fact]
    public void A_request_that_is_refused_is_counted_by_its_reason_and_not_timed()
    {
        using var listener = Listen();
        Observe();
        Receive("GET /\0 HTTP/1.1\r\n\r\n");
        Take(ExpectWrite());
        Settle();

        Assert.Equal("malformed request target", Assert.Single(_measured, m => m.Name == "vod.rejected").Tags["vod.reason"]);
        Assert.DoesNotContain(_measured, m => m.Name == "http.server.request.duration");
    }

    [Fact]
    public void So_is_a_connection_too_many()
    {
        using var listener = Listen();
        Observe(refusal: ErrorResponse.Unavailable(1));
        ExpectWrite();

        Assert.Equal("too many connections", Assert.Single(_measured, m => m.Name == "vod.rejected").Tags["vod.reason"]);
    }

    [Theory]
    [InlineData(Parent, "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")]
    [InlineData("nonsense", null, "0000000000000000")]
    [InlineData(null, null, "0000000000000000")]
    public void A_span_follows_the_one_that_the_request_names(string? parent, string? trace, string span)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Trace(spans);
        Observe();
        string[] fields = parent is null ? ["User-Agent: mpv"] : ["User-Agent: mpv", $"traceparent: {parent}", "tracestate: a=b"];
        Exchange(Request("GET", $"/{_meter}?whole", fields));
        Settle();

        var told = Assert.Single(spans, s => (string?)s.GetTagItem("url.path") == $"/{_meter}");
        Assert.Equal((ActivityKind.Server, "GET"), (told.Kind, told.DisplayName));
        if (trace is not null) Assert.Equal((trace, "a=b"), (told.TraceId.ToString(), told.TraceStateString));
        Assert.Equal(span, told.ParentSpanId.ToString());
        Assert.Equal((200, "whole", "mpv", "127.0.0.1", 10L), (told.GetTagItem("http.response.status_code"), told.GetTagItem("url.query"),
            told.GetTagItem("user_agent.original"), told.GetTagItem("client.address"), told.GetTagItem("http.response.body.size")));
        Assert.Equal(ActivityStatusCode.Unset, told.Status);
    }

    [Fact]
    public void Each_request_is_a_line_of_the_access_log_with_the_client_that_a_trusted_proxy_names()
    {
        var lines = CreateTestProbe();
        Observe(log: new AccessLog(lines.Ref, _metrics), proxies: [IPNetwork.Parse("127.0.0.1/32")]);

        Exchange(Request("GET", "/film.mp4", "X-Forwarded-For: 6.6.6.6, 198.51.100.7"));
        Receive(Request());
        Find(3 * SliceSize);
        ExpectWrite();
        Connection.Tell(CutOff.Instance);
        ExpectAbort();

        var first = lines.ExpectMsg<AccessLog.Line>().Entry;
        Assert.Equal(("198.51.100.7", 200, 10L, RequestOutcome.Complete), (first.Client, first.Status, first.Bytes, first.Outcome));
        var second = lines.ExpectMsg<AccessLog.Line>().Entry;
        Assert.Equal(("127.0.0.1", 206, 0L, RequestOutcome.CutOff), (second.Client, second.Status, second.Bytes, second.Outcome));
        lines.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_client_that_goes_in_the_middle_of_an_answer_is_in_the_log_too()
    {
        var lines = CreateTestProbe();
        Observe(log: new AccessLog(lines.Ref, _metrics));
        Receive(Request());
        Find(10);
        ExpectWrite();
        FromSocket(Akka.IO.Tcp.PeerClosed.Instance);
        FromSocket(Akka.IO.Tcp.Aborted.Instance);

        Assert.Equal((200, RequestOutcome.ClientGone), lines.ExpectMsg<AccessLog.Line>().Entry is var entry ? (entry.Status, entry.Outcome) : default);
    }

    [Fact]
    public void An_operator_sees_what_it_is_doing()
    {
        Observe();
        Receive(Request("GET", "/film.mp4?whole", "User-Agent: mpv", "Range: bytes=500-"));
        Find(5 * SliceSize);
        var first = ExpectWrite();
        Take(first);
        ExpectWrite();

        Connection.Tell(DescribeYourself.Instance, TestActor);

        var report = ExpectMsg<ConnectionReport>();
        Assert.Equal(("Writing", "/film.mp4", "mpv", 1L), (report.State, report.Path, report.UserAgent, report.Requests));
        Assert.Equal((500 + (2L * SliceSize), (long)first.Bytes.Length), (report.Position, report.BytesSent));
    }

    private void Observe(AccessLog? log = null, ResponsePlan? refusal = null, params IPNetwork[] proxies) =>
        Connect(refusal: refusal, alter: context => context with { Observers = new Observers(_metrics, log) { TrustedProxies = [.. proxies] } });

    private MeterListener Listen() => Meters.Listen(_meter, Note);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, new Dictionary<string, object?>(tags.ToArray())));

    private double Last(string name) => _measured.Last(m => m.Name == name).Value;

    private double Active(MeterListener listener, string method)
    {
        listener.RecordObservableInstruments();
        return _measured.Last(m => m.Name == "http.server.active_requests" && (string?)m.Tags["http.request.method"] == method).Value;
    }

    private static ActivityListener Trace(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RequestTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
