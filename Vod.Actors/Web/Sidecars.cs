using Vod.Actors.Catalog;

namespace Vod.Actors.Web;

/// <summary>Subtitles that lie beside a film.</summary>
/// <param name="Item">The file: WebVTT or SubRip.</param>
/// <param name="Language">Its language tag, such as <c>en</c>; empty when its name has none.</param>
/// <param name="Label">What a menu calls it.</param>
internal sealed record Subtitle(MediaItem Item, string Language, string Label)
{
    /// <summary>Where it is to be had as WebVTT.</summary>
    public string Address => Item.Path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase) ? Urls.File(Item.Path) : Urls.Subtitles(Item.Path);
}

/// <summary>What lies beside a film under the same name: <c>film.vtt</c>, <c>film.en.srt</c>, <c>film.chapters.vtt</c>.</summary>
/// <param name="Subtitles">One for each language and addition, WebVTT before SubRip.</param>
/// <param name="Chapters">Its chapters, or null.</param>
internal sealed record Sidecars(IReadOnlyList<Subtitle> Subtitles, MediaItem? Chapters)
{
    /// <summary>Subtitles larger than this are taken for something else.</summary>
    public const long MaxSize = 8 * 1024 * 1024;

    /// <summary>Finds them among the files of the film's folder.</summary>
    public static Sidecars Of(MediaItem film, IReadOnlyList<MediaItem> folder)
    {
        var stem = Path.ChangeExtension(film.Path, null);
        List<Subtitle> subtitles = [];
        MediaItem? chapters = null;
        foreach (var item in folder)
        {
            if (!item.Path.StartsWith(stem, StringComparison.Ordinal) || !IsSubtitle(item)) continue;
            var middle = Path.ChangeExtension(item.Path, null)[stem.Length..];
            if (middle.Length > 0 && middle[0] != '.') continue; // of another film whose name begins with this one's
            if (middle == ".chapters") chapters = IsVtt(item) ? item : chapters;
            else subtitles.Add(Named(item, middle.Trim('.')));
        }
        var best = subtitles.OrderBy(subtitle => IsVtt(subtitle.Item) ? 0 : 1).DistinctBy(subtitle => (subtitle.Language, subtitle.Label));
        return new Sidecars([.. best.OrderBy(subtitle => subtitle.Label, StringComparer.Ordinal)], chapters);
    }

    /// <summary>Whether a file is one that <see cref="Srt"/> turns into WebVTT.</summary>
    public static bool IsSrt(MediaItem item) => item.Size <= MaxSize && item.Path.EndsWith(".srt", StringComparison.OrdinalIgnoreCase);

    private static bool IsVtt(MediaItem item) => item.Path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase);

    private static bool IsSubtitle(MediaItem item) => item.Size <= MaxSize && (IsVtt(item) || IsSrt(item));

    /// <summary>"en" is English, "en.forced" is English (forced), "director" is just that.</summary>
    private static Subtitle Named(MediaItem item, string middle)
    {
        var dot = middle.IndexOf('.');
        var first = dot < 0 ? middle : middle[..dot];
        var rest = dot < 0 ? "" : middle[(dot + 1)..];
        if (Languages.Find(first) is not var (tag, name)) return new Subtitle(item, "", middle.Length == 0 ? "Subtitles" : middle);
        return new Subtitle(item, tag, rest.Length == 0 ? name : $"{name} ({rest})");
    }
}
