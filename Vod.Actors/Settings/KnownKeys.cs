namespace Vod.Actors.Settings;

/// <summary>The keys of <c>vod { ... }</c> that the server reads.</summary>
internal static class KnownKeys
{
    private static readonly IReadOnlyList<string> InOrder = ReadAll();

    /// <summary>Full paths of all of them.</summary>
    public static IReadOnlySet<string> All { get; } = InOrder.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether known keys are beneath it.</summary>
    public static bool IsGroup(string key) => All.Any(known => known.StartsWith(key + '.', StringComparison.Ordinal));

    /// <summary>The first known key of which only the group was left out, or else the one that takes the fewest edits to get from <paramref name="key"/>.</summary>
    public static string Nearest(string key)
    {
        var name = key[Math.Max(0, key.IndexOf('.'))..];
        return InOrder.FirstOrDefault(known => known.EndsWith(name, StringComparison.Ordinal)) ?? InOrder.MinBy(known => Distance(key, known))!;
    }

    /// <summary>Insertions, deletions and replacements between two texts (Levenshtein).</summary>
    internal static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }

    private static IReadOnlyList<string> ReadAll()
    {
        var reader = new SettingsReader(VodConfiguration.Reference);
        VodSettings.Read(reader);
        return reader.Keys;
    }
}
