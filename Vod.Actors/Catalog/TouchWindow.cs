namespace Vod.Actors.Catalog;

/// <summary>A place where something happened.</summary>
/// <param name="Path">Relative path.</param>
/// <param name="CameOrWent">Whether it was created, deleted or renamed, not just written to: then a directory is walked.</param>
internal readonly record struct Touch(string Path, bool CameOrWent);

/// <summary>What gathered in a window of file events.</summary>
/// <param name="Places">To look at again; of a place and one above it only the upper one, when that came or went.</param>
/// <param name="Rescan">Whether all has to be looked at: then there are no places.</param>
internal sealed record Touches(IReadOnlyList<Touch> Places, bool Rescan);

/// <summary>Gathers file events, however many, until they are looked at together. Not safe for several threads.</summary>
internal sealed class TouchWindow
{
    /// <summary>From this many places on, looking at everything is less work.</summary>
    public const int MaxPaths = 5000;

    private readonly Dictionary<string, bool> _paths = new(StringComparer.Ordinal);
    private bool _rescan;

    /// <summary>Whether there is nothing to look at.</summary>
    public bool IsEmpty => _paths.Count == 0 && !_rescan;

    /// <summary>Takes an event; of places that are never served it takes none.</summary>
    /// <param name="path">Relative path; "" is the content directory itself.</param>
    /// <param name="cameOrWent">Whether it was created, deleted or renamed, not just written to.</param>
    public void Add(string path, bool cameOrWent)
    {
        if (path.Length == 0) AddAll();
        else if (!_rescan && ContentRules.IsServedPath(path)) _paths[path] = cameOrWent || _paths.GetValueOrDefault(path);
        if (_paths.Count > MaxPaths) AddAll();
    }

    /// <summary>Events were lost, or there are too many: all has to be looked at.</summary>
    public void AddAll()
    {
        _rescan = true;
        _paths.Clear();
    }

    /// <summary>Empties the window.</summary>
    public Touches Drain()
    {
        var whole = new TouchedPaths();
        foreach (var (path, cameOrWent) in _paths)
        {
            if (cameOrWent) whole.Add(path);
        }
        var touches = new Touches([.. _paths.Where(touch => !IsBelow(touch.Key, whole)).Select(touch => new Touch(touch.Key, touch.Value))], _rescan);
        _rescan = false;
        _paths.Clear();
        return touches;
    }

    private static bool IsBelow(string path, TouchedPaths whole)
    {
        var end = path.LastIndexOf('/');
        return end > 0 && whole.Covers(path[..end]);
    }
}
