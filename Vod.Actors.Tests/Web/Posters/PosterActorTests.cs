using System.Collections.Immutable;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;
using Vod.Actors.Tests.EndToEnd;
using Vod.Actors.Tests.Planning;
using Vod.Actors.Web;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web.Posters;

/// <summary>Pictures of real films by the real ffmpeg, and what happens when there is a script in its place.</summary>
public sealed class PosterActorTests : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempDirectory _folder = new();
    private readonly TestProbe _parent;

    public PosterActorTests() : base("akka.loglevel = OFF\nakka.stdout-loglevel = OFF")
    {
        _folder.Folder("content");
        _parent = CreateTestProbe();
    }

    [SkippableTheory]
    [InlineData("the-long-clock.mp4")]
    [InlineData("-i")]
    [InlineData("-vf $(touch x) `id`;.mp4")]
    [InlineData("http:.mp4")]
    [InlineData("%03d [x] *.mp4")]
    [InlineData("film.png")]
    public void A_picture_is_made_whatever_the_film_is_called(string name)
    {
        var actor = Start(Tools());
        var item = Film("the-long-clock.mp4", name);

        var done = Illustrate(actor, item, new MediaInfo("MP4", TimeSpan.FromSeconds(600), 1280, 720, "H.264"));

        Assert.Equal(PosterState.Ready, done.State);
        actor.Tell(new SendPoster(7, Plans.Get("/-/poster/x"), item, TestActor));
        var sent = ExpectMsg<PageReady>(Patience);
        Assert.Equal((7, 200, "image/jpeg"), (sent.RequestId, sent.Plan.Status, sent.Plan.Head.ContentType));
        Assert.Equal((320, 180), SizeOf(Plans.RenderBody(sent.Plan)));
    }

    [SkippableFact]
    public void What_the_header_did_not_tell_comes_from_ffprobe_and_is_not_asked_again_after_a_restart()
    {
        var tools = Tools();
        var item = Film("clock.webm");
        var done = Illustrate(Start(tools), item, new MediaInfo());
        Assert.Equal(("Matroska", 640, 360, "VP9"), (done.Info.Container, done.Info.Width, done.Info.Height, done.Info.Video));
        Assert.Equal(90, done.Info.Duration!.Value.TotalSeconds, 0.5);

        var again = Illustrate(Start(new MediaTools(null, Script("ffprobe", "exit 1"), null)), item, new MediaInfo());
        Assert.Equal(done.Info, again.Info);
    }

    [SkippableTheory]
    [InlineData("cover.mp3", true)]
    [InlineData("bare.mp3", false)]
    public async Task Music_has_its_cover(string name, bool hasCover)
    {
        var tools = Tools();
        string[] cover = hasCover ? ["-f", "lavfi", "-i", "testsrc2=size=500x400:duration=1", "-map", "0", "-map", "1", "-frames:v", "1", "-c:v", "mjpeg", "-disposition:v", "attached_pic"] : [];
        var (exitCode, output) = await Tool.RunAsync(_folder["content"], 60, "ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=duration=3", .. cover, "-c:a", "libmp3lame", name]);
        Assert.True(exitCode == 0, output);
        var done = Illustrate(Start(tools), Look(name) with { ContentType = "audio/mpeg" }, new MediaInfo());
        Assert.Equal(hasCover ? PosterState.Ready : PosterState.Nothing, done.State);
        Assert.Equal(("MP3", "MP3", null), (done.Info.Container, done.Info.Audio, done.Info.Video));
    }

    [SkippableFact]
    public void A_picture_of_another_version_is_another_picture()
    {
        var actor = Start(Tools());
        var old = Film("short.mp4", "film.mp4");
        Assert.Equal(PosterState.Ready, Illustrate(actor, old).State);
        var replaced = Film("the-long-clock.mp4", "film.mp4");
        Assert.Equal(PosterState.Ready, Illustrate(actor, replaced).State);
        // The one that is gone is not to be had for the one that has taken its place.
        Assert.Equal(PosterState.NotNow, Illustrate(actor, old with { Size = old.Size + 1 }).State);
        actor.Tell(new PrunePosters(new HashSet<string> { PosterKey.Of(replaced) }));
        actor.Tell(new SendPoster(1, Plans.Get("/-/poster/x"), old, TestActor));
        Assert.Equal("image/svg+xml", ExpectMsg<PageReady>(Patience).Plan.Head.ContentType);
        actor.Tell(new SendPoster(2, Plans.Get("/-/poster/x"), replaced, TestActor));
        Assert.Equal("image/jpeg", ExpectMsg<PageReady>(Patience).Plan.Head.ContentType);
    }

    [SkippableTheory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://FILM\n#EXT-X-ENDLIST\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nFILM\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile FILM\n")]
    [InlineData("ffconcat version 1.0\nfile short.mp4\n")]
    public void A_list_that_claims_to_be_a_film_leads_nowhere(string text)
    {
        var secret = Film("short.mp4", "confidential/short.mp4", look: false);
        var item = Write("list.mp4", text.Replace("FILM", secret!.FullPath, StringComparison.Ordinal));
        var done = Illustrate(Start(Tools()), item, new MediaInfo());
        Assert.Equal((PosterState.Nothing, true), (done.State, done.Info.IsBroken));
    }

    [SkippableFact]
    public void What_is_confidential_by_now_is_not_looked_at()
    {
        var actor = Start(new MediaTools(Script("ffmpeg", "touch ran"), null, null));
        var item = Film("short.mp4", "open.mp4");
        Film("short.mp4", "confidential/secret.mp4", look: false);
        File.Delete(item.FullPath);
        File.CreateSymbolicLink(item.FullPath, _folder["content/confidential/secret.mp4"]);
        var done = Illustrate(actor, item with { Path = "open.mp4" });
        Assert.Equal(PosterState.NotNow, done.State);
        Assert.False(File.Exists(_folder["ran"]));
    }

    [Fact]
    public void One_that_takes_too_long_is_killed_and_the_next_film_has_its_turn()
    {
        var slow = new MediaTools(Script("ffmpeg", $"if [ -e '{_folder["once"]}' ]; then printf '\\377\\330x'; else touch '{_folder["once"]}'; exec sleep 300; fi"), null, null);
        var actor = Start(slow, TimeSpan.FromSeconds(2));
        Assert.Equal(PosterState.NotNow, Illustrate(actor, Film("short.mp4", "a.mp4")).State);
        Assert.Equal(PosterState.Ready, Illustrate(actor, Film("short.mp4", "b.mp4")).State);
    }

    [Fact]
    public void One_that_runs_when_the_actor_stops_is_killed()
    {
        var actor = Start(new MediaTools(Script("ffmpeg", $"echo $$ > '{_folder["pid.new"]}'; mv '{_folder["pid.new"]}' '{_folder["pid"]}'; exec sleep 300"), null, null));
        actor.Tell(new Illustrate(Film("short.mp4"), new MediaInfo("MP4")), _parent.Ref);
        AwaitCondition(() => File.Exists(_folder["pid"]), Patience);
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor, Patience);
        var id = File.ReadAllText(_folder["pid"]).Trim();
        AwaitCondition(() => !Directory.Exists($"/proc/{id}"), Patience);
    }

    [Fact]
    public void Pictures_are_sent_while_one_is_being_made()
    {
        var actor = Start(new MediaTools(Script("ffmpeg", "exec sleep 300"), null, null));
        actor.Tell(new Illustrate(Film("short.mp4"), new MediaInfo("MP4")), _parent.Ref);
        actor.Tell(new SendPoster(1, Plans.Get("/-/poster/x"), WebItems.Item("other.mp4"), TestActor));
        Assert.Equal("image/svg+xml", ExpectMsg<PageReady>(Patience).Plan.Head.ContentType);
    }

    [Fact]
    public void Where_nothing_can_be_kept_nothing_is_made()
    {
        File.WriteAllText(_folder["cache"], "in the way");
        var actor = Start(new MediaTools("/bin/true", null, null), expectFound: false);
        var found = _parent.ExpectMsg<PostersFound>(Patience);
        Assert.False(found.MakesPictures);
        actor.Tell(new SendPoster(1, Plans.Get("/-/poster/x"), WebItems.Item("other.mp4"), TestActor));
        Assert.Equal(200, ExpectMsg<PageReady>(Patience).Plan.Status);
    }

    [Fact]
    public void When_there_is_no_room_no_more_is_kept()
    {
        var actor = Start(new MediaTools(Script("ffmpeg", "printf '\\377\\330%01000d' 0"), null, null), size: 1500);
        Assert.Equal(PosterState.Ready, Illustrate(actor, Film("short.mp4", "a.mp4")).State);
        Assert.Equal(PosterState.NotNow, Illustrate(actor, Film("short.mp4", "b.mp4")).State);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _folder.Dispose();
    }

    private static MediaTools Tools()
    {
        Tool.Require("ffmpeg");
        Tool.Require("ffprobe");
        return MediaTools.Find(Environment.GetEnvironmentVariable("PATH"));
    }

    private string Script(string name, string text)
    {
        var path = _folder.Write(name, "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private IActorRef Start(MediaTools tools, TimeSpan? timeout = null, long size = 1_000_000, bool expectFound = true)
    {
        var settings = new PosterSettings(true, "unused", size, 320, timeout ?? Patience);
        var actor = _parent.ChildActorOf(PosterActor.Props(settings, tools, new PosterStore(_folder["cache"], size), new ContentFileOpener(_folder["content"])));
        if (expectFound) _parent.ExpectMsg<PostersFound>(Patience);
        return actor;
    }

    private Illustrated Illustrate(IActorRef actor, MediaItem item, MediaInfo? info = null)
    {
        actor.Tell(new Illustrate(item, info ?? new MediaInfo("MP4", TimeSpan.FromSeconds(20), 640, 360, "H.264")), _parent.Ref);
        return _parent.ExpectMsg<Illustrated>(Patience);
    }

    private MediaItem Film(string sample, string? name = null) => Film(sample, name ?? sample, look: true)!;

    private MediaItem? Film(string sample, string name, bool look)
    {
        var path = _folder["content/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Path.Combine(Browser.SampleFilms.Folder, sample), path, overwrite: true);
        return look ? Look(name) : WebItems.Item(name) with { FullPath = path };
    }

    private MediaItem Write(string name, string text)
    {
        _folder.Write("content/" + name, text);
        return Look(name);
    }

    private MediaItem Look(string name) => new ContentTree(_folder["content"], new ContentTypes(ImmutableSortedDictionary<string, string>.Empty)).Look(name).Item! with { ContentType = "video/mp4" };

    /// <summary>Width and height of a JPEG, from its frame header (ITU-T T.81, B.2.2).</summary>
    private static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
        {
            Assert.Equal(0xFF, jpeg[at]);
            if (jpeg[at + 1] is >= 0xC0 and <= 0xC3) return (jpeg[at + 7] << 8 | jpeg[at + 8], jpeg[at + 5] << 8 | jpeg[at + 6]);
        }
        throw new InvalidDataException("It has no frame.");
    }
}
