using System.Diagnostics.Metrics;

namespace Vod.Actors.Tests.Diagnostics;

/// <summary>Listens to a meter as an exporter does.</summary>
internal static class Meters
{
    /// <summary>Takes a measurement.</summary>
    public delegate void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    /// <summary>Listens to all instruments of a meter, those that it has and those that come.</summary>
    public static MeterListener Listen(string meter, Measured note)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == meter) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => note(instrument, value, tags));
        listener.Start();
        return listener;
    }
}
