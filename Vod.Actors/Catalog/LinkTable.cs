namespace Vod.Actors.Catalog;

/// <summary>
/// The symbolic links inside the content directory. File events name real places only: this tells under which other paths the same
/// place is served.
/// </summary>
internal sealed class LinkTable
{
    private readonly Dictionary<string, (string Target, int Scan)> _links = new(StringComparer.Ordinal);

    /// <summary>Number of links.</summary>
    public int Count => _links.Count;

    /// <summary>Adds a link, or replaces where it leads.</summary>
    /// <param name="link">The link.</param>
    /// <param name="scan">Number of the scan in or after which it was seen.</param>
    public void Put(Link link, int scan) => _links[link.Path] = (link.Target, scan);

    /// <summary>Removes a link, if it is one.</summary>
    public void Remove(string path) => _links.Remove(path);

    /// <summary>Removes the links of which path and scan number say so.</summary>
    public void RemoveWhere(Func<string, int, bool> isGone)
    {
        foreach (var (path, link) in _links)
        {
            if (isGone(path, link.Scan)) _links.Remove(path);
        }
    }

    /// <summary>The other paths at which something may have changed when it did at <paramref name="path"/>.</summary>
    public IEnumerable<string> Aliases(string path)
    {
        foreach (var (link, (target, _)) in _links)
        {
            // Beneath the link's target: the same place beneath the link. Above it: the link itself leads elsewhere now, or nowhere.
            if (target.Length == 0) yield return $"{link}/{path}";
            else if (path.Length > target.Length && ContentRules.IsWithin(path, target)) yield return link + path[target.Length..];
            else if (link != path && ContentRules.IsWithin(target, path)) yield return link;
        }
    }
}
