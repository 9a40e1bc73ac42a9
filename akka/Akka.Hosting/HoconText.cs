using System.Text;

namespace Akka.Hosting;

/// <summary>Writes values as HOCON text.</summary>
internal static class HoconText
{
    /// <summary>A string in quotes, with all that needs it escaped.</summary>
    internal static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append($"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    internal static string OnOff(bool value) => value ? "on" : "off";

    /// <summary>A duration in milliseconds, or <c>infinite</c> for none.</summary>
    internal static string Duration(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan ? "infinite" : FormattableString.Invariant($"{value.TotalMilliseconds:0.####}ms");
}
