using System.Diagnostics;

namespace Vod.Bench.Load;

/// <summary>How long answers took, in ticks of <see cref="Stopwatch"/>. Not for several threads.</summary>
internal sealed class Latencies
{
    private readonly List<long> _ticks;

    /// <summary>None yet.</summary>
    public Latencies(int capacity = 1 << 16) => _ticks = new List<long>(capacity);

    /// <summary>How many.</summary>
    public int Count => _ticks.Count;

    /// <summary>Adds the time since a time stamp.</summary>
    public void Since(long timestamp) => _ticks.Add(Stopwatch.GetTimestamp() - timestamp);

    /// <summary>Adds all of another's.</summary>
    public void Add(Latencies other) => _ticks.AddRange(other._ticks);

    /// <summary>The result of a load that took so long and has told its errors itself.</summary>
    public LoadResult Over(TimeSpan duration)
    {
        _ticks.Sort();
        return new LoadResult(_ticks.Count, 0, duration.TotalSeconds, Percentile(0.5), Percentile(0.99), 0);
    }

    private double Percentile(double part) =>
        _ticks.Count == 0 ? double.NaN : _ticks[(int)Math.Ceiling(part * _ticks.Count) - 1] * 1000.0 / Stopwatch.Frequency;
}
