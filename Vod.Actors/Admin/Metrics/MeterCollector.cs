using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Numerics;

namespace Vod.Actors.Admin.Metrics;

/// <summary>
/// Listens to meters from the first time that somebody asks: until then they cost nothing, and what they count begins there. Instruments that
/// are observed (a number of connections, the size of the heap) are asked for their values each time.
/// </summary>
/// <param name="meters">Names of the meters to listen to.</param>
internal sealed class MeterCollector(IReadOnlySet<string> meters) : IDisposable
{
    /// <summary>Buckets of a histogram that advises none: seconds, from what OpenTelemetry has for durations.</summary>
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ConcurrentDictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private MeterListener? _listener;
    private bool _isDisposed;

    /// <summary>All values now; the first call begins to listen.</summary>
    public IReadOnlyList<MetricFamily> Collect()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _listener ??= Listen();
            foreach (var family in _families.Values)
            {
                if (family.IsObserved) family.Clear();
            }
            _listener.RecordObservableInstruments();
            return [.. _families.Values.Select(family => family.Snapshot())];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _listener?.Dispose();
        }
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listener) => Published(instrument, listener) };
        Take<byte>(listener);
        Take<short>(listener);
        Take<int>(listener);
        Take<long>(listener);
        Take<float>(listener);
        Take<double>(listener);
        Take<decimal>(listener);
        listener.Start();
        return listener;
    }

    private static void Take<T>(MeterListener listener) where T : struct, INumber<T> =>
        listener.SetMeasurementEventCallback<T>(static (instrument, value, tags, state) =>
        {
            var number = double.CreateSaturating(value);
            switch (state)
            {
                case Family family:
                    family.Add(number, tags);
                    break;
                case LastValue last:
                    last.Family.Set(number, tags);
                    break;
            }
        });

    private void Published(Instrument instrument, MeterListener listener)
    {
        if (!meters.Contains(instrument.Meter.Name)) return;
        var kind = KindOf(instrument);
        var name = PrometheusName.OfFamily(instrument.Name, instrument.Unit, kind);
        var help = string.IsNullOrWhiteSpace(instrument.Description) ? instrument.Name : instrument.Description;
        var family = _families.GetOrAdd(
            name, _ => new Family(name, help, kind, instrument.IsObservable, kind == MetricKind.Histogram ? Bounds(instrument) : null));
        // Two instruments of one name add up, such as those of two servers in a process; one that is something else is not shown.
        if (family.Kind != kind || family.IsObserved != instrument.IsObservable) return;
        listener.EnableMeasurementEvents(instrument, IsLastValue(instrument) ? new LastValue(family) : family);
    }

    private static MetricKind KindOf(Instrument instrument) => Generic(instrument) switch
    {
        { } type when type == typeof(Counter<>) || type == typeof(ObservableCounter<>) => MetricKind.Counter,
        { } type when type == typeof(Histogram<>) => MetricKind.Histogram,
        _ => MetricKind.Gauge,
    };

    private static bool IsLastValue(Instrument instrument) => Generic(instrument) == typeof(Gauge<>);

    private static Type? Generic(Instrument instrument) => instrument.GetType() is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : null;

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => DefaultBounds,
    };

    /// <summary>Of an instrument whose measurement replaces the one before.</summary>
    private sealed record LastValue(Family Family);
}
