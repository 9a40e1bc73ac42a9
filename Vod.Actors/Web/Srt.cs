using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Vod.Actors.Web;

/// <summary>Turns SubRip subtitles into WebVTT, which is what browsers read. Lenient: a cue that cannot be read is left out, the others stay.</summary>
internal static partial class Srt
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes and converts.</summary>
    public static string ToVtt(byte[] bytes) => ToVtt(Decode(bytes));

    /// <summary>Converts. A cue lasts to the next empty line.</summary>
    public static string ToVtt(string srt)
    {
        var vtt = new StringBuilder("WEBVTT\n", srt.Length + 64);
        var isInCue = false;
        foreach (var line in srt.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                isInCue = false;
            }
            else if (line.Contains("-->", StringComparison.Ordinal))
            {
                isInCue = Timing(line) is not null;
                if (isInCue) vtt.Append(CultureInfo.InvariantCulture, $"\n{Timing(line)}\n");
            }
            else if (isInCue)
            {
                vtt.Append(Text(line.ToString())).Append('\n');
            }
        }
        return vtt.ToString();
    }

    /// <summary>UTF-8 or UTF-16 when they are; otherwise taken for Latin-1, in which any bytes are text.</summary>
    internal static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string? Timing(ReadOnlySpan<char> line)
    {
        var match = TimingLine().Match(line.ToString());
        return match.Success ? $"{Time(match, 1)} --> {Time(match, 5)}" : null;
    }

    private static string Time(Match match, int first)
    {
        var hours = match.Groups[first].Success ? match.Groups[first].Value : "0";
        var milliseconds = match.Groups[first + 3].Success ? match.Groups[first + 3].Value.PadRight(3, '0') : "000";
        return $"{hours.PadLeft(2, '0')}:{match.Groups[first + 1].Value.PadLeft(2, '0')}:{match.Groups[first + 2].Value.PadLeft(2, '0')}.{milliseconds}";
    }

    /// <summary>Bold, italic and underline mean the same in both; fonts and positions of other formats go, and the rest is text.</summary>
    private static string Text(string line)
    {
        line = Foreign().Replace(line, "").Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return Style().Replace(line, match => $"<{match.Groups[1].Value.ToLowerInvariant()}>");
    }

    [GeneratedRegex(@"^\s*(?:([0-9]{1,4}):)?([0-5]?[0-9]):([0-5]?[0-9])(?:[,.]([0-9]{1,3}))?\s*-->\s*(?:([0-9]{1,4}):)?([0-5]?[0-9]):([0-5]?[0-9])(?:[,.]([0-9]{1,3}))?(?:\s|$)")]
    private static partial Regex TimingLine();

    [GeneratedRegex(@"\{\\[^}]*\}|</?font[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"&lt;(/?[biu])&gt;", RegexOptions.IgnoreCase)]
    private static partial Regex Style();
}
