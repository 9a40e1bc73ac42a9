using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Connections;

namespace Vod.Actors.Tests.Diagnostics;

public sealed class VitalsActorTests : TestKit
{
    private readonly string _meter = $"Vod.Tests.{Guid.NewGuid()}";
    private readonly VodMetrics _metrics;
    private readonly ConcurrentQueue<(string Name, double Value, string? Tag)> _measured = new();
    private readonly OpenFiles _open = new();
    private readonly TestProbe _catalog, _listener;
    private readonly IActorRef _vitals;

    public VitalsActorTests() : base(ConnectionTest.Config)
    {
        _metrics = new VodMetrics(_meter);
        (_catalog, _listener) = (CreateTestProbe(), CreateTestProbe());
        _vitals = Sys.ActorOf(VitalsActor.Props(
            _metrics, _catalog.Ref, _listener.Ref, _open, [("catalog", _catalog.Ref)], ["akka.actor.default-dispatcher"]));
        Settle();
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _metrics.Dispose();
    }

    [Fact]
    public void While_nobody_listens_nobody_is_asked()
    {
        Pass();

        _catalog.ExpectNoMsg(TimeSpan.Zero);
        _listener.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void States_of_connections_are_counted_and_one_that_empties_is_said_to_be_empty()
    {
        using var listener = Listen();
        Round("Writing", "AwaitingRequest", "Writing");
        Assert.Equal((2, 1), (Connections(listener, "Writing"), Connections(listener, "AwaitingRequest")));

        Round("AwaitingRequest");

        Assert.Equal((0, 1), (Connections(listener, "Writing"), Connections(listener, "AwaitingRequest")));
    }

    [Fact]
    public void Open_files_are_counted_with_the_connections()
    {
        using var listener = Listen();
        for (var file = 0; file < 3; file++) _open.Opened();
        _open.Closed();

        Round();
        listener.RecordObservableInstruments();

        Assert.Equal(2, _measured.Last(m => m.Name == "vod.file_actors").Value);
    }

    [Fact]
    public void The_catalog_tells_what_it_holds()
    {
        using var listener = Listen();
        Pass();
        _catalog.ExpectMsg<GetSummary>();
        _catalog.Reply(new CatalogSummary(7, 700, true, TimeSpan.Zero));
        Settle();
        listener.RecordObservableInstruments();

        Assert.Equal((7, 700), (_measured.Last(m => m.Name == "vod.catalog.files").Value, _measured.Last(m => m.Name == "vod.catalog.size").Value));
    }

    [Fact]
    public void Probes_tell_how_long_messages_wait_for_an_actor_and_actors_for_a_thread()
    {
        using var listener = Listen();
        Pass();

        AwaitAssert(() => Assert.Contains(_measured, m => m is { Name: "vod.mailbox.delay", Tag: "catalog", Value: >= 0 }));
        AwaitAssert(() => Assert.Contains(_measured, m => m is { Name: "vod.dispatcher.delay", Tag: "akka.actor.default-dispatcher", Value: >= 0 }));
    }

    [Fact]
    public void Restarts_are_counted_by_actor()
    {
        using var listener = Listen();
        Sys.EventStream.Publish(new ActorRestarting("web"));

        AwaitAssert(() => Assert.Contains(_measured, m => m is { Name: "vod.actor.restarts", Tag: "web", Value: 1 }));
    }

    private void Round(params string[] states)
    {
        Pass();
        var asked = _listener.ExpectMsg<ListConnections>();
        _listener.Reply(new ConnectionList(asked.RequestId, [.. states.Select((state, i) =>
            new ConnectionReport(i, "", null, null, 0, 0, state, TimeSpan.Zero, 0, null))]));
        Settle();
    }

    private double Connections(MeterListener listener, string state)
    {
        listener.RecordObservableInstruments();
        return _measured.Last(m => m.Name == "vod.connections" && m.Tag == state).Value;
    }

    private void Pass()
    {
        ((TestScheduler)Sys.Scheduler).Advance(VitalsActor.Interval);
        Settle();
    }

    private void Settle()
    {
        _vitals.Tell(new Identify("settled"), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    private MeterListener Listen() => Meters.Listen(_meter, Note);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, tags.Length > 0 ? tags[0].Value as string : null));
}
