using System.Collections.Immutable;
using System.Diagnostics;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Settings;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Catalog;

public sealed class CatalogActorTests : TestKit
{
    /// <summary>
    /// Until a change is seen. The specification allows 2 s, and a machine that does nothing else needs a fifth of one; a busy one is given
    /// more, still far below the periodic scan's minute, so that it can only be the file events that show it.
    /// </summary>
    private static readonly TimeSpan Live = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempDirectory _dir = new();
    private readonly TempDirectory _outside = new();
    private long _request;

    public CatalogActorTests(ITestOutputHelper output) : base(VodConfiguration.Reference, output: output)
    {
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _dir.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public void A_file_is_found_and_the_answer_carries_the_number_of_the_question()
    {
        _dir.Write("films/a.mp4", "123");
        var catalog = Catalog();

        catalog.Tell(new Resolve(42, MediaPath.OfFile("films/a.mp4")));

        var found = ExpectMsg<Found>();
        Assert.Equal(42, found.RequestId);
        Assert.Equal(("films/a.mp4", 3L, "video/mp4"), (found.Item.Path, found.Item.Size, found.Item.ContentType));
    }

    [Theory]
    [InlineData("nowhere.mp4")]
    [InlineData("films")]
    [InlineData("films/A.mp4")]
    [InlineData("films/a.mp4/b")]
    [InlineData(".hidden.mp4")]
    [InlineData("confidential/a.mp4")]
    [InlineData("")]
    public void What_is_not_served_is_not_found_neither_before_nor_after_the_scan(string path)
    {
        _dir.Write("films/a.mp4");
        _dir.Write(".hidden.mp4");
        _dir.Write("confidential/a.mp4");
        var catalog = Start();

        catalog.Tell(new Resolve(1, MediaPath.OfFile(path)));
        Assert.Equal(1, ExpectMsg<NotFound>().RequestId);
        AwaitIndexed(catalog);
        catalog.Tell(new Resolve(2, MediaPath.OfFile(path)));
        Assert.Equal(2, ExpectMsg<NotFound>().RequestId);
    }

    [Fact]
    public void The_summary_counts_files_and_bytes()
    {
        _dir.Write("a.mp4", "123");
        _dir.Write("d/b.mp4", "4567");
        _dir.Write(".c.mp4", "890");
        var catalog = Catalog();

        catalog.Tell(GetSummary.Instance);

        var summary = ExpectMsg<CatalogSummary>();
        Assert.Equal((2, 7L, true), (summary.Files, summary.Bytes, summary.Complete));
    }

    [Fact]
    public void Whoever_subscribes_late_is_told_at_once_that_the_scan_is_done()
    {
        var catalog = Catalog();
        catalog.Tell(SubscribeIndexed.Instance);
        Assert.True(ExpectMsg<Indexed>().Summary.Complete);
    }

    [Fact]
    public void While_the_first_scan_runs_a_path_is_looked_at_by_itself()
    {
        for (var i = 0; i < 20_000; i++) File.Create(Path.Join(_dir.Folder($"d{i % 20}"), $"{i}.mp4")).Dispose();
        _dir.Write("z/last.mp4");
        var catalog = Start();
        catalog.Tell(SubscribeIndexed.Instance);
        catalog.Tell(new Resolve(1, MediaPath.OfFile("z/last.mp4")));
        catalog.Tell(new Resolve(2, MediaPath.OfFile("z/nowhere.mp4")));

        ExpectMsg<Found>(Patience);
        ExpectMsg<NotFound>(Patience);
        Assert.Equal(20_001, ExpectMsg<Indexed>(Patience).Summary.Files);
    }

    [Fact]
    public void A_file_that_comes_changes_is_renamed_and_goes_is_followed()
    {
        var catalog = Catalog();

        _dir.Write("a.mp4", "1");
        AwaitFound(catalog, "a.mp4", 1);
        _dir.Write("a.mp4", "123");
        AwaitFound(catalog, "a.mp4", 3);
        File.Move(_dir["a.mp4"], _dir["b.mp4"]);
        AwaitFound(catalog, "b.mp4", 3);
        AwaitNotFound(catalog, "a.mp4");
        File.Delete(_dir["b.mp4"]);
        AwaitNotFound(catalog, "b.mp4");
    }

    [Fact]
    public void A_file_replaced_by_another_of_the_same_size_has_another_tag()
    {
        _dir.Write("a.mp4", "123");
        var catalog = Catalog();
        var before = AwaitFound(catalog, "a.mp4", 3);

        // The clock of a file system moves in steps of some milliseconds: the second file must not fall into that of the first.
        var other = _outside.Write("new.mp4", "456");
        File.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddSeconds(-5));
        File.Move(other, _dir["a.mp4"], overwrite: true);

        AwaitAssert(() => Assert.NotEqual(before.ETag, Resolve(catalog, "a.mp4")!.ETag), Live);
    }

