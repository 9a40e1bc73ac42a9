using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Settings;
using Vod.Actors.Streaming;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Streaming;

/// <summary>With the dispatchers of <c>vod.conf</c>: what a disk that does not answer holds up, and what it does not.</summary>
public sealed class StalledDiskTests(ITestOutputHelper output) : TestKit(VodConfiguration.Reference, output: output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_disk_that_does_not_answer_delays_only_those_who_wait_for_it()
    {
        using var goesOn = new ManualResetEvent(false);
        var quick = Item(0);
        var disk = new FakeOpener { OnLoad = load => load == 1 || goesOn.WaitOne(Patience) ? null : new TimeoutException() };
        var files = Sys.ActorOf(FilesActor.Props(new FileContext(disk)), "files");
        files.Tell(new ReadSlice(0, quick, 0, 100));
        ExpectMsg<Slice>(Patience);
        try
        {
            // Far more than there are threads for files, and than the machine has processors.
            for (var id = 1; id <= 50; id++) files.Tell(new ReadSlice(id, Item(id), 0, 100));
            AwaitCondition(() => disk.Loads > 1, Patience);
            disk.IsResident = true;

            for (var id = 51; id <= 100; id++)
            {
                files.Tell(new ReadSlice(id, quick, 0, 100));
                Assert.Equal(id, ExpectMsg<Slice>(Patience).RequestId);
            }
        }
        finally
        {
            goesOn.Set();
        }

        var late = Enumerable.Range(0, 50).Select(_ => ExpectMsg<Slice>(Patience).RequestId).Order();
        Assert.Equal(Enumerable.Range(1, 50).Select(id => (long)id), late);
    }

    private static MediaItem Item(int number) =>
        new($"{number}.mp4", $"/srv/{number}.mp4", 1000, DateTimeOffset.UnixEpoch, "video/mp4", EntityTag.ForFile(1000, DateTimeOffset.UnixEpoch.UtcTicks));
}
