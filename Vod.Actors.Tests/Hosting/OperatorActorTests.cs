using Akka.Actor;
using Akka.TestKit.TestActors;
using Akka.TestKit.Xunit2;
using Vod.Actors.Connections;
using Vod.Actors.Hosting;
using Vod.Actors.Planning;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Hosting;

public sealed class OperatorActorTests : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempDirectory _dir = new();

    protected override void AfterAll()
    {
        base.AfterAll();
        _dir.Dispose();
    }

    [Fact]
    public void A_file_that_changes_after_it_was_read_and_before_it_is_watched_is_read_again()
    {
        var file = _dir.Write(".test.conf", "vod.reload.interval = 10 ms");
        var startup = Startup.Load(
            new CommandLineOptions(file, [new CommandLineSetting("vod.content.directory", _dir.FullPath, "--content")]), _dir.FullPath, _dir.FullPath);
        _dir.Write(".test.conf", "vod { reload.interval = 10 ms, slicing.mode = never }");

        var listener = CreateTestProbe();
        Sys.ActorOf(OperatorActor.Props(
            new ServerControl(startup, new LogLevels(Akka.Event.LogLevel.InfoLevel), new FakeLifetime()), CreateTestProbe(), listener, null,
            new NotifySocket(_ => null, 0), startup.Settings.Reload, BlackHoleActor.Props));

        Assert.Equal(SlicingMode.Never, listener.FishForMessage<Reconfigured>(_ => true, Patience).Settings.Slicing.Mode);
    }
}