    [Fact]
    public void A_new_modification_time_is_seen()
    {
        _dir.Write("a.mp4", "123");
        var catalog = Catalog();
        var time = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        File.SetLastWriteTimeUtc(_dir["a.mp4"], time);

        AwaitAssert(() => Assert.Equal(time, Resolve(catalog, "a.mp4")!.LastModified.UtcDateTime), Live);
    }

    [Fact]
    public void A_directory_with_files_that_is_made_moved_out_and_moved_back_is_followed()
    {
        var catalog = Catalog();

        _dir.Write("d/e/a.mp4");
        _dir.Write("d/b.mp4");
        AwaitFound(catalog, "d/e/a.mp4", 1);
        AwaitFound(catalog, "d/b.mp4", 1);
        Directory.Move(_dir["d"], _outside["d"]);
        AwaitNotFound(catalog, "d/e/a.mp4");
        AwaitNotFound(catalog, "d/b.mp4");
        _outside.Write("d/e/c.mp4", "12");
        Directory.Move(_outside["d"], _dir["d"]);
        AwaitFound(catalog, "d/e/a.mp4", 1);
        AwaitFound(catalog, "d/e/c.mp4", 2);
        _dir.Write("d/e/f.mp4", "123");
        AwaitFound(catalog, "d/e/f.mp4", 3);
        Directory.Move(_dir["d"], _dir["g"]);
        AwaitFound(catalog, "g/e/f.mp4", 3);
        AwaitNotFound(catalog, "d/e/f.mp4");
        _dir.Write("g/e/f.mp4", "12345");
        AwaitFound(catalog, "g/e/f.mp4", 5);
        Directory.Delete(_dir["g"], recursive: true);
        AwaitNotFound(catalog, "g/e/f.mp4");
    }

    [Fact]
    public void A_hidden_file_appears_when_it_gets_a_name_that_is_served()
    {
        _dir.Write(".part.mp4", "123");
        var catalog = Catalog();

        File.Move(_dir[".part.mp4"], _dir["a.mp4"]);

        AwaitFound(catalog, "a.mp4", 3);
    }

    [Fact]
    public void What_is_served_through_links_changes_with_where_they_lead()
    {
        _dir.Write("d/a.mp4", "1");
        _dir.LinkFolder("folder", "d");
        _dir.LinkFile("file.mp4", "d/a.mp4");
        var catalog = Catalog();
        AwaitFound(catalog, "folder/a.mp4", 1);
        AwaitFound(catalog, "file.mp4", 1);

        _dir.Write("d/a.mp4", "123");
        AwaitFound(catalog, "folder/a.mp4", 3);
        AwaitFound(catalog, "file.mp4", 3);
        _dir.Write("d/b.mp4", "12");
        AwaitFound(catalog, "folder/b.mp4", 2);
        File.Delete(_dir["d/a.mp4"]);
        AwaitNotFound(catalog, "folder/a.mp4");
        AwaitNotFound(catalog, "file.mp4");
        _dir.Write("d/a.mp4", "1234");
        AwaitFound(catalog, "file.mp4", 4);
        Directory.Delete(_dir["folder"]);
        AwaitNotFound(catalog, "folder/b.mp4");
        AwaitFound(catalog, "d/b.mp4", 2);
    }

    [Fact]
    public void A_storm_of_events_ends_in_the_truth()
    {
        var catalog = Catalog();

        for (var i = 0; i < 20_000; i++) File.Create(Path.Join(_dir.Folder($"d{i % 10}"), $"{i}.mp4")).Dispose();
        for (var i = 0; i < 20_000; i += 2) File.Delete(_dir[$"d{i % 10}/{i}.mp4"]);

        AwaitAssert(
            () =>
            {
                catalog.Tell(GetSummary.Instance);
                Assert.Equal(10_000, ExpectMsg<CatalogSummary>().Files);
            },
            Patience);
    }

