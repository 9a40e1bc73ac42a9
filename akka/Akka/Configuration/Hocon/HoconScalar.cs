using System.Globalization;
using System.Numerics;

namespace Akka.Configuration.Hocon;

/// <summary>Text of a document turned to booleans, numbers, durations and sizes; errors name the path and what would be allowed.</summary>
internal static class HoconScalar
{
    internal static bool ToBoolean(HoconValue value, string? path = null) => value.GetString() switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        _ => throw new NotSupportedException(Expected("on, true, yes, off, false or no", value, path)),
    };

    internal static T ToInteger<T>(HoconValue value, string? path = null) where T : IBinaryInteger<T>, IMinMaxValue<T> =>
        T.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException(Expected($"a whole number from {T.MinValue} to {T.MaxValue}", value, path));

    internal static T ToNumber<T>(HoconValue value, string? path = null) where T : IFloatingPoint<T> =>
        T.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException(Expected("a number", value, path));

    internal static TimeSpan ToTimeSpan(HoconValue value, bool allowInfinite, string? path = null)
    {
        var text = value.GetString().AsSpan().Trim();
        if (allowInfinite && text.Equals("infinite", StringComparison.OrdinalIgnoreCase))
            return Timeout.InfiniteTimeSpan;

        var unit = SplitUnit(text, out var amount);
        if (amount is not null && TicksPerUnit(unit) is { } ticks)
        {
            if (amount < 0)
                throw new FormatException(Expected("a positive duration", value, path));
            if (Product(amount.Value, ticks) is { } product)
                return TimeSpan.FromTicks(product);
        }

        throw new FormatException(Expected(
            "a duration: a number with ns, us, ms, s, m, h or d" + (allowInfinite ? ", or infinite" : ""), value, path));
    }

    internal static long? ToByteSize(HoconValue value, string? path = null)
    {
        var text = value.GetString().AsSpan().Trim();
        if (text.IsEmpty && value.IsString())
            return null;

        var unit = SplitUnit(text, out var amount);
        if (amount is not null && BytesPerUnit(unit) is { } bytes && Product(amount.Value, bytes) is { } product)
            return product;
        throw new FormatException(Expected("a size in bytes: a number with B, kB, MB, GB, TB, PB, EB, or KiB, MiB, GiB, TiB, PiB, EiB", value, path));
    }

    private static ReadOnlySpan<char> SplitUnit(ReadOnlySpan<char> text, out decimal? amount)
    {
        var end = text.Length;
        while (end > 0 && char.IsLetter(text[end - 1]))
            end--;
        amount = decimal.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text[end..];
    }

    /// <summary>The product, rounded, or null when it does not fit 64 bits. Looked at as a double first, for a decimal may overflow.</summary>
    private static long? Product(decimal amount, decimal perUnit) =>
        Math.Abs((double)amount * (double)perUnit) < 1e19 && Math.Round(amount * perUnit) is >= long.MinValue and <= long.MaxValue and var product
            ? (long)product
            : null;

    private static decimal? TicksPerUnit(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01m,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => null,
    };

    private static decimal? BytesPerUnit(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "b" or "B" or "byte" or "bytes" => 1m,
        "kB" or "kilobyte" or "kilobytes" => 1e3m,
        "MB" or "megabyte" or "megabytes" => 1e6m,
        "GB" or "gigabyte" or "gigabytes" => 1e9m,
        "TB" or "terabyte" or "terabytes" => 1e12m,
        "PB" or "petabyte" or "petabytes" => 1e15m,
        "EB" or "exabyte" or "exabytes" => 1e18m,
        "k" or "K" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1L << 10,
        "m" or "M" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1L << 20,
        "g" or "G" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1L << 30,
        "t" or "T" or "Ti" or "TiB" or "tebibyte" or "tebibytes" => 1L << 40,
        "p" or "P" or "Pi" or "PiB" or "pebibyte" or "pebibytes" => 1L << 50,
        "e" or "E" or "Ei" or "EiB" or "exbibyte" or "exbibytes" => 1L << 60,
        _ => null,
    };

    private static string Expected(string what, HoconValue value, string? path)
    {
        var found = value.IsObject() ? "an object" : value.IsArray() ? "a list" : value.GetString() is { } text ? $"'{text}'" : "nothing";
        return path is null ? $"Expected {what}, found {found}." : $"{path}: expected {what}, found {found}.";
    }
}
