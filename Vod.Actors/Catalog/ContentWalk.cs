namespace Vod.Actors.Catalog;

/// <summary>A symbolic link inside the content directory.</summary>
/// <param name="Path">The link, relative.</param>
/// <param name="Target">Where it leads, relative and without links.</param>
internal readonly record struct Link(string Path, string Target);

/// <summary>What a walk could not look into.</summary>
/// <param name="Forbidden">Directories that may not be read: nothing beneath them is served.</param>
/// <param name="Failed">Directories and files at which the disk failed: what was known of them and beneath stays so.</param>
internal sealed record Gaps(IReadOnlyList<string> Forbidden, IReadOnlyList<string> Failed);

/// <summary>All that is served beneath a directory.</summary>
/// <param name="Items">Its files.</param>
/// <param name="Links">Its links.</param>
/// <param name="Gaps">What could not be looked into.</param>
internal sealed record Tree(IReadOnlyList<MediaItem> Items, IReadOnlyList<Link> Links, Gaps Gaps);

/// <summary>Walks a folder and all beneath it.</summary>
internal static class ContentWalk
{
    /// <summary>Files and links are handed over in batches of this size.</summary>
    public const int BatchSize = 1000;

    /// <summary>Walks, and returns all that there is.</summary>
    public static Tree Collect(ContentTree tree, Folder start)
    {
        List<MediaItem> items = [];
        List<Link> links = [];
        var gaps = Run(tree, start, (batch, batchLinks) =>
        {
            items.AddRange(batch);
            links.AddRange(batchLinks);
        });
        return new Tree(items, links, gaps);
    }

    /// <summary>Walks, handing over what it finds as it goes.</summary>
    /// <param name="tree">Where to look.</param>
    /// <param name="start">The folder to begin with.</param>
    /// <param name="found">Gets each batch of files and links.</param>
    public static Gaps Run(ContentTree tree, Folder start, Action<IReadOnlyList<MediaItem>, IReadOnlyList<Link>> found)
    {
        List<string> forbidden = [], failed = [];
        List<MediaItem> items = new(BatchSize);
        List<Link> links = [];
        var folders = new Stack<Folder>();
        folders.Push(start);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var name in tree.Names(folder))
                {
                    var entry = tree.Look(folder, name);
                    if (entry.LinkTarget is { } target) links.Add(new Link(folder.PathOf(name), target));
                    if (entry.Folder is { } below) folders.Push(below);
                    if (entry.Kind == FileKind.Unknown) failed.Add(folder.PathOf(name));
                    if (entry.Item is { } item) items.Add(item);
                    if (items.Count + links.Count < BatchSize) continue;
                    found(items, links);
                    items = new List<MediaItem>(BatchSize);
                    links = [];
                }
            }
            catch (UnauthorizedAccessException)
            {
                forbidden.Add(folder.Path);
            }
            catch (DirectoryNotFoundException)
            {
                // Gone since its parent was listed: so are its files.
            }
            catch (IOException)
            {
                failed.Add(folder.Path);
            }
        }
        if (items.Count + links.Count > 0) found(items, links);
        return new Gaps(forbidden, failed);
    }
}
