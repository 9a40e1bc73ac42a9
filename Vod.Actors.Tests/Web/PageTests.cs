using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Vod.Actors.Http;
using Vod.Actors.Tests.Planning;
using Vod.Actors.Web;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web;

public class PageTests
{
    private static readonly Library Films = WebItems.Library(
        "the-long-clock.mp4", "the-long-clock.en.srt", "the-long-clock.vtt", "the-long-clock.chapters.vtt", "the-other-clock.mp4",
        "series/s1/e1.mp4", "notes.txt", "song.mp3", "indexed/index.html", "indexed/film.mp4");

    [Theory]
    [InlineData("/", 200, "text/html; charset=utf-8")]
    [InlineData("/?q=clock&sort=newest", 200, "text/html; charset=utf-8")]
    [InlineData("/?sort=nonsense&page=x", 200, "text/html; charset=utf-8")]
    [InlineData("/series/", 200, "text/html; charset=utf-8")]
    [InlineData("/series/s1/.", 200, "text/html; charset=utf-8")]
    [InlineData("/none/", 404, "text/html; charset=utf-8")]
    [InlineData("/-/", 404, "text/html; charset=utf-8")]
    [InlineData("/-/x", 404, "text/html; charset=utf-8")]
    [InlineData("/-/watch/the-long-clock.mp4", 200, "text/html; charset=utf-8")]
    [InlineData("/-/watch/song.mp3", 200, "text/html; charset=utf-8")]
    [InlineData("/-/watch/notes.txt", 404, "text/html; charset=utf-8")]
    [InlineData("/-/watch/none.mp4", 404, "text/html; charset=utf-8")]
    [InlineData("/-/watch/confidential/x.mp4", 404, "text/html; charset=utf-8")]
    [InlineData("/-/poster/the-long-clock.mp4", 200, "image/svg+xml")]
    [InlineData("/-/poster/notes.txt", 404, "text/html; charset=utf-8")]
    [InlineData("/-/subtitles/none.srt", 404, "text/html; charset=utf-8")]
    [InlineData("/-/subtitles/the-long-clock.vtt", 404, "text/html; charset=utf-8")]
    [InlineData("/-/assets/vod.css", 200, "text/css; charset=utf-8")]
    [InlineData("/-/assets/none.css", 404, "text/html; charset=utf-8")]
    [InlineData("/-/api/catalog", 200, "application/json")]
    [InlineData("/-/api/catalog?path=series", 200, "application/json")]
    [InlineData("/-/api/catalog?path=/series/", 200, "application/json")]
    [InlineData("/-/api/catalog?path=confidential", 404, "application/problem+json")]
    [InlineData("/-/api/catalog?page=0", 400, "application/problem+json")]
    [InlineData("/-/api/media/song.mp3", 200, "application/json")]
    [InlineData("/-/api/media/none", 404, "application/problem+json")]
    [InlineData("/-/api/none", 404, "application/problem+json")]
    public void Each_address_has_its_answer(string target, int status, string type)
    {
        var plan = WebItems.Get(Films, target);

        Assert.Equal((status, type), (plan.Status, plan.Head.ContentType));
        Assert.Equal(plan.BodyLength, plan.Head.ContentLength);
        Assert.DoesNotContain("/secret/", plan.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_ones_own_wins_over_the_page()
    {
        var head = Plans.Get("/indexed/");
        var outcome = Pages.Of(head, Vod.Actors.Catalog.MediaPath.Parse("/indexed/")!, Films, new MediaInfos(), new WebSettings(true, 60, WebItems.Posters));
        Assert.Equal("indexed/index.html", Assert.IsType<PageOutcome.IsFile>(outcome).Path.Value);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/-/watch/the-long-clock.mp4")]
    [InlineData("/-/assets/player.js")]
    [InlineData("/-/api/catalog")]
    public void Every_answer_has_a_strict_policy(string target)
    {
        var head = WebItems.Get(Films, target).HeadText();
        Assert.Contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; ", head, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Content-Type-Options: nosniff\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nReferrer-Policy: no-referrer\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nVary: Accept-Encoding\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", head, StringComparison.Ordinal);
        Assert.Equal(target.Contains("watch", StringComparison.Ordinal), head.Contains("style-src 'self' 'sha256-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ContentCodings.None, null)]
    [InlineData(ContentCodings.Gzip, "gzip")]
    [InlineData(ContentCodings.Brotli, "br")]
    [InlineData(ContentCodings.Gzip | ContentCodings.Brotli, "br")]
    public void A_page_is_compressed_as_the_client_likes_it(ContentCodings accepts, string? coding)
    {
        var plain = WebItems.Get(Films, "/").Text();
        var plan = WebItems.Get(Films, "/", head => head with { Accepts = accepts });
        var body = new MemoryStream(Plans.RenderBody(plan));

        Assert.Equal(coding is not null, plan.HeadText().Contains($"\r\nContent-Encoding: {coding}\r\n", StringComparison.Ordinal));
        Stream decoded = coding switch { "gzip" => new GZipStream(body, CompressionMode.Decompress), "br" => new BrotliStream(body, CompressionMode.Decompress), _ => body };
        Assert.Equal(plain, new StreamReader(decoded, Encoding.UTF8).ReadToEnd());
    }

    [Theory]
    [InlineData(ContentCodings.None)]
    [InlineData(ContentCodings.Gzip)]
    [InlineData(ContentCodings.Brotli)]
    public void A_page_that_the_client_has_is_not_sent_again(ContentCodings accepts)
    {
        var first = WebItems.Get(Films, "/", head => head with { Accepts = accepts });
        var again = WebItems.Get(Films, "/", head => head with { Accepts = accepts, IfNoneMatch = first.Head.ETag!.ToString() });
        var other = WebItems.Get(Films, "/?q=x", head => head with { Accepts = accepts, IfNoneMatch = first.Head.ETag!.ToString() });

        Assert.Equal((304, true, null), (again.Status, again.Body.IsEmpty, again.Head.ContentLength));
        Assert.Equal(first.Head.ETag, again.Head.ETag);
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public void Each_coding_has_a_tag_of_its_own() => Assert.Equal(3, new[] { ContentCodings.None, ContentCodings.Gzip, ContentCodings.Brotli }
        .Select(coding => WebItems.Get(Films, "/", head => head with { Accepts = coding }).Head.ETag).Distinct().Count());

    [Fact]
    public void Conditions_with_a_date_do_not_apply_to_a_page_which_has_none()
    {
        const string date = "Fri, 01 May 2026 10:20:30 GMT";
        Assert.Equal(200, WebItems.Get(Films, "/", head => head with { IfModifiedSince = date, IfUnmodifiedSince = date }).Status);
        Assert.Equal(412, WebItems.Get(Films, "/", head => head with { IfMatch = "\"other\"" }).Status);
    }

    [Fact]
    public void HEAD_has_the_head_of_GET_and_no_body()
    {
        var get = WebItems.Get(Films, "/");
        var head = WebItems.Get(Films, "/", request => request with { Method = RequestMethod.Head });
        Assert.Empty(head.Body);
        Assert.Equal(get.HeadText(), head.HeadText());
    }

    [Fact]
    public void An_asset_may_be_kept_for_ever_under_its_version_only()
    {
        var page = WebItems.Get(Films, "/").Text();
        var address = Regex.Match(page, "href=\"(/-/assets/vod.css[^\"]+)\"").Groups[1].Value;
        Assert.Contains("immutable", WebItems.Get(Films, address).HeadText(), StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-cache", WebItems.Get(Films, "/-/assets/vod.css?v=old").HeadText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_asset_was_compressed_when_the_server_was_built()
    {
        foreach (var name in Assets.Names)
        {
            var asset = Assets.Find(name)!.Page;
            foreach (var coding in new[] { ContentCodings.Gzip, ContentCodings.Brotli })
            {
                var plan = asset.Answer(Plans.Get("/-/assets/" + name) with { Accepts = coding });
                var body = new MemoryStream(Plans.RenderBody(plan));
                Assert.Equal(asset.Body.Length > 1000, plan.HeadText().Contains("Content-Encoding", StringComparison.Ordinal));
                if (asset.Body.Length <= 1000) continue;
                var decoded = new MemoryStream();
                using (Stream stream = coding == ContentCodings.Gzip ? new GZipStream(body, CompressionMode.Decompress) : new BrotliStream(body, CompressionMode.Decompress)) stream.CopyTo(decoded);
                Assert.Equal(asset.Body.ToArray(), decoded.ToArray());
                if (coding != ContentCodings.Brotli) continue;
                // The quality of pages, which are compressed at each request, makes it larger.
                var quick = new byte[BrotliEncoder.GetMaxCompressedLength(asset.Body.Length)];
                Assert.True(BrotliEncoder.TryCompress(asset.Body.Span, quick, out var length, quality: 5, window: 22));
                Assert.True(plan.BodyLength < length, $"{name}: {plan.BodyLength} B, but {length} B at quality 5");
            }
        }
    }

    [Fact]
    public void A_film_with_a_picture_shows_it_and_one_that_waits_for_it_says_so()
    {
        var library = WebItems.Library("a.mp4", "b.mp4", "c.mp4");
        var infos = new MediaInfos { Posters = new PosterQueue(new MediaTools("ffmpeg", null, null)) };
        foreach (var item in library.Root.Files) infos.Set(item, new MediaInfo("MP4"));
        infos.Posters.Done(new Illustrated(library.File("a.mp4")!, new MediaInfo(), PosterState.Ready));
        infos.Posters.Done(new Illustrated(library.File("b.mp4")!, new MediaInfo(), PosterState.Nothing));

        var cards = Regex.Matches(WebItems.Get(library, "/", infos: infos).Text(), "<li class=\"card\".*").Select(match => match.Value).ToArray();

        Assert.Matches("""<img src="/-/poster/a\.mp4\?v=[0-9a-f]{12}" alt="" width="320" height="180" loading="lazy" """, cards[0]);
        Assert.DoesNotContain("data-waits", cards[0], StringComparison.Ordinal);
        Assert.Contains("<svg", cards[1], StringComparison.Ordinal);
        Assert.DoesNotContain("data-waits", cards[1], StringComparison.Ordinal);
        Assert.Contains("<svg", cards[2], StringComparison.Ordinal);
        Assert.Contains("data-waits", cards[2], StringComparison.Ordinal);
        Assert.Contains("Cache-Control: max-age=5\r\n", WebItems.Get(library, "/-/poster/c.mp4", infos: infos).HeadText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_kept_for_ever_under_the_address_of_its_version_and_never_compressed_again()
    {
        var item = WebItems.Item("a.mp4");
        var head = Plans.Get(Urls.Poster(item)) with { Accepts = ContentCodings.Brotli };
        var plan = Poster.Made(new byte[5000]).Answer(head, Poster.CacheControl(head, item));
        Assert.Contains("immutable", plan.HeadText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Encoding", plan.HeadText(), StringComparison.Ordinal);
        Assert.Equal("max-age=5", Poster.CacheControl(Plans.Get("/-/poster/a.mp4?v=other"), item));
        Assert.NotEqual(Urls.Poster(item), Urls.Poster(WebItems.Item("a.mp4", size: 1001)));
    }

    [Fact]
    public void Every_asset_is_there_and_asks_nothing_of_other_hosts()
    {
        foreach (var name in Assets.Names)
        {
            var text = Encoding.UTF8.GetString(Assets.Find(name)!.Page.Body.Span);
            Assert.NotEmpty(text);
            var hosts = Regex.Matches(text, "https?://[^\"'`) ,]+").Select(match => match.Value).Distinct();
            Assert.Empty(hosts.Except(["http://www.w3.org/2000/svg", "https://www.media-chrome.org/"]));
        }
    }

    [Theory]
    [InlineData("<script>alert(1)<&\"'.mp4")]
    [InlineData("<script>alert(1)</script>.mp4")]
    [InlineData("\" onload=\"alert(1)\".mp4")]
    [InlineData("' onerror='x'.mp3")]
    [InlineData("\u202Egnp.mp4")]
    [InlineData("🎬 ünï ‏.mp4")]
    [InlineData("a?b#c%41&d=e;.mp4")]
    [InlineData("</title></textarea>]]>--><svg onload=x>.mp4")]
    [InlineData("${x}{{y}}.mp4")]
    public void A_hostile_name_is_text_and_its_link_leads_to_it(string name)
    {
        var library = WebItems.Library(name, "other.mp4", "dir " + name.Replace('/', ' ') + "/x.txt");
        foreach (var target in new[] { "/", "/?q=" + Uri.EscapeDataString(name), Urls.Watch(name), Urls.Watch("other.mp4"), Urls.Folder(Library.Parent(name).ToString()) })
        {
            var page = WebItems.Get(library, target).Text();
            foreach (Match tag in Regex.Matches(page, "<[^>]*>"))
            {
                Assert.Matches("""^<(!doctype html|/?[a-zA-Z][a-zA-Z0-9-]*(\s+[a-zA-Z-]+(="[^"<>]*")?)*\s*/?)>$""", tag.Value);
                Assert.DoesNotMatch("""\son[a-z]+=""", Regex.Replace(tag.Value, "\"[^\"]*\"", ""));
            }
            Assert.All(Regex.Matches(page, "<script[^>]*>(.*?)<").Select(match => match.Groups[1].Value), Assert.Empty);
        }
        var link = Urls.Watch(name);
        Assert.Contains($"href=\"{link}\"", WebItems.Get(library, Urls.Folder(Library.Parent(name).ToString())).Text(), StringComparison.Ordinal);
        Assert.Equal(200, WebItems.Get(library, link).Status);
        Assert.Matches("^[A-Za-z0-9/._~%-]+$", link);
    }

    [Fact]
    public void A_page_of_ten_thousand_films_with_the_longest_names_stays_below_200_KB()
    {
        var library = WebItems.Library([.. Enumerable.Range(0, 10_000).Select(n => $"{new string('é', 120)}{n:00000}.mp4")]);
        var page = WebItems.Get(library, "/?page=50");
        Assert.InRange(page.BodyLength, 10_000, 200_000);
        Assert.Contains(">51<", page.Text(), StringComparison.Ordinal);
        Assert.Equal(60, Regex.Count(page.Text(), "class=\"card\""));
    }

    [Fact]
    public void The_player_page_works_without_a_script_and_has_what_lies_beside_the_film()
    {
        var page = WebItems.Get(Films, "/-/watch/the-long-clock.mp4").Text();
        Assert.Contains("""<video slot="media" src="/the-long-clock.mp4" controls""", page, StringComparison.Ordinal);
        Assert.Contains("""<track kind="subtitles" src="/-/subtitles/the-long-clock.en.srt" srclang="en" label="English">""", page, StringComparison.Ordinal);
        Assert.Contains("""<track kind="subtitles" src="/the-long-clock.vtt" srclang="und" label="Subtitles">""", page, StringComparison.Ordinal);
        Assert.Contains("""<track kind="chapters" src="/the-long-clock.chapters.vtt" default>""", page, StringComparison.Ordinal);
        Assert.Contains("""href="/the-long-clock.mp4?download" """, page, StringComparison.Ordinal);
        Assert.Contains("""rel="next" href="/-/watch/the-other-clock.mp4" """.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains("mpv &#39;http://a/the-long-clock.mp4&#39;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("films.example:8080", "http://films.example:8080/")]
    [InlineData("[::1]:80", "http://[::1]:80/")]
    [InlineData("a'b", "http://HOST/")]
    [InlineData(null, "http://HOST/")]
    public void A_line_to_copy_is_safe_to_paste(string? host, string start) => Assert.Contains(
        $"mpv &#39;{start}the-long-clock.mp4&#39;",
        WebItems.Get(Films, "/-/watch/the-long-clock.mp4", head => head with { Host = host }).Text(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("gzip", ContentCodings.Gzip)]
    [InlineData("gzip, deflate, br, zstd", ContentCodings.Gzip | ContentCodings.Brotli)]
    [InlineData("GZIP;q=0.5 , br ; q=1", ContentCodings.Gzip | ContentCodings.Brotli)]
    [InlineData("gzip;q=0, br;q=0.000", ContentCodings.None)]
    [InlineData("gzip;q=0.001", ContentCodings.Gzip)]
    [InlineData("identity;q=1, *;q=0", ContentCodings.None)]
    [InlineData("", ContentCodings.None)]
    [InlineData(",,;", ContentCodings.None)]
    [InlineData("brx, xgzip", ContentCodings.None)]
    public void Accepted_codings_are_read(string value, ContentCodings accepts) =>
        Assert.Equal(accepts, ContentCoding.Parse(Encoding.ASCII.GetBytes(value)));
}
