using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Web;

/// <summary>The page on which a film is watched: a plain video element that works without a script, with better controls where there is one.</summary>
internal static class WatchPage
{
    private const int MaxFollowing = 8;

    /// <summary>The films of the folder that come after one, as many as the page shows.</summary>
    public static IEnumerable<MediaItem> Following(MediaItem item, LibraryFolder folder) =>
        folder.Files.Where(MediaKinds.IsPlayed).SkipWhile(other => other != item).Skip(1).Take(MaxFollowing);

    /// <summary>Renders it.</summary>
    /// <param name="item">What is watched.</param>
    /// <param name="folder">Where it is.</param>
    /// <param name="infos">What is known of films.</param>
    /// <param name="head">The request, which tells under what address this server is known.</param>
    public static Page Render(MediaItem item, LibraryFolder folder, MediaInfos infos, RequestHead head)
    {
        var title = Words.Title(item.Name);
        List<MediaItem> played = [.. folder.Files.Where(MediaKinds.IsPlayed)];
        var at = played.IndexOf(item);
        var previous = at > 0 ? played[at - 1] : null;
        var next = at + 1 < played.Count ? played[at + 1] : null;
        var html = new Html();
        Layout.Open(html, title + " · Vod", ["media-chrome.js", "player.js", "cards.js"], null);
        html.Add($"""<main class="watch" data-path="{item.Path}" data-title="{title}" data-formats="{Formats(item, infos.Of(item))}"{new Html.Markup(infos.Of(item) is { IsBroken: true } ? " data-damaged" : "")}>{NewLine}""");
        Player(html, item, title, Sidecars.Of(item, folder.Files), next);
        Layout.Crumbs(html, folder.Path, isHere: false);
        html.Add($"""<div class="headline"><h1><bdi>{title}</bdi></h1><nav class="neighbours" aria-label="In this folder">""");
        if (previous is not null) html.Add($"""<a rel="prev" href="{Urls.Watch(previous.Path)}" title="{Words.Title(previous.Name)}">Previous</a>""");
        if (next is not null) html.Add($"""<a rel="next" href="{Urls.Watch(next.Path)}" title="{Words.Title(next.Name)}">Next</a>""");
        html.Add($"""<a href="{Urls.File(item.Path)}?download" download>Download</a><button type="button" id="help-button" hidden>Keys</button></nav></div>{NewLine}""");
        About(html, item, infos.Of(item));
        Elsewhere(html, Address(head, Urls.File(item.Path)), item.Name);
        if (next is not null)
        {
            html.Add("<section><h2>Next in this folder</h2>\n<ul class=\"grid\">\n");
            foreach (var other in Following(item, folder)) Layout.Card(html, other, infos);
            html.Add("</ul></section>\n");
        }
        html.Add(Help);
        html.Add("</main>\n");
        return Page.OfHtml(Layout.Close(html), hasPlayer: true);
    }

    private const string Help = """
        <dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keys</h2>
        <dl>
        <dt><kbd>Space</kbd> <kbd>K</kbd></dt><dd>play or pause</dd>
        <dt><kbd>J</kbd> <kbd>L</kbd></dt><dd>10 seconds back or on</dd>
        <dt><kbd>←</kbd> <kbd>→</kbd></dt><dd>5 seconds back or on</dd>
        <dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>louder or softer</dd>
        <dt><kbd>M</kbd></dt><dd>sound off or on</dd>
        <dt><kbd>F</kbd></dt><dd>full screen</dd>
        <dt><kbd>C</kbd></dt><dd>subtitles</dd>
        <dt><kbd>0</kbd>–<kbd>9</kbd></dt><dd>to 0 %–90 % of the film</dd>
        <dt><kbd>&lt;</kbd> <kbd>&gt;</kbd></dt><dd>slower or faster</dd>
        <dt><kbd>P</kbd> <kbd>N</kbd></dt><dd>previous or next film</dd>
        <dt><kbd>?</kbd></dt><dd>this list</dd>
        </dl>
        <form method="dialog"><button>Close</button></form></dialog>

        """;

    private static Html.Markup NewLine => new("\n");

