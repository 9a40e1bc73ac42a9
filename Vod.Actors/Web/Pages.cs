using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Web;

/// <summary>What a request for a page comes to.</summary>
internal abstract record PageOutcome
{
    private PageOutcome()
    {
    }

    /// <summary>An answer.</summary>
    public sealed record Ready(ResponsePlan Plan) : PageOutcome
    {
        /// <summary>The films that can be seen on it.</summary>
        public IReadOnlyList<MediaItem> Shown { get; init; } = [];
    }

    /// <summary>A picture out of a film has to be read from the disk.</summary>
    public sealed record Picture(MediaItem Item) : PageOutcome;

    /// <summary>A file is to be served in its place.</summary>
    public sealed record IsFile(MediaPath Path) : PageOutcome;

    /// <summary>Subtitles have to be read from the disk and converted.</summary>
    public sealed record Convert(MediaItem Item) : PageOutcome;
}

/// <summary>Which page a path names. Pure: the library and what is known of its films are given.</summary>
internal static class Pages
{
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Decides.</summary>
    /// <param name="head">The request.</param>
    /// <param name="path">Its path.</param>
    /// <param name="library">All files.</param>
    /// <param name="infos">What is known of films.</param>
    /// <param name="settings">How much a page holds.</param>
    public static PageOutcome Of(RequestHead head, MediaPath path, Library library, MediaInfos infos, WebSettings settings)
    {
        var value = path.Value;
        if (path.IsDirectory) return value == "-" || value.StartsWith("-/", StringComparison.Ordinal) ? Ready(head, Layout.NotFound()) : Folder(head, value, library, infos, settings);
        if (Within(value, "-/assets/") is { } asset) return Asset(head, asset);
        if (Within(value, "-/watch/") is { } film) return Watch(head, film, library, infos);
        if (Within(value, "-/poster/") is { } poster) return Picture(head, poster, library, infos);
        if (Within(value, "-/subtitles/") is { } subtitles) return Subtitles(head, subtitles, library);
        if (value == "-/api/catalog") return Ready(head, Api.Catalog(head.Target.Query, library, infos, settings.PageSize));
        if (Within(value, "-/api/media/") is { } media) return Ready(head, Api.Media(media, library, infos));
        return Ready(head, value.StartsWith("-/api/", StringComparison.Ordinal) ? Api.Problem(404, "There is no such question.") : Layout.NotFound());
    }

    private static PageOutcome Folder(RequestHead head, string path, Library library, MediaInfos infos, WebSettings settings)
    {
        if (library.Folder(path) is not { } folder) return Ready(head, Layout.NotFound());
        var index = path.Length == 0 ? "index.html" : path + "/index.html";
        if (library.File(index) is not null) return new PageOutcome.IsFile(MediaPath.OfFile(index));
        // A page is for people: a parameter that makes no sense is as good as none.
        var query = ListingQuery.Parse(head.Target.Query, out _) ?? ListingQuery.All;
        var listing = Listing.Of(folder, query, settings.PageSize, infos);
        return Ready(head, LibraryPage.Render(listing, infos)) with { Shown = [.. listing.Items.Where(MediaKinds.IsPlayed)] };
    }

    private static PageOutcome.Ready Watch(RequestHead head, string path, Library library, MediaInfos infos)
    {
        if (library.File(path) is not { } item || !MediaKinds.IsPlayed(item)) return Ready(head, Layout.NotFound());
        var folder = library.FolderOf(path);
        return Ready(head, WatchPage.Render(item, folder, infos, head)) with { Shown = [item, .. WatchPage.Following(item, folder)] };
    }

    private static PageOutcome Picture(RequestHead head, string path, Library library, MediaInfos infos)
    {
        if (library.File(path) is not { } item || !MediaKinds.IsPlayed(item)) return Ready(head, Layout.NotFound());
        if (infos.Posters.StateOf(item) == PosterState.Ready) return new PageOutcome.Picture(item);
        return new PageOutcome.Ready(Poster.Drawn(item).Answer(head, Poster.ForNow)) { Shown = [item] };
    }

    private static PageOutcome Subtitles(RequestHead head, string path, Library library) =>
        library.File(path) is { } item && Sidecars.IsSrt(item) ? new PageOutcome.Convert(item) : Ready(head, Layout.NotFound());

    private static PageOutcome.Ready Asset(RequestHead head, string name)
    {
        if (Assets.Find(name) is not { } asset) return Ready(head, Layout.NotFound());
        return new PageOutcome.Ready(asset.Page.Answer(head, head.Target.Query == "v=" + asset.Version ? ForEver : "no-cache"));
    }

    private static PageOutcome.Ready Ready(RequestHead head, Page page) => new(page.Answer(head));

    private static string? Within(string path, string space) => path.StartsWith(space, StringComparison.Ordinal) ? path[space.Length..] : null;
}
