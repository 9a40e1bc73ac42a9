using System.Globalization;
using System.Text;

namespace Vod.Actors.Admin.Metrics;

/// <summary>Writes metrics in the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    /// <summary>What the format is called in HTTP.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes families in the order of their names; one without series is left out.</summary>
    public static string Render(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var family in families.Where(family => family.Series.Count > 0).OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escaped(family.Help, quotes: false)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Kind switch
            {
                MetricKind.Counter => "counter",
                MetricKind.Gauge => "gauge",
                _ => "histogram",
            }).Append('\n');
            foreach (var series in family.Series)
            {
                if (family.Kind == MetricKind.Histogram) AddHistogram(text, family.Name, series);
                else AddSample(text, family.Name, "", series.Labels, null, series.Value);
            }
        }
        return text.ToString();
    }

    private static void AddHistogram(StringBuilder text, string name, MetricSeries series)
    {
        if (series is not { Buckets: { } buckets, Bounds: { } bounds }) return;
        long sum = 0;
        for (var i = 0; i < buckets.Count; i++)
        {
            sum += buckets[i];
            AddSample(text, name, "_bucket", series.Labels, i < bounds.Count ? Number(bounds[i]) : "+Inf", sum);
        }
        AddSample(text, name, "_sum", series.Labels, null, series.Value);
        AddSample(text, name, "_count", series.Labels, null, sum);
    }

    private static void AddSample(
        StringBuilder text, string name, string part, IReadOnlyList<KeyValuePair<string, string>> labels, string? upTo, double value)
    {
        text.Append(name).Append(part);
        var separator = '{';
        foreach (var (label, labelValue) in labels)
        {
            text.Append(separator).Append(label).Append("=\"").Append(Escaped(labelValue, quotes: true)).Append('"');
            separator = ',';
        }
        if (upTo is not null) text.Append(separator).Append("le=\"").Append(upTo).Append('"');
        if (labels.Count > 0 || upTo is not null) text.Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string text, bool quotes)
    {
        text = text.Replace("\\", "\\\\").ReplaceLineEndings("\\n");
        return quotes ? text.Replace("\"", "\\\"") : text;
    }
}