    [SkippableFact]
    public void Lost_events_are_made_up_for_by_a_scan()
    {
        WriteUnseen("a.mp4", "1");
        var catalog = Catalog();
        WriteUnseen("a.mp4", "123");

        catalog.Tell(new EventsLost());

        AwaitFound(catalog, "a.mp4", 3);
    }

    [SkippableFact]
    public void A_change_without_events_is_seen_by_the_periodic_scan()
    {
        WriteUnseen("a.mp4", "1");
        var catalog = Catalog(TimeSpan.FromMilliseconds(200));

        WriteUnseen("a.mp4", "123");

        AwaitFound(catalog, "a.mp4", 3);
    }

    [SkippableFact]
    public void A_change_without_events_is_seen_by_whoever_asks_for_a_fresh_look()
    {
        WriteUnseen("a.mp4", "1");
        var catalog = Catalog();
        WriteUnseen("a.mp4", "123");
        Assert.Equal(1, Resolve(catalog, "a.mp4")!.Size);

        catalog.Tell(new Refresh(7, MediaPath.OfFile("a.mp4")));

        var found = ExpectMsg<Found>();
        Assert.Equal((7L, 3L), (found.RequestId, found.Item.Size));
        Assert.Equal(3, Resolve(catalog, "a.mp4")!.Size);
        catalog.Tell(new Refresh(8, MediaPath.OfFile("nowhere.mp4")));
        Assert.Equal(8, ExpectMsg<NotFound>().RequestId);
    }

    [Fact]
    public void A_content_directory_that_goes_is_served_again_when_it_is_back()
    {
        var content = _dir.Folder("content");
        _dir.Write("content/a.mp4", "1");
        var catalog = Catalog(directory: content);
        AwaitFound(catalog, "a.mp4", 1);

        Directory.Move(content, _dir["elsewhere"]);
        AwaitNotFound(catalog, "a.mp4", Live * 2);
        Directory.Move(_dir["elsewhere"], content);
        AwaitFound(catalog, "a.mp4", 1, Live * 2);
        _dir.Write("content/b.mp4", "12");
        AwaitFound(catalog, "b.mp4", 2);
    }

    [Fact]
    public void A_content_directory_that_is_away_for_a_moment_loses_nothing_that_was_asked_for_meanwhile()
    {
        var content = _dir.Folder("content");
        _dir.Write("content/a.mp4", "1");
        var catalog = Catalog(directory: content);
        AwaitFound(catalog, "a.mp4", 1);

        Directory.Move(content, _dir["elsewhere"]);
        catalog.Tell(new Refresh(1, MediaPath.OfFile("a.mp4")));
        ExpectMsg<Found>(Patience); // whoever opens it learns that it is gone
        Directory.Move(_dir["elsewhere"], content);

        catalog.Tell(new Resolve(2, MediaPath.OfFile("a.mp4")));
        ExpectMsg<Found>(Patience);
    }

    [Fact]
    public void A_scan_that_finds_no_content_directory_is_made_up_for_when_it_is_back_however_soon()
    {
        var content = _dir.Folder("content");
        _dir.Write("content/a.mp4", "1");
        var catalog = Catalog(directory: content);
        AwaitFound(catalog, "a.mp4", 1);

        Directory.Move(content, _dir["elsewhere"]);
        catalog.Tell(new EventsLost());
        AwaitNotFound(catalog, "a.mp4", Patience);
        Directory.Move(_dir["elsewhere"], content);

        AwaitFound(catalog, "a.mp4", 1, Patience);
    }

    [Fact]
    public void A_content_directory_that_is_a_link_is_live_and_may_come_to_lead_elsewhere()
    {
        _dir.Folder("v1");
        _dir.Write("v2/b.mp4", "12");
        _dir.LinkFolder("content", "v1");
        var catalog = Catalog(directory: _dir["content"]);

        _dir.Write("v1/d/a.mp4", "1");
        AwaitFound(catalog, "d/a.mp4", 1);
        Directory.Delete(_dir["content"]);
        _dir.LinkFolder("content", "v2");
        AwaitFound(catalog, "b.mp4", 2, Live * 2);
        AwaitNotFound(catalog, "d/a.mp4");
    }

