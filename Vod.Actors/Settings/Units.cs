using System.Globalization;

namespace Vod.Actors.Settings;

/// <summary>Sizes and times as HOCON writes them: a number and a unit.</summary>
internal static class Units
{
    /// <summary>Parses "5 MiB", "512k", "1048576"; a number alone is bytes. K, M and G alone are powers of 1024, kB, MB and GB of 1000.</summary>
    public static bool TryParseBytes(string text, out long bytes)
    {
        bytes = 0;
        if (!TrySplit(text, out var number, out var unit)) return false;
        decimal factor = unit switch
        {
            "" or "B" or "b" or "byte" or "bytes" => 1,
            "kB" or "kilobyte" or "kilobytes" => 1000,
            "K" or "k" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1024,
            "MB" or "megabyte" or "megabytes" => 1000 * 1000,
            "M" or "m" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1024 * 1024,
            "GB" or "gigabyte" or "gigabytes" => 1000 * 1000 * 1000,
            "G" or "g" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1024 * 1024 * 1024,
            _ => 0,
        };
        var value = number * factor;
        if (factor == 0 || value > long.MaxValue || value != decimal.Truncate(value)) return false;
        bytes = (long)value;
        return true;
    }

    /// <summary>Parses "10 s", "500ms", "1.5 minutes"; a number alone is milliseconds.</summary>
    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (!TrySplit(text, out var number, out var unit)) return false;
        long ticks = unit switch
        {
            "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => -1,
            "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
            "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
            "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
            "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
            "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
            "d" or "day" or "days" => TimeSpan.TicksPerDay,
            _ => 0,
        };
        if (ticks == 0) return false;
        var value = ticks < 0 ? number / TimeSpan.NanosecondsPerTick : number * ticks;
        if (value > TimeSpan.MaxValue.Ticks) return false;
        duration = TimeSpan.FromTicks((long)value);
        return true;
    }

    /// <summary>Writes a size with the largest unit that leaves a whole number.</summary>
    public static string FormatBytes(long bytes) => bytes switch
    {
        >= 1 << 30 when bytes % (1 << 30) == 0 => $"{bytes >> 30} GiB",
        >= 1 << 20 when bytes % (1 << 20) == 0 => $"{bytes >> 20} MiB",
        >= 1 << 10 when bytes % (1 << 10) == 0 => $"{bytes >> 10} KiB",
        _ => $"{bytes} B",
    };

    /// <summary>Writes a time with the largest unit that leaves a whole number.</summary>
    public static string FormatDuration(TimeSpan time) => time.Ticks switch
    {
        0 => "0 s",
        var t when t % TimeSpan.TicksPerDay == 0 => $"{t / TimeSpan.TicksPerDay} d",
        var t when t % TimeSpan.TicksPerHour == 0 => $"{t / TimeSpan.TicksPerHour} h",
        var t when t % TimeSpan.TicksPerMinute == 0 => $"{t / TimeSpan.TicksPerMinute} m",
        var t when t % TimeSpan.TicksPerSecond == 0 => $"{t / TimeSpan.TicksPerSecond} s",
        var t => string.Create(CultureInfo.InvariantCulture, $"{t / (double)TimeSpan.TicksPerMillisecond} ms"),
    };

    private static bool TrySplit(string text, out decimal number, out string unit)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        unit = text[end..].Trim();
        // Up to 15 characters: products with the units above stay inside a decimal.
        number = 0;
        return end is > 0 and <= 15 && decimal.TryParse(text[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
