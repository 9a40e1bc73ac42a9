using System.Globalization;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

/// <summary>File events as the system really sends them.</summary>
public sealed class ContentWatcherTests() : TestKit(
    """
    one-place { mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka", mailbox-capacity = 1, mailbox-push-timeout-time = 60s }
    """)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempDirectory _dir = new();

    protected override void AfterAll()
    {
        base.AfterAll();
        _dir.Dispose();
    }

    [SkippableFact]
    public void More_events_than_the_system_keeps_are_told_as_lost()
    {
        const string limit = "/proc/sys/fs/inotify/max_queued_events";
        Skip.IfNot(File.Exists(limit), "this system has no inotify");
        var most = int.Parse(File.ReadAllText(limit), CultureInfo.InvariantCulture);
        Skip.If(most > 100_000, $"{limit} is {most}: too many files would have to be made");
        using var goOn = new ManualResetEventSlim();
        using var hasLost = new ManualResetEventSlim();
        var catalog = Sys.ActorOf(Props.Create(() => new BusyCatalog(goOn, hasLost)).WithMailbox("one-place"));
        using var watcher = new ContentWatcher(_dir.FullPath, catalog, failure => throw failure.Cause);

        // The thread that reads the events is soon held up, and each file has two of them at least.
        for (var i = 0; i <= most; i++)
        {
            var path = Path.Join(_dir.FullPath, $"{i}.mp4");
            File.Create(path).Dispose();
            File.Delete(path);
        }

        Assert.False(hasLost.IsSet);
        goOn.Set();
        Assert.True(hasLost.Wait(Patience), "nobody said that events were lost");
    }

    /// <summary>Handles nothing until it may go on; meanwhile whoever tells it something waits.</summary>
    private sealed class BusyCatalog : ReceiveActor
    {
        public BusyCatalog(ManualResetEventSlim goOn, ManualResetEventSlim hasLost)
        {
            Receive<EventsLost>(_ => hasLost.Set());
            ReceiveAny(_ => goOn.Wait(Patience));
        }
    }
}
