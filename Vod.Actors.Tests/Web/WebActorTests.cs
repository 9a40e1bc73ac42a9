using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Connections;
using Vod.Actors.Tests.Planning;
using Vod.Actors.Web;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web;

/// <summary>The actor behind the pages: when it asks the catalog, and what it does when something fails.</summary>
public sealed class WebActorTests : TestKit
{
    private readonly TestProbe _catalog;
    private readonly TestProbe _posters;
    private readonly IActorRef _web;
    private long _id;

    public WebActorTests() : base(ConnectionTest.Config)
    {
        _catalog = CreateTestProbe();
        _posters = CreateTestProbe();
        var settings = new WebSettings(true, 60, WebItems.Posters);
        var posters = Props.Create(() => new Forwarder(_posters.Ref));
        _web = Sys.ActorOf(WebActor.Props(settings, _catalog.Ref, new BrokenOpener(), new TestClock(Scheduler), (posters, new MediaTools("ffmpeg", "ffprobe", null))));
        _catalog.ExpectMsg<SubscribeIndexed>();
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_page_shows_what_the_catalog_lists_now()
    {
        Ask("/");
        Answer(7, "a.mp4");
        Assert.Contains("/-/watch/a.mp4", Page(), StringComparison.Ordinal);

        Ask("/");
        Assert.Contains("/-/watch/a.mp4", Page(), StringComparison.Ordinal);
        _catalog.ExpectNoMsg(TimeSpan.Zero);

        Pass(WebActor.Freshness);
        Ask("/");
        Assert.Equal(7, Answer(8, "b.mp4").KnownVersion);
        Assert.Contains("/-/watch/b.mp4", Page(), StringComparison.Ordinal);

        Pass(WebActor.Freshness);
        Ask("/");
        Answer(8, null);
        Assert.Contains("/-/watch/b.mp4", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_who_wait_cost_the_catalog_one_question()
    {
        for (var i = 0; i < 5; i++) Ask("/");
        Answer(1, "a.mp4");
        for (var i = 1; i <= 5; i++) Assert.Equal(i, ExpectMsg<PageReady>().RequestId);
        _catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_catalog_that_does_not_answer_is_asked_again()
    {
        Ask("/");
        var lost = _catalog.ExpectMsg<ListFiles>();
        Pass(WebActor.Patience);
        Answer(1, "a.mp4");
        Assert.Contains("a.mp4", Page(), StringComparison.Ordinal);

        _web.Tell(new FileList(lost.RequestId, 1, []));
        Ask("/");
        Assert.Contains("a.mp4", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_scan_is_waited_for_but_not_for_long()
    {
        Ask("/");
        Answer(1, isComplete: false, "a.mp4");
        ExpectNoMsg(TimeSpan.Zero);
        Pass(WebActor.Freshness);
        Answer(2, isComplete: true, "a.mp4", "b.mp4");
        Assert.Contains("b.mp4", Page(), StringComparison.Ordinal);

        Pass(WebActor.Freshness);
        Ask("/");
        Answer(3, isComplete: false, "a.mp4", "b.mp4", "c.mp4");
        Pass(WebActor.Patience);
        Answer(4, isComplete: false, "d.mp4");
        Assert.Contains("d.mp4", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_headers_tell_is_read_once_somebody_has_looked()
    {
        Ask("/");
        Answer(1, [.. Enumerable.Range(0, WebActor.Batch + 1).Select(n => $"{n:00}.mp4"), "notes.txt"]);
        Page();
        AwaitAssert(() =>
        {
            // So long that the list is asked for anew each time.
            Pass(WebActor.Freshness);
            Ask("/-/api/media/16.mp4");
            Answer(1, null);
            Assert.Contains("\"container\":\"MP4\",\"damaged\":true", Page(), StringComparison.Ordinal);
        }, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Films_that_somebody_looks_at_are_illustrated_first_and_one_at_a_time()
    {
        Ask("/");
        Answer(1, "a.mp4", "b.mp4", "late/c.mp4", "notes.txt");
        Page();
        Assert.Equal("a.mp4", _posters.ExpectMsg<Illustrate>().Item.Path);
        Ask("/late/");
        Page();
        _posters.ExpectNoMsg(TimeSpan.Zero);

        Illustrated("a.mp4", PosterState.Ready);
        Assert.Equal("late/c.mp4", _posters.ExpectMsg<Illustrate>().Item.Path);
        Assert.Contains("/-/poster/a.mp4?v=", Rendered("/"), StringComparison.Ordinal);

        Illustrated("late/c.mp4", PosterState.Nothing);
        Assert.Equal("b.mp4", _posters.ExpectMsg<Illustrate>().Item.Path);
        Illustrated("b.mp4", PosterState.NotNow);
        AwaitAssert(() =>
        {
            Pass(TimeSpan.FromSeconds(5));
            Assert.Equal(3, _posters.ExpectMsg<PrunePosters>(TimeSpan.FromMilliseconds(100)).Keys.Count);
        }, TimeSpan.FromSeconds(20));
        _posters.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Pages_are_rehearsed_once_the_index_is_there()
    {
        Assert.Equal(5, WarmUp.Run(new WebSettings(true, 60, WebItems.Posters)));
        _web.Tell(new Indexed(new CatalogSummary(1, 1, true, TimeSpan.Zero)));
        Pass(WebActor.Leisure);
        // Nobody is asked for anything, and those who come are answered.
        _catalog.ExpectNoMsg(TimeSpan.Zero);
        Ask("/");
        Answer(1, "a.mp4");
        Assert.Contains("/-/watch/a.mp4", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_there_is_sent_by_who_keeps_it()
    {
        Ask("/");
        Answer(1, "a.mp4");
        Page();
        _posters.ExpectMsg<Illustrate>();
        Illustrated("a.mp4", PosterState.Ready);
        Ask("/-/poster/a.mp4");
        var send = _posters.ExpectMsg<SendPoster>();
        Assert.Equal((_id, "a.mp4", TestActor), (send.RequestId, send.Item.Path, send.Asker));
    }

    [Fact]
    public void A_library_whose_disk_is_away_keeps_its_pictures()
    {
        Ask("/");
        Answer(1);
        Page();
        Pass(TimeSpan.FromSeconds(30));
        _posters.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void An_index_of_ones_own_is_served_as_a_file()
    {
        Ask("/");
        Answer(1, "index.html");
        Assert.Equal("index.html", ExpectMsg<PageIsFile>().Path.Value);
    }

    [Theory]
    [InlineData("gone", 404)]
    [InlineData("stale", 503)]
    [InlineData("unreadable", 500)]
    [InlineData("io", 500)]
    [InlineData("crash", 500)]
    [InlineData("fine", 200)]
    public void Subtitles_that_cannot_be_read_are_told_and_the_next_ones_are_read(string what, int status)
    {
        Ask($"/-/subtitles/{what}.srt");
        Answer(1, what + ".srt", "fine.srt");
        Assert.Equal(status, ExpectMsg<PageReady>().Plan.Status);

        Ask("/-/subtitles/fine.srt");
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nhello\n", Page());
    }

    private void Illustrated(string path, PosterState state) => _web.Tell(new Illustrated(WebItems.Item(path), new MediaInfo("MP4"), state));

    private string Rendered(string target)
    {
        Ask(target);
        return Page();
    }

    /// <summary>In the place of what makes pictures.</summary>
    private sealed class Forwarder : ReceiveActor
    {
        public Forwarder(IActorRef to) => ReceiveAny(to.Forward);
    }

    /// <summary>Time passes, once all that was told so far is handled.</summary>
    private void Pass(TimeSpan time)
    {
        _web.Ask<ActorIdentity>(new Identify("settled"), RemainingOrDefault).GetAwaiter().GetResult();
        Scheduler.Advance(time);
    }

    private void Ask(string target)
    {
        var head = Plans.Get(target);
        _web.Tell(new RenderPage(++_id, head, MediaPath.Parse(head.Target.Path)!), TestActor);
    }

    private ListFiles Answer(long version, params string[]? paths) => Answer(version, isComplete: true, paths);

    private ListFiles Answer(long version, bool isComplete, params string[]? paths)
    {
        var question = _catalog.ExpectMsg<ListFiles>();
        _web.Tell(new FileList(question.RequestId, version, paths is null ? null : [.. paths.Distinct().Select(path => WebItems.Item(path))], isComplete));
        return question;
    }

    private string Page()
    {
        var ready = ExpectMsg<PageReady>();
        Assert.Equal((_id, 200), (ready.RequestId, ready.Plan.Status));
        return ready.Plan.Text();
    }

    /// <summary>Each file fails as its name says.</summary>
    private sealed class BrokenOpener : IFileOpener
    {
        public IMediaFile Open(MediaItem item) => item.Name switch
        {
            "gone.srt" => throw new MediaFileException(SliceFailure.Missing, "gone"),
            "stale.srt" => throw new MediaFileException(SliceFailure.Stale, "stale"),
            "unreadable.srt" => throw new MediaFileException(SliceFailure.Unreadable, "unreadable"),
            "crash.srt" => throw new InvalidOperationException("a mistake of ours"),
            _ when item.Name.EndsWith(".mp4", StringComparison.Ordinal) => new TextFile("\0\0\0\u0008ftyp cut off"),
            _ => new TextFile(item.Name == "io.srt" ? null : "00:00:01,000 --> 00:00:02,000\nhello\n"),
        };
    }

    private sealed class TextFile(string? text) : IMediaFile
    {
        public FileStamp Stamp() => throw new NotSupportedException();

        public SliceBody Load(long offset, int count) => throw new NotSupportedException();

        public int Read(long offset, Span<byte> buffer)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text ?? throw new IOException("the disk failed")).AsSpan((int)Math.Min(offset, text.Length));
            bytes = bytes[..Math.Min(bytes.Length, buffer.Length)];
            bytes.CopyTo(buffer);
            return bytes.Length;
        }

        public byte[] ReadAll(int size) => text is null ? throw new IOException("the disk failed") : System.Text.Encoding.UTF8.GetBytes(text);

        public void Dispose()
        {
        }
    }
}