    private static void Player(Html html, MediaItem item, string title, Sidecars sidecars, MediaItem? next)
    {
        var poster = MediaKinds.Of(item) == MediaKind.Audio ? $" poster=\"{Urls.Poster(item.Path)}\"" : "";
        html.Add($"""
            <div class="stage">
            <media-controller id="player" nohotkeys>
            <video slot="media" src="{Urls.File(item.Path)}" controls playsinline preload="metadata" aria-label="{title}"{new Html.Markup(poster)}>

            """);
        foreach (var subtitle in sidecars.Subtitles)
        {
            var language = subtitle.Language.Length == 0 ? "und" : subtitle.Language;
            html.Add($"""<track kind="subtitles" src="{subtitle.Address}" srclang="{language}" label="{subtitle.Label}">{NewLine}""");
        }
        if (sidecars.Chapters is { } chapters) html.Add($"""<track kind="chapters" src="{Urls.File(chapters.Path)}" default>{NewLine}""");
        html.Add($"""
            This browser does not play films. <a href="{Urls.File(item.Path)}?download">Download it</a> instead.
            </video>
            <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
            <div class="bar">
            <media-time-range></media-time-range>
            <media-control-bar>
            <media-play-button></media-play-button>
            <media-seek-backward-button seekoffset="10"></media-seek-backward-button>
            <media-seek-forward-button seekoffset="10"></media-seek-forward-button>
            <media-mute-button></media-mute-button>
            <media-volume-range></media-volume-range>
            <media-time-display showduration notoggle></media-time-display>
            <span class="gap"></span>
            <media-playback-rate-button rates="0.5 0.75 1 1.25 1.5 2"></media-playback-rate-button>
            <media-captions-button></media-captions-button>
            <media-pip-button></media-pip-button>
            <media-fullscreen-button></media-fullscreen-button>
            </media-control-bar>
            </div>
            </media-controller>
            <p id="trouble" role="alert" hidden></p>
            <p id="note" role="status"></p>

            """);
        if (next is not null)
        {
            html.Add($"""<div id="up-next" role="status" hidden><p>Next: <b><bdi>{Words.Title(next.Name)}</bdi></b> in <span></span> s</p><button type="button" id="play-next">Play now</button> <button type="button" id="stay">Stay here</button></div>{NewLine}""");
        }
        html.Add("</div>\n");
    }

    private static void About(Html html, MediaItem item, MediaInfo? info)
    {
        List<string> facts = [];
        if (info?.Duration is { } duration) facts.Add(Words.Duration(duration));
        if (info is { Width: { } width, Height: { } height }) facts.Add($"{width} × {height}");
        if (info?.Video is { } video) facts.Add(video);
        if (info?.Audio is { } audio) facts.Add(audio);
        facts.Add(Words.Size(item.Size));
        html.Add($"""<p class="about facts">{string.Join(" · ", facts)} · <time datetime="{Words.Timestamp(item.LastModified)}">{Words.Date(item.LastModified)}</time> · <bdi>{item.Name}</bdi></p>{NewLine}""");
        if (info is { IsBroken: true }) html.Add("<p class=\"warning\">The file seems to be damaged or incomplete: it may not play, or not to its end.</p>\n");
        if (info is { IndexAtFront: false }) html.Add("<p class=\"about\">Its index is at the end of the file, so it starts a little later than others. <code>ffmpeg -i IN -c copy -movflags +faststart OUT</code> puts it at the front.</p>\n");
    }

    private static void Elsewhere(Html html, string address, string name)
    {
        var extension = Path.GetExtension(name);
        if (!extension.Skip(1).All(char.IsAsciiLetterOrDigit)) extension = ".mp4";
        (string Name, string Line)[] lines =
        [
            ("mpv", $"mpv '{address}'"),
            ("VLC", $"vlc '{address}'"),
            ("ffmpeg", $"ffmpeg -i '{address}?whole' -c copy film{extension}"),
        ];
        html.Add("<details class=\"elsewhere\"><summary>Play it elsewhere</summary>\n");
        foreach (var (program, line) in lines)
        {
            html.Add($"""<div class="line"><label>{program} <input readonly value="{line}"></label><button type="button" data-copy hidden>Copy</button></div>{NewLine}""");
        }
        html.Add("</details>\n");
    }

    /// <summary>The whole address, safe within single quotes of a shell: a host that is none of the plain ones is left to the reader.</summary>
    private static string Address(RequestHead head, string path)
    {
        var host = head.Target.Authority ?? head.Host;
        var isPlain = host is { Length: > 0 } && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '-' or '[' or ']');
        return $"http://{(isPlain ? host : "HOST")}{path}";
    }

    /// <summary>What a browser would have to know to play it, for the sentence that says that it does not.</summary>
    private static string Formats(MediaItem item, MediaInfo? info)
    {
        string[] codecs = [.. new[] { info?.Video, info?.Audio }.OfType<string>()];
        return codecs.Length == 0 ? info?.Container ?? item.ContentType : string.Join(" and ", codecs) + (info?.Container is { } container ? " in " + container : "");
    }
}
