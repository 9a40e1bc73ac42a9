using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Vod.Actors.Catalog;

/// <summary>How many files an update added, replaced and removed.</summary>
internal readonly record struct IndexChange(int Added, int Replaced, int Removed)
{
    public bool IsNone => this == default;

    public static IndexChange operator +(IndexChange a, IndexChange b) => new(a.Added + b.Added, a.Replaced + b.Replaced, a.Removed + b.Removed);
}

/// <summary>
/// The files that are served, by path, kept right while a scan of everything and looks at single places overlap: a scan is older than any
/// look that is applied while it runs, so what has been looked at meanwhile is left alone by it. Not safe for several threads.
/// </summary>
internal sealed class CatalogIndex
{
    private readonly Dictionary<string, Entry> _files = new(StringComparer.Ordinal);
    private readonly DirectoryCounts _directories = new();
    private readonly LinkTable _links = new();
    private readonly TouchedPaths _touched = new();
    private int _scan;
    private bool _scanning;

    /// <summary>Number of files.</summary>
    public int Files => _files.Count;

    /// <summary>Their sizes added up.</summary>
    public long Bytes { get; private set; }

    /// <summary>Grows with each change, and from one index to the next: nobody takes a new one for the one before.</summary>
    public long Version { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>All files as they are now, in no order.</summary>
    public IReadOnlyList<MediaItem> Snapshot()
    {
        var files = new MediaItem[_files.Count];
        var count = 0;
        foreach (var entry in _files.Values) files[count++] = entry.Item;
        return files;
    }

    /// <summary>Whether it is a directory with files in or beneath it.</summary>
    public bool IsDirectory(string path) => _directories.Contains(path);

    /// <summary>Symbolic links among them.</summary>
    public LinkTable Links => _links;

    /// <summary>Finds a file.</summary>
    public bool TryGet(string path, [NotNullWhen(true)] out MediaItem? item)
    {
        item = _files.TryGetValue(path, out var entry) ? entry.Item : null;
        return item is not null;
    }

    /// <summary>A scan of everything begins; one that was under way is forgotten.</summary>
    public void BeginScan()
    {
        _scan++;
        _scanning = true;
        _touched.Clear();
    }

    /// <summary>Takes over what the scan has found so far.</summary>
    public IndexChange AddScanned(IReadOnlyList<MediaItem> items, IReadOnlyList<Link> links)
    {
        var change = default(IndexChange);
        foreach (var item in items)
        {
            if (!_touched.Covers(item.Path)) change += Put(item);
        }
        foreach (var link in links)
        {
            if (!_touched.Covers(link.Path)) _links.Put(link, _scan);
        }
        return change;
    }

    /// <summary>The scan is done: what it did not find is gone, but for what was looked at meanwhile and what it could not look into.</summary>
    public IndexChange EndScan(Gaps gaps)
    {
        _scanning = false;
        var change = RemoveWhere((path, scan) => scan != _scan && !_touched.Covers(path) && !IsWithinAny(path, gaps.Failed));
        _touched.Clear();
        return change;
    }

    /// <summary>Takes over a look at one path: a file is there.</summary>
    public IndexChange Set(MediaItem item, string? linkTarget)
    {
        var change = RemoveTree(item.Path, keepFile: true);
        SetLink(item.Path, linkTarget);
        return change + Put(item);
    }

    /// <summary>Takes over a look at one path: nothing is there.</summary>
    public IndexChange Remove(string path, string? linkTarget = null)
    {
        var change = RemoveTree(path, keepFile: false);
        SetLink(path, linkTarget);
        return change;
    }

    /// <summary>Takes over a walk of one directory: it holds these files and no others.</summary>
    public IndexChange SetTree(string path, string? linkTarget, Tree tree)
    {
        var found = tree.Items.Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        var change = RemoveWhere((known, _) => ContentRules.IsWithin(known, path) && !found.Contains(known) && !IsWithinAny(known, tree.Gaps.Failed));
        SetLink(path, linkTarget);
        foreach (var item in tree.Items) change += Put(item);
        foreach (var link in tree.Links) _links.Put(link, _scan);
        return change;
    }

    /// <summary>Forgets everything; a scan that was under way is forgotten too.</summary>
    public IndexChange Clear()
    {
        BeginScan();
        _scanning = false;
        return RemoveWhere((_, _) => true);
    }

    /// <summary>Gives every file the content type that it has now.</summary>
    public void Retype(ContentTypes types)
    {
        foreach (var entry in _files.Values)
        {
            var type = types.Of(entry.Item.Path);
            if (type == entry.Item.ContentType) continue;
            entry.Item = entry.Item with { ContentType = type };
            Version++;
        }
    }

    private IndexChange Put(MediaItem item)
    {
        if (!_files.TryGetValue(item.Path, out var entry))
        {
            _files.Add(item.Path, new Entry { Item = item, Scan = _scan });
            _directories.Add(item.Path);
            Version++;
            Bytes += item.Size;
            return new IndexChange(1, 0, 0);
        }
        entry.Scan = _scan;
        // An item keeps its prepared head fields as long as it describes the file.
        if (IsSame(entry.Item, item)) return default;
        Version++;
        Bytes += item.Size - entry.Item.Size;
        entry.Item = item;
        return new IndexChange(0, 1, 0);
    }

    private void SetLink(string path, string? target)
    {
        if (_scanning) _touched.Add(path);
        if (target is null) _links.Remove(path);
        else _links.Put(new Link(path, target), _scan);
    }

    private IndexChange RemoveTree(string path, bool keepFile)
    {
        // Going through everything is only worth it when something is there.
        if (_directories.Contains(path)) return RemoveWhere((known, _) => ContentRules.IsWithin(known, path) && !(keepFile && known == path));
        return !keepFile && RemoveFile(path) ? new IndexChange(0, 0, 1) : default;
    }

    private IndexChange RemoveWhere(Func<string, int, bool> isGone)
    {
        var removed = 0;
        foreach (var (path, entry) in _files)
        {
            // A dictionary may be removed from while it is enumerated.
            if (isGone(path, entry.Scan) && RemoveFile(path)) removed++;
        }
        _links.RemoveWhere(isGone);
        return new IndexChange(0, 0, removed);
    }

    private bool RemoveFile(string path)
    {
        if (!_files.Remove(path, out var entry)) return false;
        _directories.Remove(path);
        Version++;
        Bytes -= entry.Item.Size;
        return true;
    }

    private static bool IsSame(MediaItem a, MediaItem b) => a.Size == b.Size && a.ETag == b.ETag && a.LastModified == b.LastModified && a.ContentType == b.ContentType;

    private static bool IsWithinAny(string path, IReadOnlyList<string> places)
    {
        foreach (var place in places)
        {
            if (ContentRules.IsWithin(path, place)) return true;
        }
        return false;
    }

    private sealed class Entry
    {
        public required MediaItem Item { get; set; }

        /// <summary>Number of the scan in or after which it was last seen.</summary>
        public required int Scan { get; set; }
    }
}
