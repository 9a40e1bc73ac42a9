using System.Collections.Frozen;

namespace Vod.Actors.Web;

/// <summary>
/// The languages that subtitles name themselves by, in their own words. A table of our own: the program runs without the tables of cultures
/// (InvariantGlobalization), which would make it larger and slower to start.
/// </summary>
internal static class Languages
{
    // Two letters, three letters (both kinds of ISO 639-2 where they differ), name.
    private const string Table = """
        ar ara العربية
        bg bul Български
        bn ben বাংলা
        ca cat Català
        cs ces,cze Čeština
        da dan Dansk
        de deu,ger Deutsch
        el ell,gre Ελληνικά
        en eng English
        es spa Español
        et est Eesti
        eu eus,baq Euskara
        fa fas,per فارسی
        fi fin Suomi
        fr fra,fre Français
        gl glg Galego
        he heb עברית
        hi hin हिन्दी
        hr hrv Hrvatski
        hu hun Magyar
        id ind Bahasa Indonesia
        is isl,ice Íslenska
        it ita Italiano
        ja jpn 日本語
        ko kor 한국어
        lt lit Lietuvių
        lv lav Latviešu
        ms msa,may Bahasa Melayu
        nb nob Norsk bokmål
        nl nld,dut Nederlands
        nn nno Norsk nynorsk
        no nor Norsk
        pl pol Polski
        pt por Português
        ro ron,rum Română
        ru rus Русский
        sk slk,slo Slovenčina
        sl slv Slovenščina
        sr srp Српски
        sv swe Svenska
        ta tam தமிழ்
        te tel తెలుగు
        th tha ไทย
        tr tur Türkçe
        uk ukr Українська
        ur urd اردو
        vi vie Tiếng Việt
        zh zho,chi 中文
        """;

    private static readonly Lazy<FrozenDictionary<string, (string Tag, string Name)>> Known = new(Read);

    /// <summary>The tag and the name of a language, by a tag of two or three letters, with a region or without; null when it is none.</summary>
    public static (string Tag, string Name)? Find(string tag)
    {
        var dash = tag.IndexOfAny(['-', '_']);
        var language = (dash < 0 ? tag : tag[..dash]).ToLowerInvariant();
        var region = dash < 0 ? "" : tag[(dash + 1)..];
        if (!Known.Value.TryGetValue(language, out var known) || !region.All(char.IsAsciiLetterOrDigit)) return null;
        return region.Length == 0 ? known : ($"{known.Tag}-{region}", $"{known.Name} ({region})");
    }

    private static FrozenDictionary<string, (string Tag, string Name)> Read()
    {
        var all = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var columns = line.Split(' ', 3);
            foreach (var tag in columns[1].Split(',').Prepend(columns[0])) all.Add(tag, (columns[0], columns[2]));
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
