namespace Vod.Actors.Admin.Metrics;

/// <summary>Adds up the measurements of one set of labels. Safe for any number of threads.</summary>
/// <param name="labels">Names and values.</param>
/// <param name="bounds">Upper bounds of the buckets of a histogram; null for a sum or a last value.</param>
internal sealed class Series(IReadOnlyList<KeyValuePair<string, string>> labels, double[]? bounds)
{
    private readonly long[]? _buckets = bounds is null ? null : new long[bounds.Length + 1];
    private double _value;
    private volatile bool _isSet;

    /// <summary>Adds to a sum.</summary>
    public void Add(double amount)
    {
        for (var seen = Volatile.Read(ref _value); ;)
        {
            var was = Interlocked.CompareExchange(ref _value, seen + amount, seen);
            if (BitConverter.DoubleToInt64Bits(was) == BitConverter.DoubleToInt64Bits(seen)) break;
            seen = was;
        }
        if (!_isSet) _isSet = true;
    }

    /// <summary>Replaces a last value.</summary>
    public void Set(double value)
    {
        Volatile.Write(ref _value, value);
        _isSet = true;
    }

    /// <summary>Counts a measurement of a histogram.</summary>
    public void Record(double value)
    {
        if (double.IsNaN(value)) return;
        var index = 0;
        while (index < bounds!.Length && value > bounds[index]) index++;
        Interlocked.Increment(ref _buckets![index]);
        Add(value);
    }

    /// <summary>Forgets a value that is about to be observed anew.</summary>
    public void Clear()
    {
        _isSet = false;
        Volatile.Write(ref _value, 0);
    }

    /// <summary>The value now; null when there is none.</summary>
    public MetricSeries? Snapshot() => _isSet ? new MetricSeries(labels, Volatile.Read(ref _value), _buckets?.ToArray(), bounds) : null;
}
