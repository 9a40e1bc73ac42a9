using Vod.Actors.Catalog;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Web;

/// <summary>What pages have in common: the frame around them, the way to where one is, a card for a film.</summary>
internal static class Layout
{
    /// <summary>Opens a page: its head, and the bar at the top.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="title">Of the window.</param>
    /// <param name="scripts">Assets to run.</param>
    /// <param name="search">The folder that the search field searches beneath, and what is in it.</param>
    public static void Open(Html html, string title, string[] scripts, (string Folder, ListingQuery Query)? search)
    {
        html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="icon" type="image/svg+xml" href="{Urls.Asset("icon.svg")}">
            <link rel="stylesheet" href="{Urls.Asset("vod.css")}">

            """);
        foreach (var script in scripts) html.Add($"""<script src="{Urls.Asset(script)}" defer></script>{NewLine}""");
        html.Add($"""
            </head>
            <body>
            <header class="top">
            <a class="brand" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6" fill="var(--accent)"/><path d="M9 7v10l8-5z" fill="#fff"/></svg>Vod</a>

            """);
        if (search is var (folder, query)) Search(html, folder, query);
        html.Add("</header>\n");
    }

    /// <summary>Closes it.</summary>
    public static string Close(Html html) => html.Add("</body>\n</html>\n").ToString();

    /// <summary>The folders from the root down to one, each a link but for the last when it is where one is.</summary>
    public static void Crumbs(Html html, string folder, bool isHere)
    {
        html.Add("<nav class=\"crumbs\" aria-label=\"Where you are\"><ol>");
        if (folder.Length == 0 && isHere) html.Add("<li aria-current=\"page\">Library</li>");
        else html.Add("<li><a href=\"/\">Library</a></li>");
        for (var end = 0; end < folder.Length;)
        {
            var next = folder.IndexOf('/', end);
            var to = next < 0 ? folder.Length : next;
            var name = folder[end..to];
            if (to == folder.Length && isHere) html.Add($"<li aria-current=\"page\"><bdi>{name}</bdi></li>");
            else html.Add($"<li><a href=\"{Urls.Folder(folder[..to])}\"><bdi>{name}</bdi></a></li>");
            end = to + 1;
        }
        html.Add("</ol></nav>\n");
    }

    /// <summary>A film or a piece of sound, in a list.</summary>
    public static void Card(Html html, MediaItem item, MediaInfos infos, string? folder = null)
    {
        var (info, state) = (infos.Of(item), infos.Posters.StateOf(item));
        var title = Words.Title(item.Name);
        // The script asks again for what is still being found out.
        var waits = info is null || state == PosterState.Unknown ? " data-waits=\"\"" : "";
        html.Add($"""<li class="card" data-path="{item.Path}"{new Html.Markup(waits)}><a href="{Urls.Watch(item.Path)}" title="{item.Name}"><span class="poster">""");
        if (state == PosterState.Ready) html.Add($"""<img src="{Urls.Poster(item)}" alt="" width="320" height="180" loading="lazy" decoding="async">""");
        else html.Add($"{new Html.Markup(Poster.Svg(item.Path, title, MediaKinds.Of(item)))}");
        html.Add("<span class=\"badges\">");
        if (info is { IsBroken: true }) html.Add("<b class=\"broken\">damaged</b>");
        if (info is { Width: { } width, Height: { } height }) html.Add($"<b>{Words.Resolution(width, height)}</b>");
        if (info?.Duration is { } duration) html.Add($"<b>{Words.Duration(duration)}</b>");
        html.Add($"""</span></span><span class="name"><bdi>{title}</bdi></span></a><span class="about">""");
        if (folder is not null) html.Add($"""<a href="{Urls.Folder(folder)}"><bdi>{(folder.Length == 0 ? "Library" : folder)}</bdi></a> · """);
        html.Add($"""{Words.Size(item.Size)} · <time datetime="{Words.Timestamp(item.LastModified)}">{Words.Date(item.LastModified)}</time></span></li>{NewLine}""");
    }

    /// <summary>A page that says that there is nothing.</summary>
    public static Page NotFound()
    {
        var html = new Html();
        Open(html, "Not found · Vod", [], ("", ListingQuery.All));
        html.Add("""
            <main><div class="nothing"><h1>There is nothing here</h1>
            <p>It may have been moved or renamed. <a href="/">Go to the library</a></p></div></main>

            """);
        return Page.OfHtml(Close(html), 404);
    }

    private static Html.Markup NewLine => new("\n");

    private static void Search(Html html, string folder, ListingQuery query)
    {
        html.Add($"""
            <form class="search" role="search" action="{Urls.Folder(folder)}">
            <input type="search" name="q" value="{query.Text}" maxlength="{ListingQuery.MaxText}" placeholder="Search{new Html.Markup("…")}" aria-label="Search" autocomplete="off" spellcheck="false">
            <select name="sort" aria-label="Sort by">

            """);
        foreach (var sort in Enum.GetValues<ListingSort>())
        {
            html.Add($"""<option value="{ListingQuery.NameOf(sort)}"{new Html.Markup(sort == query.Sort ? " selected" : "")}>{(sort == ListingSort.Name ? "By name" : sort + " first")}</option>""");
        }
        html.Add("\n</select>\n<button>Go</button>\n</form>\n");
    }
}
