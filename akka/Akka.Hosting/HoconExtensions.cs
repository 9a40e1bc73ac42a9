using System.Globalization;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Hosting;

/// <summary>Writes values as they stand in HOCON, for those who build HOCON from options.</summary>
public static class HoconExtensions
{
    /// <summary>Text, in quotes and with escapes unless it can stand without; <c>null</c> for null.</summary>
    public static string ToHocon(this string? text) => text is null ? "null" : HoconPath.IsPlainKey(text) && text != "null" ? text : HoconPath.Quote(text);

    /// <summary><c>on</c> or <c>off</c>.</summary>
    public static string ToHocon(this bool value) => value ? "on" : "off";

    /// <summary><c>on</c> or <c>off</c>.</summary>
    /// <exception cref="ConfigurationException">It is null.</exception>
    public static string ToHocon(this bool? value) => Known(value).ToHocon();

    /// <summary>A number, in any culture.</summary>
    public static string ToHocon(this int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, in any culture.</summary>
    /// <exception cref="ConfigurationException">It is null.</exception>
    public static string ToHocon(this int? value) => Known(value).ToHocon();

    /// <summary>A number, in any culture.</summary>
    public static string ToHocon(this long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, in any culture.</summary>
    /// <exception cref="ConfigurationException">It is null.</exception>
    public static string ToHocon(this long? value) => Known(value).ToHocon();

    /// <summary>A number, in any culture.</summary>
    public static string ToHocon(this float value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, in any culture.</summary>
    /// <exception cref="ConfigurationException">It is null.</exception>
    public static string ToHocon(this float? value) => Known(value).ToHocon();

    /// <summary>A number, in any culture.</summary>
    public static string ToHocon(this double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, in any culture.</summary>
    /// <exception cref="ConfigurationException">It is null.</exception>
    public static string ToHocon(this double? value) => Known(value).ToHocon();

    /// <summary>A duration in milliseconds, or <c>infinite</c>.</summary>
    /// <param name="value">The duration.</param>
    /// <param name="allowInfinite">Whether it may be infinite.</param>
    /// <param name="zeroIsInfinite">Whether zero stands for infinite.</param>
    /// <exception cref="ConfigurationException">It is negative, or infinite where that is not allowed.</exception>
    public static string ToHocon(this TimeSpan value, bool allowInfinite = false, bool zeroIsInfinite = false)
    {
        if (value == Timeout.InfiniteTimeSpan || (zeroIsInfinite && value == TimeSpan.Zero))
        {
            return allowInfinite ? "infinite" : throw new ConfigurationException("The duration may not be infinite.");
        }

        return value >= TimeSpan.Zero
            ? FormattableString.Invariant($"{value.TotalMilliseconds:0.####}ms")
            : throw new ConfigurationException($"The duration may not be negative: {value}.");
    }

    /// <summary>A duration in milliseconds, or <c>infinite</c>.</summary>
    /// <param name="value">The duration.</param>
    /// <param name="allowInfinite">Whether it may be infinite.</param>
    /// <param name="zeroIsInfinite">Whether zero stands for infinite.</param>
    /// <exception cref="ConfigurationException">It is null, negative, or infinite where that is not allowed.</exception>
    public static string ToHocon(this TimeSpan? value, bool allowInfinite = false, bool zeroIsInfinite = false) =>
        Known(value).ToHocon(allowInfinite, zeroIsInfinite);

    private static T Known<T>(T? value) where T : struct => value ?? throw new ConfigurationException("Value can not be null");
}
