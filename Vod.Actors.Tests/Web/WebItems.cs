using System.Text;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Tests.Planning;
using Vod.Actors.Web;

namespace Vod.Actors.Tests.Web;

/// <summary>Libraries of files that are on no disk, and pages of them.</summary>
internal static class WebItems
{
    private static readonly ContentTypes Types = new(VodSettings.Default.Content.MimeTypes);

    public static MediaItem Item(string path, long size = 1000, int day = 1)
    {
        var modified = new DateTimeOffset(2026, 5, day, 10, 20, 30, TimeSpan.Zero);
        return new MediaItem(path, "/secret/" + path, size, modified, Types.Of(path), EntityTag.ForFile(size, modified.Ticks));
    }

    public static readonly PosterSettings Posters = new(true, "unused", 1_000_000, 320, TimeSpan.FromSeconds(30));

    public static Library Library(params string[] paths) => Vod.Actors.Web.Library.Of([.. paths.Select(path => Item(path))]);

    /// <summary>What a GET for a page is answered with.</summary>
    public static ResponsePlan Get(Library library, string target, Func<RequestHead, RequestHead>? change = null, int pageSize = 60, MediaInfos? infos = null)
    {
        var head = Plans.Get(target);
        head = change?.Invoke(head) ?? head;
        var routing = Assert.IsType<Routing.Page>(ResponsePlanner.Route(head, hasPages: true));
        return Assert.IsType<PageOutcome.Ready>(Pages.Of(head, routing.Path, library, infos ?? new MediaInfos(), new WebSettings(true, pageSize, Posters))).Plan;
    }

    public static string Text(this ResponsePlan plan) => Encoding.UTF8.GetString(Plans.RenderBody(plan));

    public static string HeadText(this ResponsePlan plan) => Plans.RenderHead(plan);
}
