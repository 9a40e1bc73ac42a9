using Vod.Actors.Catalog;

namespace Vod.Actors.Web;

/// <summary>One page of what a folder holds, or of what a search beneath it finds: folders, then films, then sound, then other files.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Query">What was asked, with the page that it is.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
/// <param name="Total">How many folders and files there are on all of them.</param>
/// <param name="Folders">The folders on this page.</param>
/// <param name="Items">The files on this page.</param>
internal sealed record Listing(
    LibraryFolder Folder, ListingQuery Query, int Pages, int Total, IReadOnlyList<LibraryFolder> Folders, IReadOnlyList<MediaItem> Items)
{
    /// <summary>Lists.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="query">What part of it.</param>
    /// <param name="pageSize">The most folders and files on a page.</param>
    /// <param name="infos">What is known of films, for the orders that need it.</param>
    public static Listing Of(LibraryFolder folder, ListingQuery query, int pageSize, MediaInfos infos)
    {
        string[] words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var folders = words.Length == 0 ? folder.Folders : [];
        var found = words.Length == 0 ? folder.Files : folder.AllFiles.Where(item => Matches(item, folder, words));
        List<MediaItem> items = query.Sort == ListingSort.Name ? ByKind(found as IReadOnlyList<MediaItem> ?? [.. found]) : [.. Sort(found, query.Sort, infos)];
        var total = folders.Count + items.Count;
        var pages = Math.Max(1, (total + pageSize - 1) / pageSize);
        var page = Math.Min(query.Page, pages);
        var first = (page - 1) * pageSize;
        var foldersHere = Math.Clamp(folders.Count - first, 0, pageSize);
        return new Listing(
            folder,
            query with { Page = page },
            pages,
            total,
            [.. folders.Skip(first).Take(foldersHere)],
            [.. items.Skip(Math.Max(0, first - folders.Count)).Take(pageSize - foldersHere)]);
    }

    /// <summary>Whether every word is somewhere in the path beneath the folder, in any case.</summary>
    private static bool Matches(MediaItem item, LibraryFolder folder, string[] words)
    {
        var path = item.Path.AsSpan(folder.Path.Length);
        foreach (var word in words)
        {
            if (!path.Contains(word, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    /// <summary>Kind by kind; files that are alike in what is sorted by stay in the order of their names.</summary>
    private static IEnumerable<MediaItem> Sort(IEnumerable<MediaItem> items, ListingSort sort, MediaInfos infos)
    {
        var byKind = items.OrderBy(MediaKinds.Of);
        return sort switch
        {
            ListingSort.Newest => byKind.ThenByDescending(item => item.LastModified),
            ListingSort.Oldest => byKind.ThenBy(item => item.LastModified),
            ListingSort.Largest => byKind.ThenByDescending(item => item.Size),
            ListingSort.Smallest => byKind.ThenBy(item => item.Size),
            ListingSort.Longest => byKind.ThenByDescending(item => infos.Of(item)?.Duration ?? TimeSpan.Zero),
            _ => byKind.ThenBy(item => infos.Of(item)?.Duration ?? TimeSpan.MaxValue),
        };
    }

    /// <summary>The order of names is that in which a folder has its files: they only have to be told apart. Most pages are listed so.</summary>
    private static List<MediaItem> ByKind(IReadOnlyList<MediaItem> items)
    {
        List<MediaItem> videos = new(items.Count), audios = [], others = [];
        foreach (var item in items) (MediaKinds.Of(item) switch { MediaKind.Video => videos, MediaKind.Audio => audios, _ => others }).Add(item);
        videos.AddRange(audios);
        videos.AddRange(others);
        return videos;
    }
}
