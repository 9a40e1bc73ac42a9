using System.Collections.Concurrent;

namespace Vod.Actors.Admin.Metrics;

/// <summary>All series of one name while they are measured.</summary>
/// <param name="name">As Prometheus has it.</param>
/// <param name="help">What it is, in words.</param>
/// <param name="kind">How values add up.</param>
/// <param name="isObserved">Whether the values are asked for at each scrape.</param>
/// <param name="bounds">Upper bounds of the buckets of a histogram, ascending.</param>
internal sealed class Family(string name, string help, MetricKind kind, bool isObserved, double[]? bounds)
{
    /// <summary>Series beyond this many are counted as one, so that a tag with endless values does not fill the memory.</summary>
    public const int MaxSeries = 2000;

    private readonly ConcurrentDictionary<TagSet, Series> _byTags = new(TagSetComparer.Instance);
    private readonly Dictionary<string, Series> _byLabels = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Series? _overflow;
    private volatile Recent? _recent;

    /// <summary>How values add up.</summary>
    public MetricKind Kind => kind;

    /// <summary>Whether the values are asked for at each scrape.</summary>
    public bool IsObserved => isObserved;

    /// <summary>Takes a measurement of a sum or a histogram.</summary>
    public void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Find(tags);
        if (kind == MetricKind.Histogram) series.Record(value);
        else series.Add(value);
    }

    /// <summary>Takes a measurement that replaces the one before.</summary>
    public void Set(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Find(tags).Set(value);

    /// <summary>Forgets what was observed: what is still there is observed again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (var series in _byLabels.Values) series.Clear();
            _overflow?.Clear();
        }
    }

    /// <summary>All values now.</summary>
    public MetricFamily Snapshot()
    {
        lock (_lock)
        {
            return new MetricFamily(
                name,
                help,
                kind,
                [.. _byLabels.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).Append(_overflow).Select(series => series?.Snapshot()).OfType<MetricSeries>()]);
        }
    }

    /// <summary>Most measurements have the very tags of the one before: nothing is hashed for these.</summary>
    private Series Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_recent is { } recent && recent.Set.Is(tags)) return recent.Series;
        if (_byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>().TryGetValue(tags, out var set, out var series))
        {
            _recent = new Recent(set, series);
            return series;
        }
        return Add(tags);
    }

    private Series Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock)
        {
            if (_byTags.Count >= MaxSeries) return _overflow ??= new Series([KeyValuePair.Create("otel_metric_overflow", "true")], bounds);
            var set = new TagSet(tags.ToArray());
            // Tags in another order are the same series.
            var labels = set.ToLabels();
            var key = string.Join('\0', labels.Select(label => $"{label.Key}\u0001{label.Value}"));
            if (!_byLabels.TryGetValue(key, out var series)) _byLabels.Add(key, series = new Series(labels, bounds));
            _byTags[set] = series;
            return series;
        }
    }

    private sealed record Recent(TagSet Set, Series Series);
}
