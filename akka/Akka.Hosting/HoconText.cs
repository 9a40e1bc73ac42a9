using Akka.Configuration.Hocon;

namespace Akka.Hosting;

/// <summary>Writes values as HOCON text; strings are written by <see cref="HoconPath.Quote"/>.</summary>
internal static class HoconText
{
    internal static string OnOff(bool value) => value ? "on" : "off";

    /// <summary>A duration in milliseconds, or <c>infinite</c> for none.</summary>
    internal static string Duration(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan ? "infinite" : FormattableString.Invariant($"{value.TotalMilliseconds:0.####}ms");
}
