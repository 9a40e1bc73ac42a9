using System.Globalization;
using System.Text;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Web;

/// <summary>
/// A film's picture: one out of the film itself, or, where there is none, a drawn one with its initials on colours of its own, always the same
/// for the same path.
/// </summary>
internal static class Poster
{
    /// <summary><c>Cache-Control</c> of a picture that another one may soon take the place of.</summary>
    public const string ForNow = "max-age=5";

    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>One out of the film.</summary>
    /// <param name="jpeg">The picture.</param>
    public static Page Made(byte[] jpeg) => new(200, "image/jpeg", jpeg);

    /// <summary>A drawn one.</summary>
    public static Page Drawn(MediaItem item) => new(200, "image/svg+xml", Encoding.UTF8.GetBytes(Svg(item.Path, Words.Title(item.Name), MediaKinds.Of(item))));

    /// <summary>Part of the address under which a picture stays the same for ever.</summary>
    public static string Version(MediaItem item) => PosterKey.Of(item)[..12];

    /// <summary><c>Cache-Control</c> of a picture out of the film: for ever under the address that names its version.</summary>
    public static string CacheControl(RequestHead head, MediaItem item) => head.Target.Query == "v=" + Version(item) ? ForEver : ForNow;

    /// <summary>Hues that go together; those between yellow and green do not.</summary>
    private static readonly int[] Hues = [6, 20, 34, 168, 184, 200, 214, 228, 246, 264, 290, 328];

    /// <summary>Draws it, 16 by 9.</summary>
    /// <param name="path">What it is drawn for.</param>
    /// <param name="title">Whose initials it bears.</param>
    /// <param name="kind">Sound gets bars, everything else circles.</param>
    public static string Svg(string path, string title, MediaKind kind)
    {
        var seed = Hash(path);
        var hue = Hues[seed % Hues.Length];
        var second = (hue + 340 + (int)(seed / 12 % 40)) % 360;
        var html = new Html().Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">""")
            .Add($"""<rect width="320" height="180" fill="hsl({hue} 38% 27%)"/>""");
        if (kind == MediaKind.Audio) Bars(html, seed, second);
        else Circles(html, seed, second);
        html.Add($"""<text x="160" y="112" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="700" font-size="64" fill="#fff" fill-opacity=".88">{Initials(title)}</text></svg>""");
        return html.ToString();
    }

    /// <summary>The first letters of the first two words, or of the one that there is.</summary>
    internal static string Initials(string title)
    {
        var words = title.Split([' ', '-', '(', '['], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Where(word => char.IsLetterOrDigit(word, 0)).Take(2).Select(word => StringInfo.GetNextTextElement(word))).ToUpperInvariant();
    }

    private static void Circles(Html html, uint seed, int hue)
    {
        var x = 20 + (seed >> 9) % 280;
        var r = 70 + (seed >> 17) % 60;
        html.Add($"""<circle cx="{x}" cy="{(seed >> 4) % 60}" r="{r}" fill="hsl({hue} 52% 46%)" fill-opacity=".6"/>""")
            .Add($"""<circle cx="{320 - x}" cy="{150 + (seed >> 6) % 50}" r="{r + 20}" fill="hsl({(hue + 15) % 360} 56% 57%)" fill-opacity=".45"/>""");
    }

    private static void Bars(Html html, uint seed, int hue)
    {
        for (var i = 0; i < 16; i++)
        {
            var height = 20 + (seed >> i) * (uint)(i + 7) % 110;
            html.Add($"""<rect x="{8 + i * 19}" y="{90 - height / 2}" width="11" height="{height}" rx="5" fill="hsl({hue} 55% 55%)" fill-opacity=".4"/>""");
        }
    }

    /// <summary>FNV-1a: the same in each run, unlike string.GetHashCode.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((hash ^ (hash >> 15)) * 2246822519u) >> 3;
    }
}
