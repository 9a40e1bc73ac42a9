namespace Vod.Bench.Report;

/// <summary>The part of bench/README.md that a run writes.</summary>
internal static class Readme
{
    private const string Begin = "<!-- results: written by bench/run.sh -->";
    private const string End = "<!-- end of results -->";

    /// <summary>Puts a report between the markers.</summary>
    /// <exception cref="BenchException">There are none.</exception>
    public static void Replace(string path, string report)
    {
        var text = File.ReadAllText(path);
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start) throw new BenchException($"{path} has no place for the results.");
        File.WriteAllText(path, $"{text[..(start + Begin.Length)]}\n{report}{text[end..]}");
    }
}
