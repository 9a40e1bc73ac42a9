using System.Text;

namespace Vod.Actors.Admin.Metrics;

/// <summary>
/// Turns the names of OpenTelemetry into those of Prometheus: <c>http.server.request.duration</c> in <c>s</c> becomes
/// <c>http_server_request_duration_seconds</c>, a counter ends in <c>_total</c>.
/// </summary>
internal static class PrometheusName
{
    /// <summary>The name of a family.</summary>
    /// <param name="instrument">The instrument's name.</param>
    /// <param name="unit">Its unit in UCUM notation, such as <c>s</c>, <c>By</c> or <c>{request}</c>; null for none.</param>
    /// <param name="kind">What it becomes.</param>
    public static string OfFamily(string instrument, string? unit, MetricKind kind)
    {
        var name = Sanitised(instrument, allowColon: true);
        // These endings are kept for the parts of a histogram.
        if (kind != MetricKind.Histogram && name.EndsWith("_count", StringComparison.Ordinal)) name = name[..^"count".Length] + "number";
        if (kind == MetricKind.Counter) name = Without(name, "_total");
        if (OfUnit(unit, kind) is { } suffix && !name.EndsWith('_' + suffix, StringComparison.Ordinal)) name += '_' + suffix;
        return kind == MetricKind.Counter ? name + "_total" : name;
    }

    /// <summary>The name of a label.</summary>
    /// <param name="tag">The tag's key.</param>
    public static string OfLabel(string tag)
    {
        var name = Sanitised(tag, allowColon: false);
        // Names that begin with two underscores are Prometheus's own.
        return name.StartsWith("__", StringComparison.Ordinal) ? '_' + name.TrimStart('_') : name;
    }

    private static string? OfUnit(string? unit, MetricKind kind) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "By" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "By/s" => "bytes_per_second",
        "Hz" => "hertz",
        "%" => "percent",
        "1" when kind == MetricKind.Gauge => "ratio",
        _ => null, // counts of something: {request}
    };

    private static string Without(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;

    private static string Sanitised(string name, bool allowColon)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var c in name)
        {
            if (char.IsAsciiDigit(c) && text.Length == 0) text.Append('_');
            if (char.IsAsciiLetterOrDigit(c) || allowColon && c == ':') text.Append(c);
            else if (text is [.., not '_'] || text.Length == 0 || c == '_') text.Append('_');
        }
        return text.Length == 0 ? "_" : text.ToString();
    }
}
