using System.Collections.Immutable;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Settings;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Hosting;

/// <summary>What <c>vod.conf</c> says of dispatchers takes effect, and an operator's file changes it.</summary>
public sealed class DeploymentTests(ITestOutputHelper output) : TestKit(
    VodConfiguration.Parse(
        """
        vod.dispatchers.mine { type = PinnedDispatcher }
        akka.actor.deployment {
          "/files/*/disk" { dispatcher = vod.dispatchers.mine }
          "/catalog" { mailbox = vod.mailboxes.small }
        }
        vod.mailboxes.small { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox" }
        """,
        "test.conf").WithFallback(VodConfiguration.Reference),
    output: output)
{
    [Theory]
    [InlineData("/catalog/scanner", "vod.dispatchers.scan")]
    [InlineData("/catalog", "vod.dispatchers.connections")]
    [InlineData("/listener", "vod.dispatchers.connections")]
    public void The_reference_gives_each_actor_its_dispatcher(string path, string dispatcher) => Assert.Equal(dispatcher, DispatcherOf(path));

    [Fact]
    public void An_operator_gives_an_actor_another_dispatcher() => Assert.Equal("vod.dispatchers.mine", DispatcherOf("/files/1/disk"));

    [Fact]
    public void The_catalog_runs_with_the_mailbox_that_an_operator_gives_it()
    {
        using var dir = new TempDirectory();
        dir.Write("a.mp4");
        var catalog = Sys.ActorOf(
            CatalogActor.Props(new ContentSettings(dir.FullPath, TimeSpan.FromDays(1), TimeSpan.FromMilliseconds(100), ImmutableSortedDictionary<string, string>.Empty)),
            "catalog");

        catalog.Tell(new Resolve(1, MediaPath.OfFile("a.mp4")));

        ExpectMsg<Found>();
        Sys.Stop(catalog);
    }

    [Fact]
    public void Files_are_opened_on_the_threads_that_an_operator_gives_it()
    {
        var item = new MediaItem("a", "/a", 1, DateTimeOffset.UnixEpoch, "video/mp4", EntityTag.ForFile(1, 0));
        var files = Sys.ActorOf(FilesActor.Props(new FileContext(new DispatcherTeller(TestActor))), "files");

        files.Tell(new ReadSlice(1, item, 0, 1));

        Assert.Equal("vod.dispatchers.mine", ExpectMsg<string>());
    }

    private string DispatcherOf(string path)
    {
        // The path is made of actors that tell their dispatcher.
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var actor = Sys.ActorOf(Props.Create(() => new Parent()), names[0]);
        foreach (var name in names[1..])
        {
            actor.Tell((name, Props.Create(() => new Parent())));
            actor = ExpectMsg<IActorRef>();
        }
        actor.Tell("dispatcher");
        return ExpectMsg<string>();
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent()
        {
            Receive<(string Name, Props Props)>(child => Sender.Tell(Context.ActorOf(child.Props, child.Name)));
            Receive<string>(_ => Sender.Tell(Context.Dispatcher.Id));
        }
    }

    /// <summary>What an actor may ask of its context, for code that it calls.</summary>
    private abstract class CurrentActor : ActorBase
    {
        public static string DispatcherId => Context.Dispatcher.Id;
    }

    /// <summary>Tells on which dispatcher it is asked to open a file.</summary>
    private sealed class DispatcherTeller(IActorRef probe) : IFileOpener
    {
        public IMediaFile Open(MediaItem item)
        {
            probe.Tell(CurrentActor.DispatcherId);
            throw new MediaFileException(SliceFailure.Missing, "not opened");
        }
    }
}
