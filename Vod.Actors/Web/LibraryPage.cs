using Vod.Actors.Catalog;

namespace Vod.Actors.Web;

/// <summary>The page of a folder: what it holds, or what a search finds in it. Complete without a script.</summary>
internal static class LibraryPage
{
    /// <summary>Renders it.</summary>
    public static Page Render(Listing listing, MediaInfos infos)
    {
        var folder = listing.Folder;
        var html = new Html();
        Layout.Open(html, folder.Name.Length == 0 ? "Library · Vod" : folder.Name + " · Vod", ["library.js", "cards.js"], (folder.Path, listing.Query));
        html.Add($"""<main data-folder="{folder.Path}">{new Html.Markup("\n")}""");
        if (folder.Path.Length > 0) Layout.Crumbs(html, folder.Path, isHere: true);
        html.Add($"<h1 class=\"visually-hidden\"><bdi>{(folder.Name.Length == 0 ? "Library" : folder.Name)}</bdi></h1>\n");
        html.Add("<section id=\"continue\" hidden><h2>Continue watching</h2><ul class=\"row\"></ul></section>\n<div id=\"results\">\n");
        Results(html, listing, infos);
        html.Add("</div>\n</main>\n");
        return Page.OfHtml(Layout.Close(html));
    }

    private static void Results(Html html, Listing listing, MediaInfos infos)
    {
        var isSearch = listing.Query.Text.Length > 0;
        if (isSearch) html.Add($"""<p class="found" role="status">{Words.Count(listing.Total, "hit")} for “<bdi>{listing.Query.Text}</bdi>”. <a href="{Urls.Folder(listing.Folder.Path)}">Show all</a></p>""");
        if (listing.Total == 0 && !isSearch) html.Add("<div class=\"nothing\"><h2>No films yet</h2><p>Files that are put into the folder show up here within two seconds.</p></div>");
        if (listing.Folders.Count > 0)
        {
            html.Add("<h2>Folders</h2>\n<ul class=\"folders\">\n");
            foreach (var folder in listing.Folders) Folder(html, folder);
            html.Add("</ul>\n");
        }
        Cards(html, "Films", [.. listing.Items.Where(item => MediaKinds.Of(item) == MediaKind.Video)], infos, isSearch);
        Cards(html, "Sound", [.. listing.Items.Where(item => MediaKinds.Of(item) == MediaKind.Audio)], infos, isSearch);
        Files(html, [.. listing.Items.Where(item => MediaKinds.Of(item) == MediaKind.Other)], isSearch);
        if (listing.Pages > 1) PageLinks(html, listing);
    }

    private static void Folder(Html html, LibraryFolder folder) => html.Add($"""
        <li><a href="{Urls.Folder(folder.Path)}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6.5A1.5 1.5 0 0 1 4.5 5h4.6l2 2.4h8.4A1.5 1.5 0 0 1 21 8.9v8.6a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z"/></svg><span><bdi>{folder.Name}</bdi><small>{Words.Count(folder.Count, "file")}</small></span></a></li>

        """);

    private static void Cards(Html html, string heading, IReadOnlyList<MediaItem> items, MediaInfos infos, bool withFolder)
    {
        if (items.Count == 0) return;
        html.Add($"<h2>{heading}</h2>\n<ul class=\"grid\">\n");
        foreach (var item in items) Layout.Card(html, item, infos, withFolder ? Library.Parent(item.Path).ToString() : null);
        html.Add("</ul>\n");
    }

    private static void Files(Html html, IReadOnlyList<MediaItem> items, bool withFolder)
    {
        if (items.Count == 0) return;
        html.Add("<h2>Other files</h2>\n<ul class=\"files\">\n");
        foreach (var item in items)
        {
            html.Add($"""
                <li><a href="{Urls.File(item.Path)}"><bdi>{(withFolder ? item.Path : item.Name)}</bdi></a><span class="about">{Words.Size(item.Size)} · <time datetime="{Words.Timestamp(item.LastModified)}">{Words.Date(item.LastModified)}</time></span></li>

                """);
        }
        html.Add("</ul>\n");
    }

    private static void PageLinks(Html html, Listing listing)
    {
        var (path, query) = (listing.Folder.Path, listing.Query);
        html.Add("<nav class=\"pages\" aria-label=\"Pages\">");
        if (query.Page > 1) html.Add($"<a rel=\"prev\" href=\"{Urls.Listing(path, query, query.Page - 1)}\">Previous</a>");
        var last = 0;
        foreach (var page in Near(query.Page, listing.Pages))
        {
            if (page > last + 1) html.Add("<span>…</span>");
            if (page == query.Page) html.Add($"<b aria-current=\"page\">{page}</b>");
            else html.Add($"<a href=\"{Urls.Listing(path, query, page)}\">{page}</a>");
            last = page;
        }
        if (query.Page < listing.Pages) html.Add($"<a rel=\"next\" href=\"{Urls.Listing(path, query, query.Page + 1)}\">Next</a>");
        html.Add("</nav>\n");
    }

    /// <summary>The first page, the last one, and those around the one that is shown.</summary>
    private static IEnumerable<int> Near(int page, int pages) =>
        new[] { 1, page - 1, page, page + 1, pages }.Where(number => number >= 1 && number <= pages).Distinct().Order();
}
