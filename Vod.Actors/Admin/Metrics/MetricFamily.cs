namespace Vod.Actors.Admin.Metrics;

/// <summary>All series of one name at one moment.</summary>
/// <param name="Name">As Prometheus has it.</param>
/// <param name="Help">What it is, in words.</param>
/// <param name="Kind">How its values are to be read.</param>
/// <param name="Series">One for each set of labels.</param>
internal sealed record MetricFamily(string Name, string Help, MetricKind Kind, IReadOnlyList<MetricSeries> Series);

/// <summary>The value for one set of labels.</summary>
/// <param name="Labels">Names and values; names are as Prometheus has them, each once.</param>
/// <param name="Value">Of a counter or gauge; the sum of all measurements of a histogram.</param>
/// <param name="Buckets">Of a histogram: how many measurements fell into each bucket, the last of which has no bound; else null.</param>
/// <param name="Bounds">Of a histogram: the upper bounds of its buckets, which belong to them, ascending; else null.</param>
internal sealed record MetricSeries(
    IReadOnlyList<KeyValuePair<string, string>> Labels, double Value, IReadOnlyList<long>? Buckets = null, IReadOnlyList<double>? Bounds = null);
