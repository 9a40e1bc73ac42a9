using System.IO.Enumeration;

namespace Vod.Actors.Catalog;

/// <summary>A served directory on the way from the root.</summary>
/// <param name="Path">Relative path, "" for the root.</param>
/// <param name="FullPath">The path on the disk.</param>
/// <param name="RealPath">The same without links.</param>
/// <param name="Links">Links followed on the way.</param>
/// <param name="Parent">The one above.</param>
internal sealed record Folder(string Path, string FullPath, string RealPath, int Links, Folder? Parent)
{
    public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}/{name}";

    public bool HasOnItsWay(string realPath)
    {
        for (var folder = this; folder is not null; folder = folder.Parent)
        {
            if (folder.RealPath == realPath) return true;
        }
        return false;
    }
}

/// <summary>What a name in a folder stands for; at most one of item and folder is there.</summary>
/// <param name="Kind">Regular, directory, unknown, or none for whatever is not served.</param>
/// <param name="Item">The file.</param>
/// <param name="Folder">The directory.</param>
/// <param name="LinkTarget">Where it leads when it is a link to a place inside the root, existing or not: relative, without links.</param>
internal readonly record struct Entry(FileKind Kind, MediaItem? Item = null, Folder? Folder = null, string? LinkTarget = null);

/// <summary>Looks at the content directory on the disk: everything blocks, nothing is kept. Not sealed, so that tests can inject faults.</summary>
/// <param name="directory">Absolute path of the content directory.</param>
/// <param name="types">Content types by extension.</param>
internal class ContentTree(string directory, ContentTypes types)
{
    /// <summary>Directories reached through more links than this are not served: links that lead to each other multiply.</summary>
    public const int MaxLinks = 3;

    private static readonly EnumerationOptions AllNames = new()
    {
        AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false, ReturnSpecialDirectories = false,
    };

    /// <summary>The content directory, or null when it is not there.</summary>
    public Folder? OpenRoot() =>
        FileStamp.Of(directory, followLink: true).Kind == FileKind.Directory && RealPath.Of(directory) is { } real
            ? new Folder("", directory, real, 0, null)
            : null;

    /// <summary>Names in a folder, in no order, those that are not served left out.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="DirectoryNotFoundException">It is gone.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public virtual IEnumerable<string> Names(Folder folder) => new FileSystemEnumerable<string>(
        folder.FullPath, static (ref FileSystemEntry entry) => entry.FileName.ToString(), AllNames)
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => ContentRules.IsServedName(entry.FileName),
    };

    /// <summary>Looks at one name in a folder.</summary>
    public Entry Look(Folder folder, string name)
    {
        if (!ContentRules.IsServedName(name)) return default;
        var path = folder.PathOf(name);
        if (ContentRules.IsConfidential(path)) return default;
        var fullPath = Path.Join(folder.FullPath, name);
        var stamp = FileStamp.Of(fullPath, followLink: false);
        return stamp.Kind switch
        {
            FileKind.Regular => new Entry(FileKind.Regular, Item(path, fullPath, stamp)),
            FileKind.Directory => new Entry(FileKind.Directory, Folder: new Folder(path, fullPath, Path.Join(folder.RealPath, name), folder.Links, folder)),
            FileKind.Link => LookThrough(folder, path, fullPath),
            FileKind.Unknown => new Entry(FileKind.Unknown),
            _ => default,
        };
    }

    /// <summary>Looks at one path from the root on.</summary>
    /// <param name="path">Segments with '/' between them.</param>
    public Entry Look(string path)
    {
        // What was in the content directory is not known while that is away: it may come back as it was, without any event.
        if (OpenRoot() is not { } root) return new Entry(FileKind.Unknown);
        Folder? folder = root;
        var segments = path.Split('/');
        for (var i = 0; folder is not null; i++)
        {
            var entry = Look(folder, segments[i]);
            if (i == segments.Length - 1 || entry.Kind == FileKind.Unknown) return entry;
            folder = entry.Folder;
        }
        return default;
    }

    private Entry LookThrough(Folder folder, string path, string fullPath)
    {
        var root = Root(folder);
        if (RealPath.Of(fullPath) is not { } real || !ContentRules.MayLeadTo(root.RealPath, real)) return default;
        var target = ContentRules.Beneath(root.RealPath, real);
        var stamp = FileStamp.Of(real, followLink: false);
        return stamp.Kind switch
        {
            FileKind.Regular => new Entry(FileKind.Regular, Item(path, fullPath, stamp), LinkTarget: target),
            FileKind.Directory when folder.Links < MaxLinks && !folder.HasOnItsWay(real) =>
                new Entry(FileKind.Directory, Folder: new Folder(path, fullPath, real, folder.Links + 1, folder), LinkTarget: target),
            FileKind.Unknown => new Entry(FileKind.Unknown, LinkTarget: target),
            _ => new Entry(FileKind.None, LinkTarget: target),
        };
    }

    private static Folder Root(Folder folder)
    {
        while (folder.Parent is { } parent) folder = parent;
        return folder;
    }

    private MediaItem Item(string path, string fullPath, in FileStamp stamp) =>
        new(path, fullPath, stamp.Size, stamp.LastModified, types.Of(path), stamp.Tag);
}