    [Fact]
    public void Another_directory_in_the_place_of_the_content_directory_is_served_instead()
    {
        var content = _dir.Folder("content");
        _dir.Write("content/a.mp4");
        _dir.Write("next/b.mp4", "12");
        var catalog = Catalog(directory: content);

        Directory.Move(content, _dir["before"]);
        Directory.Move(_dir["next"], content);

        AwaitFound(catalog, "b.mp4", 2, Live * 2);
        AwaitNotFound(catalog, "a.mp4");
        _dir.Write("content/c.mp4", "123");
        AwaitFound(catalog, "c.mp4", 3);
    }

    [Fact]
    public void A_crash_ends_in_a_new_scan_behind_the_same_reference()
    {
        _dir.Write("a.mp4", "1");
        var catalog = Catalog();

        EventFilter.Exception<ArgumentNullException>().ExpectOne(() =>
            Sys.ActorSelection(catalog.Path / "prober").Tell(new LookAt(null!, null)));

        AwaitFound(catalog, "a.mp4", 1);
        _dir.Write("b.mp4", "12");
        AwaitFound(catalog, "b.mp4", 2);
    }

    [Fact]
    public void A_hundred_thousand_files_are_indexed_in_under_five_seconds_while_questions_are_answered()
    {
        for (var i = 0; i < 100_000; i++) File.Create(Path.Join(_dir.Folder($"d{i % 100}"), $"{i}.mp4")).Dispose();
        var catalog = Start();
        catalog.Tell(SubscribeIndexed.Instance);
        var asked = 0;
        var slowest = TimeSpan.Zero;
        object answer;
        do
        {
            var started = Stopwatch.GetTimestamp();
            catalog.Tell(GetSummary.Instance);
            answer = FishForMessage<object>(message => message is CatalogSummary or Indexed, Patience);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            asked++;
        }
        while (answer is not Indexed);

        var summary = ((Indexed)answer).Summary;
        Output!.WriteLine($"{summary} with {asked} questions on the way, the slowest answered after {slowest.TotalMilliseconds:0.0} ms");
        Assert.Equal(100_000, summary.Files);
        Assert.InRange(summary.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private IActorRef Start(TimeSpan? rescan = null, string? directory = null) => Sys.ActorOf(
        CatalogActor.Props(new ContentSettings(
            directory ?? _dir.FullPath, rescan ?? TimeSpan.FromDays(1), TimeSpan.FromMilliseconds(100), ImmutableSortedDictionary<string, string>.Empty)),
        "catalog");

    private IActorRef Catalog(TimeSpan? rescan = null, string? directory = null)
    {
        var catalog = Start(rescan, directory);
        AwaitIndexed(catalog);
        return catalog;
    }

    private void AwaitIndexed(IActorRef catalog)
    {
        catalog.Tell(SubscribeIndexed.Instance);
        ExpectMsg<Indexed>(Patience);
    }

    private MediaItem AwaitFound(IActorRef catalog, string path, long size, TimeSpan? within = null)
    {
        MediaItem? item = null;
        AwaitAssert(
            () =>
            {
                item = Resolve(catalog, path);
                Assert.True(item is not null, $"{path} is not found");
                Assert.Equal(size, item.Size);
            },
            within ?? Live,
            TimeSpan.FromMilliseconds(20));
        return item!;
    }

    private void AwaitNotFound(IActorRef catalog, string path, TimeSpan? within = null) =>
        AwaitAssert(() => Assert.Null(Resolve(catalog, path)), within ?? Live, TimeSpan.FromMilliseconds(20));

    private MediaItem? Resolve(IActorRef catalog, string path)
    {
        var id = ++_request;
        catalog.Tell(new Resolve(id, MediaPath.OfFile(path)));
        return FishForMessage<object>(message => message is Found found && found.RequestId == id || message is NotFound none && none.RequestId == id) is Found answer
            ? answer.Item
            : null;
    }

    /// <summary>Writes through a hard link outside: the directory inside has no event of it.</summary>
    private void WriteUnseen(string name, string text)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "makes a hard link with ln");
        _outside.Write(name, text);
        if (File.Exists(_dir[name])) return;
        using var ln = Process.Start("ln", [_outside[name], _dir[name]]);
        ln.WaitForExit();
        Assert.Equal(0, ln.ExitCode);
    }
}
