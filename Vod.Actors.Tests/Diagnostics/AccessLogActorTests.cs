using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Diagnostics;

public sealed class AccessLogActorTests : TestKit
{
    private readonly TempDirectory _dir = new();
    private readonly VodMetrics _metrics = new("Vod.Tests");

    /// <inheritdoc/>
    protected override void AfterAll()
    {
        base.AfterAll();
        _dir.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public void Lines_are_written_together_after_a_moment_and_in_order()
    {
        var log = Start(_dir["access.log"]);
        for (var i = 0; i < 1000; i++) log.Write(Entry($"/{i}"));

        AwaitAssert(() => Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"/{i}"), Targets("access.log")), TimeSpan.FromSeconds(10));
        Assert.Equal(0, log.Dropped);
    }

    [Fact]
    public void When_it_is_opened_anew_what_came_before_is_in_the_renamed_file_and_the_rest_in_the_new_one()
    {
        var log = Start(_dir["access.log"]);
        log.Write(Entry("/1"));
        AwaitAssert(() => Assert.Equal(["/1"], Targets("access.log")), TimeSpan.FromSeconds(10));
        File.Move(_dir["access.log"], _dir["access.log.1"]);
        log.Write(Entry("/2"));

        log.Reopen();
        log.Write(Entry("/3"));

        AwaitAssert(() => Assert.Equal(["/3"], Targets("access.log")), TimeSpan.FromSeconds(10));
        Assert.Equal(["/1", "/2"], Targets("access.log.1"));
    }

    [Fact]
    public void Two_processes_append_to_one_file_without_writing_over_each_other()
    {
        using var first = new LogFile(_dir["both.log"]);
        using var second = new LogFile(_dir["both.log"]);

        first.Write("one\n"u8);
        second.Write("two\n"u8);
        first.Write("three\n"u8);

        Assert.Equal("one\ntwo\nthree\n", File.ReadAllText(_dir["both.log"]));
    }

    [SkippableFact]
    public void On_a_full_disk_lines_are_dropped_and_counted_and_that_is_said_once()
    {
        Skip.IfNot(File.Exists("/dev/full"), "there is no /dev/full here");
        var log = Start("/dev/full");

        EventFilter.Error(contains: "The access log cannot be written").Expect(1, () =>
        {
            for (var batch = 1; batch <= 3; batch++)
            {
                for (var i = 0; i < 10; i++) log.Write(Entry("/"));
                var lost = 10 * batch;
                AwaitAssert(() => Assert.Equal(lost, log.Dropped), TimeSpan.FromSeconds(10));
            }
        });
    }

    [Fact]
    public void When_there_is_room_again_it_goes_on_with_a_line_of_its_own_and_says_how_many_were_lost()
    {
        // A disk that takes half a line and is full then, until there is room again.
        var isFull = true;
        LogFile Open()
        {
            if (!isFull) return new LogFile(_dir["access.log"]);
            File.WriteAllText(_dir["access.log"], "half a li");
            return new LogFile("/dev/full");
        }

        var actor = Sys.ActorOf(AccessLogActor.Props(AccessLogStyle.Common, Open, null));
        var log = new AccessLog(actor, _metrics);
        log.Write(Entry("/lost"));
        AwaitAssert(() => Assert.Equal(1, log.Dropped), TimeSpan.FromSeconds(10));
        isFull = false;

        EventFilter.Warning(contains: "1 lines were lost").ExpectOne(() =>
        {
            actor.Tell(AccessLog.ReopenLog.Instance);
            actor.Tell(new AccessLog.Line(log, Entry("/kept")));
        });

        AwaitAssert(() => Assert.Contains("\"GET /kept HTTP/1.1\"", File.ReadAllText(_dir["access.log"]), StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void One_that_cannot_keep_up_holds_up_nobody()
    {
        var log = new AccessLog(TestActor, _metrics, maxWaiting: 3); // which takes none

        for (var i = 0; i < 10; i++) log.Write(Entry("/"));

        Assert.Equal(7, log.Dropped);
        for (var i = 0; i < 3; i++) ExpectMsg<AccessLog.Line>().Log.Taken();
        log.Write(Entry("/"));
        Assert.Equal(7, log.Dropped);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_anew_leaves_the_old_one()
    {
        var folder = _dir.Folder("logs");
        var log = Start(_dir["logs/access.log"]);
        Directory.Move(folder, _dir["moved"]);

        EventFilter.Error(contains: "cannot be opened anew").ExpectOne(log.Reopen);
        log.Write(Entry("/kept"));

        AwaitAssert(() => Assert.Equal(["/kept"], Targets("moved/access.log")), TimeSpan.FromSeconds(10));
    }

    private AccessLog Start(string path)
    {
        LogFile Open() => new(path);
        return new AccessLog(Sys.ActorOf(AccessLogActor.Props(AccessLogStyle.Common, Open, Open())), _metrics);
    }

    private IEnumerable<string> Targets(string file) => File.ReadAllLines(_dir[file]).Select(line => line.Split('"')[1].Split(' ')[1]);

    private static AccessEntry Entry(string target) => new(
        DateTimeOffset.UnixEpoch, TimeSpan.Zero, "192.0.2.1", 1,
        new RequestHead { Method = RequestMethod.Get, MethodName = "GET", Target = RequestTarget.Parse(RequestMethod.Get, target)!.Value },
        200, 1, RequestOutcome.Complete);
}
