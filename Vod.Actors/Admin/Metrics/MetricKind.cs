namespace Vod.Actors.Admin.Metrics;

/// <summary>What a family of metrics is, in the terms of Prometheus.</summary>
internal enum MetricKind
{
    /// <summary>Only grows, until the process ends.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>How many measurements were at most so large.</summary>
    Histogram,
}
