using System.Collections.Immutable;
using System.Globalization;
using Vod.Actors.Catalog;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Fuzzing;

/// <summary>The folder that fuzzed servers serve: a file of every size at which an answer may change, for slices of 64 KiB.</summary>
internal static class FuzzContent
{
    /// <summary>Bytes of a slice.</summary>
    public const int Slice = 64 * 1024;

    /// <summary>
    /// Small slices, so that many can be asked for; few files in memory, so that both ways to the socket are taken; and much time, as a machine
    /// with other work lets both sides wait.
    /// </summary>
    public const string Settings = """
        vod { slicing.slice-size = 64 KiB, cache { max-file-size = 4 KiB, keeps-open-for = 5 s } }
        vod.http { head-timeout = 5 m, keep-alive-timeout = 5 m, send-timeout = 5 m, answer-timeout = 5 m, drain-timeout = 5 m }
        akka.io.tcp.register-timeout = 5 m
        """;

    private static readonly (string Name, int Size)[] Files =
    [
        ("empty.bin", 0), ("one.bin", 1), ("small.txt", 1000), ("kept.bin", 4096), ("unkept.bin", 4097), ("slice-minus-1.mp4", Slice - 1), ("slice.mp4", Slice),
        ("slice-plus-1.mp4", Slice + 1), ("film.mp4", 200_123), ("large.webm", 300_000), ("folder/\u00fc 100%.mkv", 4321), ("folder/deeper/a.txt", 12),
    ];

    private static readonly DateTime Modified = new(2026, 5, 1, 10, 20, 30, DateTimeKind.Utc);

    private static readonly ContentTypes Types = new(ImmutableSortedDictionary<string, string>.Empty);

    private static string s_tag = "\"none\"";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Files.Select(file => file.Name)];

    /// <summary>Those that need no encoding.</summary>
    public static IReadOnlyList<string> PlainNames { get; } = [.. Names.Where(name => !name.Contains(' ', StringComparison.Ordinal))];

    /// <summary>Writes the files.</summary>
    public static ContentFolder Make()
    {
        var folder = new ContentFolder();
        foreach (var (name, size) in Files) folder.Add(name, size);
        folder.Add("confidential/secret.txt", 9);
        folder.Add(".hidden", 9);
        foreach (var name in folder.Names) File.SetLastWriteTimeUtc(folder.PathOf(name), Modified);
        s_tag = Item(folder, "film.mp4").ETag.ToString();
        return folder;
    }

    /// <summary>Puts the validators of the film where a text wants them.</summary>
    public static string Fill(string text) => text.Contains('{', StringComparison.Ordinal)
        ? text.Replace("{etag}", s_tag, StringComparison.Ordinal).Replace("{date}", Modified.ToString("r", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        : text;

    /// <summary>What the catalog must say of a file.</summary>
    public static MediaItem Item(ContentFolder folder, string name)
    {
        var path = folder.PathOf(name);
        var stamp = FileStamp.Of(path, followLink: true);
        return new MediaItem(name, path, stamp.Size, stamp.LastModified, Types.Of(name), stamp.Tag);
    }
}
