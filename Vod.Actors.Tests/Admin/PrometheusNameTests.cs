using Vod.Actors.Admin.Metrics;

namespace Vod.Actors.Tests.Admin;

public class PrometheusNameTests
{
    [Theory]
    [InlineData("http.server.request.duration", "s", MetricKind.Histogram, "http_server_request_duration_seconds")]
    [InlineData("http.server.active_requests", "{request}", MetricKind.Gauge, "http_server_active_requests")]
    [InlineData("vod.sent", "By", MetricKind.Counter, "vod_sent_bytes_total")]
    [InlineData("vod.sent.bytes", "By", MetricKind.Counter, "vod_sent_bytes_total")]
    [InlineData("vod.sent.total", "By", MetricKind.Counter, "vod_sent_bytes_total")]
    [InlineData("vod.slices", "{slice}", MetricKind.Counter, "vod_slices_total")]
    [InlineData("vod.cache.hits", "1", MetricKind.Gauge, "vod_cache_hits_ratio")]
    [InlineData("vod.cache.hits", "1", MetricKind.Counter, "vod_cache_hits_total")]
    [InlineData("dotnet.thread_pool.thread.count", "{thread}", MetricKind.Gauge, "dotnet_thread_pool_thread_number")]
    [InlineData("a.count", null, MetricKind.Counter, "a_number_total")]
    [InlineData("a.count", null, MetricKind.Histogram, "a_count")]
    [InlineData("a:b/c--d", null, MetricKind.Gauge, "a:b_c_d")]
    [InlineData("2nd", null, MetricKind.Gauge, "_2nd")]
    [InlineData("a", "", MetricKind.Gauge, "a")]
    [InlineData("é", null, MetricKind.Gauge, "_")]
    [InlineData("", null, MetricKind.Gauge, "_")]
    public void An_instrument_gets_the_name_that_Prometheus_expects(string instrument, string? unit, object kind, string name) =>
        Assert.Equal(name, PrometheusName.OfFamily(instrument, unit, (MetricKind)kind));

    [Theory]
    [InlineData("http.response.status_code", "http_response_status_code")]
    [InlineData("a:b", "a_b")]
    [InlineData("__name__", "_name__")]
    [InlineData("1st", "_1st")]
    public void A_tag_gets_a_name_that_a_label_may_have(string tag, string name) => Assert.Equal(name, PrometheusName.OfLabel(tag));
}
