using Vod.Actors.Catalog;

namespace Vod.Actors.Web;

/// <summary>All that is served at one moment, as folders. Made of a list of the catalog's; not changed after that.</summary>
internal sealed class Library
{
    private readonly Dictionary<string, LibraryFolder> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MediaItem> _files;

    private Library(int count)
    {
        _files = new Dictionary<string, MediaItem>(count, StringComparer.Ordinal);
        _folders.Add("", Root = new LibraryFolder("", "", null));
    }

    /// <summary>The folder that holds all.</summary>
    public LibraryFolder Root { get; }

    /// <summary>Puts files in their folders.</summary>
    public static Library Of(IReadOnlyCollection<MediaItem> files)
    {
        var library = new Library(files.Count);
        foreach (var file in files)
        {
            if (file.Path.StartsWith("-/", StringComparison.Ordinal)) continue; // the server's own space hides such a folder
            library._files.Add(file.Path, file);
            var folder = library.FolderAt(Parent(file.Path));
            folder.Add(file);
            for (var above = folder; above is not null; above = above.Parent) above.Count++;
        }
        return library;
    }

    /// <summary>A folder by its path, "" for the root; null when there is none with files in or beneath it.</summary>
    public LibraryFolder? Folder(string path) => _folders.GetValueOrDefault(path);

    /// <summary>A file by its path; null when there is none.</summary>
    public MediaItem? File(string path) => _files.GetValueOrDefault(path);

    /// <summary>The folder that a file or folder is in.</summary>
    public LibraryFolder FolderOf(string path) => _folders[Parent(path).ToString()];

    /// <summary>The path of the folder that a path is in; "" for the root.</summary>
    public static ReadOnlySpan<char> Parent(string path) => path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));

    private LibraryFolder FolderAt(ReadOnlySpan<char> path)
    {
        if (_folders.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path, out var folder)) return folder;
        var name = path.ToString();
        var parent = FolderAt(Parent(name));
        folder = new LibraryFolder(name, name[(name.LastIndexOf('/') + 1)..], parent);
        _folders.Add(name, folder);
        parent.Add(folder);
        return folder;
    }
}

/// <summary>A folder of the library.</summary>
/// <param name="path">Its path; "" for the root.</param>
/// <param name="name">The last segment of it.</param>
/// <param name="parent">The folder that it is in; null for the root.</param>
internal sealed class LibraryFolder(string path, string name, LibraryFolder? parent)
{
    private readonly List<LibraryFolder> _folders = [];
    private readonly List<MediaItem> _files = [];
    private bool _sorted;

    public string Path { get; } = path;

    public string Name { get; } = name;

    /// <summary>The folder that it is in; null for the root.</summary>
    public LibraryFolder? Parent { get; } = parent;

    /// <summary>How many files are in and beneath it.</summary>
    public int Count { get; set; }

    /// <summary>The folders in it, by name.</summary>
    public IReadOnlyList<LibraryFolder> Folders => Sorted()._folders;

    /// <summary>The files in it, by name.</summary>
    public IReadOnlyList<MediaItem> Files => Sorted()._files;

    /// <summary>The files in and beneath it: folder by folder, each by name.</summary>
    public IEnumerable<MediaItem> AllFiles => Files.Concat(Folders.SelectMany(folder => folder.AllFiles));

    public void Add(MediaItem file) => _files.Add(file);

    public void Add(LibraryFolder folder) => _folders.Add(folder);

    /// <summary>Sorts when it is first shown: most folders of a large library never are.</summary>
    private LibraryFolder Sorted()
    {
        if (_sorted) return this;
        _sorted = true;
        _folders.Sort(static (a, b) => NaturalOrder.Compare(a.Name, b.Name));
        _files.Sort(static (a, b) => NaturalOrder.Compare(a.Path, b.Path));
        return this;
    }
}
