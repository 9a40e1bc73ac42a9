using System.Security.Cryptography;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>A temporary content folder of pseudo-random files whose bytes the test knows. Removed on dispose.</summary>
public sealed class ContentFolder : IDisposable
{
    /// <summary>The server's slice: the most bytes of a file in one capped response.</summary>
    public const int Slice = 5 * 1024 * 1024;

    private readonly Dictionary<string, byte[]> _files = [];

    /// <summary>Makes an empty folder.</summary>
    public ContentFolder() => Root = Directory.CreateTempSubdirectory("vod-test-").FullName;

    /// <summary>The folder's full path.</summary>
    public string Root { get; }

    /// <summary>The names of all files added, '/'-separated and relative.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>The bytes that were written to <paramref name="name"/> last.</summary>
    public byte[] this[string name] => _files[name];

    /// <summary>A folder with one file of every size at which an answer may change.</summary>
    public static ContentFolder OfEdgeSizes()
    {
        var folder = new ContentFolder();
        folder.Add("empty.bin", 0);
        folder.Add("one.bin", 1);
        folder.Add("small.txt", 1000);
        folder.Add("slice-minus-1.mp4", Slice - 1);
        folder.Add("slice.mp4", Slice);
        folder.Add("slice-plus-1.mp4", Slice + 1);
        folder.Add("two-slices-and-123.webm", (2 * Slice) + 123);
        folder.Add("film.mp4", 12 * 1024 * 1024);
        folder.Add("a folder/with ünïcode & 100%.mkv", 4321);
        folder.Add("confidential/secret.txt", 77);
        folder.Add(".hidden", 55);
        folder.Add("series/.hidden/film.mp4", 55);
        foreach (var name in folder.Names)
        {
            // Old enough for Last-Modified to be a strong validator (RFC 9110, section 8.8.2.2).
            File.SetLastWriteTimeUtc(folder.PathOf(name), DateTime.UtcNow.AddDays(-2));
        }

        return folder;
    }

    /// <summary>The full path of <paramref name="name"/> on disk.</summary>
    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Adds or overwrites a file of <paramref name="size"/> bytes that are the same in each run.</summary>
    public byte[] Add(string name, int size, int seed = 0)
    {
        var bytes = new byte[size];
        new Random(HashCodeOf(name) + seed).NextBytes(bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return _files[name] = bytes;
    }

    /// <summary>Puts a new file in the place of <paramref name="name"/> in one step, as a downloader that renames does.</summary>
    public byte[] Replace(string name, int size, int seed, DateTime? modified = null)
    {
        var bytes = Add(".incoming", size, seed);
        if (modified is { } time) File.SetLastWriteTimeUtc(PathOf(".incoming"), time);
        File.Move(PathOf(".incoming"), PathOf(name), overwrite: true);
        _files.Remove(".incoming");
        return _files[name] = bytes;
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    // string.GetHashCode differs from run to run; this does not.
    private static int HashCodeOf(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));
}
