using System.Runtime.InteropServices;

namespace Vod.Actors.Catalog;

/// <summary>How many files are beneath each directory: answers whether a path is one without going through all files.</summary>
internal sealed class DirectoryCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Whether files are beneath it.</summary>
    public bool Contains(string path) => _counts.ContainsKey(path);

    /// <summary>A file was added.</summary>
    public void Add(string file) => Count(file, 1);

    /// <summary>A file was removed.</summary>
    public void Remove(string file) => Count(file, -1);

    private void Count(string file, int by)
    {
        var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
        {
            var directory = file.AsSpan(0, end);
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, directory, out _);
            count += by;
            if (count == 0) counts.Remove(directory);
        }
    }
}
