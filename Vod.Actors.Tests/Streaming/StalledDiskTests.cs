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
    private static readonly MediaItem Item = new("a.mp4", "/srv/a.mp4", 1000, DateTimeOffset.UnixEpoch, "video/mp4", EntityTag.ForFile(1000, DateTimeOffset.UnixEpoch.UtcTicks));

    [Fact]
    public void A_disk_that_does_not_answer_delays_only_those_who_wait_for_it()
    {
        using var goesOn = new ManualResetEvent(false);
        var stalled = new FakeOpener { OnLoad = _ => goesOn.WaitOne(Patience) ? null : new TimeoutException() };
        var quick = new FakeOpener { IsOpenAlready = true, IsResident = true };
        var listener = Sys.ActorOf(Props.Create(() => new Parent()), "listener");
        try
        {
            // Far more than there are threads for files, and than the machine has processors.
            for (var id = 1; id <= 50; id++) FileOf(listener, $"{id}", stalled).Tell(new ReadSlice(id, 0, 100));
            AwaitCondition(() => stalled.Loads > 0, Patience);

            for (var id = 51; id <= 100; id++)
            {
                FileOf(listener, $"{id}", quick).Tell(new ReadSlice(id, 0, 100));
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

    private IActorRef FileOf(IActorRef listener, string connection, IFileOpener opener)
    {
        listener.Tell((connection, Props.Create(() => new Parent())));
        ExpectMsg<IActorRef>(Patience).Tell(("file", FileChunkActor.Props(Item, opener)));
        return ExpectMsg<IActorRef>(Patience);
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent() => Receive<(string Name, Props Props)>(child => Sender.Tell(Context.ActorOf(child.Props, child.Name)));
    }
}
