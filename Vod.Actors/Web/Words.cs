using System.Globalization;

namespace Vod.Actors.Web;

/// <summary>Sizes, times and names as people read them.</summary>
internal static class Words
{
    private static readonly string[] Units = ["kB", "MB", "GB", "TB"];

    /// <summary>For example "15.7 MB".</summary>
    public static string Size(long bytes)
    {
        if (bytes < 1000) return string.Create(CultureInfo.InvariantCulture, $"{bytes} B");
        var value = bytes / 1000.0;
        var unit = 0;
        for (; value >= 999.5 && unit < Units.Length - 1; unit++) value /= 1000;
        return $"{value.ToString(value < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    /// <summary>For example "1:23:45" or "0:07".</summary>
    public static string Duration(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero);
        return seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>For example "22 Nov 2026".</summary>
    public static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date as HTML's time element and JSON have it.</summary>
    public static string Timestamp(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A picture's size in the name that it goes by: "4K", "1080p".</summary>
    public static string Resolution(int width, int height) => (Math.Max(width, height), Math.Min(width, height)) switch
    {
        ( >= 7000, _) => "8K",
        ( >= 3600, _) => "4K",
        ( >= 2400, _) => "1440p",
        ( >= 1800, _) => "1080p",
        ( >= 1200, _) => "720p",
        var (_, lines) => string.Create(CultureInfo.InvariantCulture, $"{lines}p"),
    };

    /// <summary>For example "1 file" or "7 files".</summary>
    public static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    /// <summary>
    /// A file's name as a title: without its extension, and with spaces where a name that has none uses dots, underscores or, in small letters
    /// throughout, hyphens for them.
    /// </summary>
    public static string Title(string name)
    {
        var dot = name.LastIndexOf('.');
        var title = dot > 0 ? name[..dot] : name;
        if (title.Contains(' ')) return title;
        var spaced = title.Replace('_', ' ').Replace('.', ' ');
        if (!spaced.Contains(' ') && !spaced.Any(char.IsUpper)) spaced = spaced.Replace('-', ' ');
        spaced = spaced.Trim();
        return spaced.Length == 0 ? title : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }
}
