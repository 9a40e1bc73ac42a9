using System.Globalization;
using Vod.Actors.Catalog;

namespace Vod.Actors.Web;

/// <summary>Addresses on this server. A path is encoded segment by segment, so that whatever a file is called, it stays one.</summary>
internal static class Urls
{
    /// <summary>The server's own space.</summary>
    public const string Space = "/-/";

    /// <summary>The file itself.</summary>
    public static string File(string path) => "/" + Encode(path);

    /// <summary>The library page of a directory; "" is the root.</summary>
    public static string Folder(string path) => path.Length == 0 ? "/" : $"/{Encode(path)}/";

    /// <summary>The player page of a film.</summary>
    public static string Watch(string path) => "/-/watch/" + Encode(path);

    /// <summary>A film's poster.</summary>
    public static string Poster(string path) => "/-/poster/" + Encode(path);

    /// <summary>A film's poster, under an address that another version of the film does not have.</summary>
    public static string Poster(MediaItem item) => $"{Poster(item.Path)}?v={Web.Poster.Version(item)}";

    /// <summary>Subtitles as WebVTT, whatever they are on disk.</summary>
    public static string Subtitles(string path) => "/-/subtitles/" + Encode(path);

    /// <summary>What the server knows of a file, as JSON.</summary>
    public static string Media(string path) => "/-/api/media/" + Encode(path);

    /// <summary>An asset, with its version, so that it need be asked for once only.</summary>
    public static string Asset(string name) => $"/-/assets/{name}?v={Assets.Find(name)!.Version}";

    /// <summary>A library page with a search, an order and a page number; what is as usual is left out.</summary>
    public static string Listing(string folder, ListingQuery query, int page)
    {
        List<string> parameters = [];
        if (query.Text.Length > 0) parameters.Add("q=" + Uri.EscapeDataString(query.Text));
        if (query.Sort != ListingSort.Name) parameters.Add("sort=" + ListingQuery.NameOf(query.Sort));
        if (page > 1) parameters.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return Folder(folder) + (parameters.Count == 0 ? "" : "?" + string.Join('&', parameters));
    }

    /// <summary>Percent-encodes each segment: only unreserved characters stay as they are.</summary>
    private static string Encode(string path) =>
        path.Contains('/') ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : Uri.EscapeDataString(path);
}
