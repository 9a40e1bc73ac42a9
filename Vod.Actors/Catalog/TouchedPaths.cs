namespace Vod.Actors.Catalog;

/// <summary>A set of paths, each of which stands for itself and all beneath it.</summary>
internal sealed class TouchedPaths
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>Adds a path.</summary>
    public void Add(string path) => _paths.Add(path);

    /// <summary>Removes all.</summary>
    public void Clear() => _paths.Clear();

    /// <summary>Whether the path or a directory above it is in the set.</summary>
    public bool Covers(string path)
    {
        if (_paths.Count == 0) return false;
        if (_paths.Contains(path)) return true;
        var paths = _paths.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (paths.Contains(path.AsSpan(0, end))) return true;
        }
        return false;
    }
}
