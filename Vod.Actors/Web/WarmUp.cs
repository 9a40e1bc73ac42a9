using System.Text;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Web;

/// <summary>
/// Renders a few pages of a library that does not exist, for nobody: the first viewer is then spared the time that the runtime takes to compile
/// what renders them.
/// </summary>
internal sealed class WarmUp
{
    /// <summary>The one value.</summary>
    public static readonly WarmUp Instance = new();

    private static readonly string[] Targets = ["/", "/?q=f&sort=newest", "/-/watch/film%201.mp4", "/-/api/catalog", "/-/assets/vod.css"];

    private WarmUp()
    {
    }

    /// <summary>Renders them.</summary>
    /// <returns>How many there are.</returns>
    public static int Run(WebSettings settings)
    {
        var pages = 0;
        var type = new ContentTypes(VodSettings.Default.Content.MimeTypes).Of("film.mp4");
        var library = Library.Of([.. Enumerable.Range(1, 100).Select(n => new MediaItem(
            n < 90 ? $"film {n}.mp4" : $"folder {n}/film.mp4", "", n, DateTimeOffset.UnixEpoch, type, EntityTag.ForFile(n, n)))]);
        foreach (var target in Targets)
        {
            var parser = new RequestParser(new RequestLimits());
            if (parser.Parse(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n")) is not ParseOutcome.Parsed(var head, _)) continue;
            if (ResponsePlanner.Route(head, hasPages: true) is not Routing.Page(var path)) continue;
            if (Pages.Of(head, path, library, new MediaInfos(), settings) is PageOutcome.Ready { Plan.Status: 200 }) pages++;
        }
        return pages;
    }
}
