using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Settings;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Catalog;

/// <summary>What the catalog tells an operator.</summary>
public sealed class CatalogStatusTests(ITestOutputHelper output) : TestKit(VodConfiguration.Reference, output: output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TempDirectory _dir = new();

    protected override void AfterAll()
    {
        base.AfterAll();
        _dir.Dispose();
    }

    [Fact]
    public void It_tells_what_it_has_and_when_it_looked_last()
    {
        _dir.Write("content/a.mp4", "123");
        var began = Sys.Scheduler.Now;
        var catalog = Indexed();

        var status = Ask(catalog, GetStatus.Instance);

        Assert.Equal((1, 3L, true, false), (status.Summary.Files, status.Summary.Bytes, status.Summary.Complete, status.IsScanning));
        Assert.InRange(status.LastScan!.Value, began, Sys.Scheduler.Now);
        Assert.InRange(status.LastScanTook!.Value, TimeSpan.Zero, Patience);
        Assert.Empty(status.Problems);
    }

    [Fact]
    public void It_scans_when_it_is_told_to()
    {
        _dir.Write("content/a.mp4");
        var catalog = Indexed();
        var before = Ask(catalog, GetStatus.Instance).LastScan;

        Assert.True(Ask(catalog, ScanNow.Instance).IsScanning);

        AwaitAssert(() => Assert.True(Ask(catalog, GetStatus.Instance) is { IsScanning: false } after && after.LastScan > before), Patience);
    }

    [Fact]
    public void What_could_not_be_looked_into_is_told_until_the_next_scan_can()
    {
        _dir.Write("content/a.mp4");
        var catalog = Indexed();

        catalog.Tell(new Looked([new Sight("d", new Entry(FileKind.Directory), new Tree([], [], new Gaps(["d/locked"], ["d/broken"])))], null));

        Assert.Equal(
            [new CatalogProblem("d/broken", "the disk failed: what was known of it stays"), new CatalogProblem("d/locked", "may not be read: nothing in it is served")],
            Ask(catalog, GetStatus.Instance).Problems);
        catalog.Tell(ScanNow.Instance);
        ExpectMsg<CatalogStatus>(Patience);
        AwaitAssert(() => Assert.Empty(Ask(catalog, GetStatus.Instance).Problems), Patience);
    }

    [Fact]
    public void A_content_directory_that_is_gone_is_a_problem_until_it_is_back()
    {
        _dir.Write("content/a.mp4");
        var catalog = Indexed();
        Directory.Move(_dir["content"], _dir["away"]);
        AwaitAssert(() => Assert.Equal([new CatalogProblem("", "the content directory is gone")], Ask(catalog, GetStatus.Instance).Problems), Patience);

        Directory.Move(_dir["away"], _dir["content"]);

        AwaitAssert(() => Assert.True(Ask(catalog, GetStatus.Instance) is { Problems: [], Summary.Files: 1 }), Patience);
    }

    [Fact]
    public void That_no_file_events_come_is_told_until_they_do()
    {
        _dir.Write("content/a.mp4");
        var catalog = Indexed();

        catalog.Tell(new WatchingChanged("no watches left"));
        Assert.Contains("no watches left", Assert.Single(Ask(catalog, GetStatus.Instance).Problems).Reason, StringComparison.Ordinal);
        catalog.Tell(new WatchingChanged(null));

        Assert.Empty(Ask(catalog, GetStatus.Instance).Problems);
    }

    private IActorRef Indexed()
    {
        var catalog = Sys.ActorOf(CatalogActor.Props(VodSettings.Default.Content with { Directory = _dir["content"] }), "catalog");
        catalog.Tell(SubscribeIndexed.Instance);
        ExpectMsg<Indexed>(Patience);
        return catalog;
    }

    private CatalogStatus Ask(IActorRef catalog, object message)
    {
        catalog.Tell(message);
        return ExpectMsg<CatalogStatus>(Patience);
    }
}
