using System.Diagnostics.Metrics;
using Vod.Actors.Admin.Metrics;

namespace Vod.Actors.Tests.Admin;

public sealed class MeterCollectorTests : IDisposable
{
    private readonly Meter _meter = new($"Test{Guid.NewGuid():N}");
    private readonly MeterCollector _collector;

    public MeterCollectorTests() => _collector = new MeterCollector(new HashSet<string> { _meter.Name });

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Nothing_is_measured_until_somebody_asks()
    {
        var counter = _meter.CreateCounter<long>("films");
        counter.Add(5);
        Assert.False(counter.Enabled);

        Assert.Empty(Collect());
        counter.Add(7);

        Assert.True(counter.Enabled);
        Assert.Equal("films_total 7", Collect());
    }

    [Fact]
    public void Instruments_that_come_later_are_heard_too()
    {
        Assert.Empty(Collect());
        _meter.CreateUpDownCounter<int>("seats").Add(-2);

        Assert.Equal("seats -2", Collect());
    }

    [Fact]
    public void Other_meters_are_not_heard()
    {
        using var other = new Meter(_meter.Name + "x");
        Collect();
        other.CreateCounter<long>("films").Add(1);

        Assert.Empty(Collect());
    }

    [Fact]
    public void Each_set_of_tags_is_a_series_whatever_their_order()
    {
        Collect();
        var counter = _meter.CreateCounter<long>("films");
        counter.Add(1, new("kind", "video"), new("status", 200));
        counter.Add(2, new("status", 200), new("kind", "video"));
        counter.Add(4, new("kind", "audio"), new("status", 200));
        counter.Add(8, new KeyValuePair<string, object?>("kind", null));
        counter.Add(16);

        Assert.Equal(
            ["films_total 16", "films_total{kind=\"\"} 8", "films_total{kind=\"audio\",status=\"200\"} 4", "films_total{kind=\"video\",status=\"200\"} 3"],
            Collect().Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tags_that_get_the_same_name_share_a_label()
    {
        Collect();
        _meter.CreateCounter<long>("films").Add(1, new("a.b", "dot"), new("a_b", "line"));

        Assert.Equal("films_total{a_b=\"dot;line\"} 1", Collect());
    }

    [Fact]
    public void A_gauge_keeps_its_last_value_and_a_counter_adds_up()
    {
        Collect();
        var gauge = _meter.CreateGauge<double>("level");
        gauge.Record(3);
        gauge.Record(1.5);

        Assert.Equal("level 1.5", Collect());
    }

    [Fact]
    public void A_histogram_counts_into_the_buckets_that_it_advises()
    {
        Collect();
        var histogram = _meter.CreateHistogram("wait", "s", "How long.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in (double[])[0.05, 0.1, 0.5, 30, double.NaN]) histogram.Record(value);

        Assert.Equal(
            "wait_seconds_bucket{le=\"0.1\"} 2\nwait_seconds_bucket{le=\"1\"} 3\nwait_seconds_bucket{le=\"+Inf\"} 4\nwait_seconds_sum 30.65\nwait_seconds_count 4",
            Collect());
    }

    [Fact]
    public void What_is_observed_is_asked_for_each_time_and_forgotten_when_it_is_gone()
    {
        List<Measurement<long>> seen = [new(3, new KeyValuePair<string, object?>("state", "idle")), new(4, new KeyValuePair<string, object?>("state", "busy"))];
        _meter.CreateObservableGauge("rooms", () => seen);
        Assert.Equal("rooms{state=\"busy\"} 4\nrooms{state=\"idle\"} 3", Collect());

        seen = [new(5, new KeyValuePair<string, object?>("state", "idle"))];

        Assert.Equal("rooms{state=\"idle\"} 5", Collect());
        Assert.Equal("rooms{state=\"idle\"} 5", Collect());
    }

    [Fact]
    public void Two_instruments_of_one_name_add_up()
    {
        _meter.CreateObservableGauge("open", () => 3);
        using var twin = new Meter(_meter.Name);
        twin.CreateObservableGauge("open", () => 4);

        Assert.Equal("open 7", Collect());
    }

    [Fact]
    public void A_tag_with_endless_values_does_not_fill_the_memory()
    {
        Collect();
        var counter = _meter.CreateCounter<long>("films");
        for (var i = 0; i < Family.MaxSeries + 10; i++) counter.Add(1, new KeyValuePair<string, object?>("path", i));

        var lines = Collect().Split('\n');
        Assert.Equal(Family.MaxSeries + 1, lines.Length);
        Assert.Contains("films_total{otel_metric_overflow=\"true\"} 10", lines);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_count_at_once()
    {
        Collect();
        var counter = _meter.CreateCounter<long>("films");
        var histogram = _meter.CreateHistogram<int>("wait");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                counter.Add(1, new KeyValuePair<string, object?>("kind", i % 3));
                histogram.Record(1, new KeyValuePair<string, object?>("kind", i % 3));
            }
        })));

        var samples = Collect().Split('\n').Select(line => line.Split(' ')).ToDictionary(line => line[0], line => double.Parse(line[1]));
        Assert.Equal(80_000, samples.Where(sample => sample.Key.StartsWith("films", StringComparison.Ordinal)).Sum(sample => sample.Value));
        Assert.Equal(80_000, samples.Where(sample => sample.Key.StartsWith("wait_count", StringComparison.Ordinal)).Sum(sample => sample.Value));
        Assert.Equal(80_000, samples.Where(sample => sample.Key.StartsWith("wait_sum", StringComparison.Ordinal)).Sum(sample => sample.Value));
    }

    [Fact]
    public void Counting_into_a_series_that_is_there_allocates_nothing()
    {
        Collect();
        var counter = _meter.CreateCounter<long>("films");
        object status = 200;
        counter.Add(1, new("kind", "video"), new("status", status));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) counter.Add(1, new("kind", "video"), new("status", status));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private string Collect() => string.Join('\n', PrometheusText.Render(_collector.Collect()).Split('\n').Where(line => line is [not '#', ..]));
}
