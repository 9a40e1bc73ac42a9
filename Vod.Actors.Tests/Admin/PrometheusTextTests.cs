using Vod.Actors.Admin.Metrics;

namespace Vod.Actors.Tests.Admin;

public class PrometheusTextTests
{
    private static readonly KeyValuePair<string, string>[] NoLabels = [];

    [Fact]
    public void Families_come_in_the_order_of_their_names_each_with_its_help_and_its_type()
    {
        var text = PrometheusText.Render(
        [
            new MetricFamily("b_total", "Bees.", MetricKind.Counter, [new MetricSeries(NoLabels, 12)]),
            new MetricFamily("a", "Ants.", MetricKind.Gauge, [new MetricSeries([new("x", "1"), new("y", "2")], -0.5)]),
        ]);

        Assert.Equal("# HELP a Ants.\n# TYPE a gauge\na{x=\"1\",y=\"2\"} -0.5\n# HELP b_total Bees.\n# TYPE b_total counter\nb_total 12\n", text);
    }

    [Fact]
    public void The_buckets_of_a_histogram_add_up_to_its_count()
    {
        var text = PrometheusText.Render(
            [new MetricFamily("h", "H.", MetricKind.Histogram, [new MetricSeries([new("x", "1")], 7.25, [1, 0, 4], [0.5, 1])])]);

        Assert.Equal(
            """
            # HELP h H.
            # TYPE h histogram
            h_bucket{x="1",le="0.5"} 1
            h_bucket{x="1",le="1"} 1
            h_bucket{x="1",le="+Inf"} 5
            h_sum{x="1"} 7.25
            h_count{x="1"} 5

            """,
            text);
    }

    [Fact]
    public void A_histogram_without_labels_has_only_its_bounds()
    {
        var text = PrometheusText.Render([new MetricFamily("h", "H.", MetricKind.Histogram, [new MetricSeries(NoLabels, 1, [1], [])])]);

        Assert.Contains("h_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a \"b\" \\ c", "a \\\"b\\\" \\\\ c")]
    [InlineData("two\nlines", "two\\nlines")]
    public void What_would_end_a_label_is_escaped(string value, string escaped)
    {
        var text = PrometheusText.Render([new MetricFamily("a", "A.", MetricKind.Gauge, [new MetricSeries([new("x", value)], 1)])]);

        Assert.EndsWith($"a{{x=\"{escaped}\"}} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_help_text_stays_on_its_line()
    {
        var text = PrometheusText.Render([new MetricFamily("a", "One \\ \"two\"\nthree.", MetricKind.Gauge, [new MetricSeries(NoLabels, 1)])]);

        Assert.StartsWith("# HELP a One \\\\ \"two\"\\nthree.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(1e21, "1E+21")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(0.1, "0.1")]
    public void Numbers_are_written_as_Go_reads_them(double value, string written)
    {
        var text = PrometheusText.Render([new MetricFamily("a", "A.", MetricKind.Gauge, [new MetricSeries(NoLabels, value)])]);

        Assert.EndsWith($"\na {written}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_without_values_is_left_out() => Assert.Equal("", PrometheusText.Render([new MetricFamily("a", "A.", MetricKind.Gauge, [])]));
}
