using System.Diagnostics;
using System.Diagnostics.Metrics;
using Akka.Actor;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Streaming;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// Lets others listen to metrics and traces, and asks around how everybody is, as long as somebody listens to <see cref="VodMetrics"/>: connections and catalog for what they hold; and by
/// probes, how long a message waits. A mailbox does not tell how deep it is, but how long a message waits in it is what its depth is asked for.
/// </summary>
internal sealed class VitalsActor : ReceiveActor, IWithTimers
{
    /// <summary>Time between two rounds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly VodMetrics _metrics;
    private readonly IActorRef _catalog, _listener;
    private readonly OpenFiles _open;
    private readonly IReadOnlyList<(string Name, IActorRef Actor)> _mailboxes;
    private readonly IReadOnlyList<string> _dispatchers;
    private readonly List<IActorRef> _echoes = [];
    private long _round;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="metrics">Gets what is found.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="listener">Lists the connections.</param>
    /// <param name="open">The files that are open.</param>
    /// <param name="mailboxes">Actors whose mailboxes are probed, and what to call them.</param>
    /// <param name="dispatchers">Dispatchers that are probed.</param>
    public VitalsActor(
        VodMetrics metrics, IActorRef catalog, IActorRef listener, OpenFiles open, IReadOnlyList<(string Name, IActorRef Actor)> mailboxes, IReadOnlyList<string> dispatchers)
    {
        (_metrics, _catalog, _listener, _open, _mailboxes, _dispatchers) = (metrics, catalog, listener, open, mailboxes, dispatchers);
        Receive<Round>(_ => AskAround());
        Receive<ConnectionList>(list => list.RequestId == _round, OnConnections);
        Receive<CatalogSummary>(summary => _metrics.Vitals = _metrics.Vitals with { Files = summary.Files, CatalogBytes = summary.Bytes });
        Receive<ActorIdentity>(answer => answer.MessageId is Probe, answer => OnProbe((Probe)answer.MessageId));
        Receive<Echo>(echo => _metrics.DispatcherDelay(echo.Dispatcher, Stopwatch.GetElapsedTime(echo.SentAt, echo.TakenAt).TotalSeconds));
        Receive<ActorRestarting>(restarting => _metrics.Restarted(restarting.Name));
        ReceiveAny(_ => { }); // answers to rounds that are over
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The one of a server.</summary>
    public static Props Props(
        VodMetrics metrics, IActorRef catalog, IActorRef listener, OpenFiles open, IReadOnlyList<(string Name, IActorRef Actor)> mailboxes, IReadOnlyList<string> dispatchers) =>
        Akka.Actor.Props.Create<VitalsActor>(metrics, catalog, listener, open, mailboxes, dispatchers);

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _metrics.Open();
        RequestTracing.Open();
        Context.System.EventStream.Subscribe(Self, typeof(ActorRestarting));
        Timers.StartPeriodicTimer(nameof(Round), Round.Instance, Interval, Interval);
    }

    private void AskAround()
    {
        if (!_metrics.WantsVitals) return;
        _round++;
        _listener.Tell(new ListConnections(_round));
        _catalog.Tell(GetSummary.Instance);
        foreach (var (name, actor) in _mailboxes) actor.Tell(new Identify(new Probe(name, Stopwatch.GetTimestamp())));
        if (_echoes.Count == 0)
        {
            foreach (var dispatcher in _dispatchers) _echoes.Add(Context.ActorOf(Akka.Actor.Props.Create<EchoActor>(dispatcher).WithDispatcher(dispatcher)));
        }

        foreach (var echo in _echoes) echo.Tell(new Probe("", Stopwatch.GetTimestamp()));
    }

    private void OnConnections(ConnectionList list)
    {
        Dictionary<string, long> states = new(StringComparer.Ordinal);
        foreach (var connection in list.Connections) states[connection.State] = states.GetValueOrDefault(connection.State) + 1;

        // States that were there before are said to be empty now, rather than left as they were.
        foreach (var known in _metrics.Vitals.Connections) states.TryAdd((string)known.Tags[0].Value!, 0);
        _metrics.Vitals = _metrics.Vitals with
        {
            Connections = [.. states.Select(state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>("vod.state", state.Key)))],
            FileActors = _open.Count,
        };
    }

    private void OnProbe(Probe probe) => _metrics.MailboxDelay(probe.Name, Stopwatch.GetElapsedTime(probe.SentAt).TotalSeconds);

    private sealed record Probe(string Name, long SentAt);

    private sealed record Echo(string Dispatcher, long SentAt, long TakenAt);

    private sealed class Round
    {
        public static readonly Round Instance = new();
    }

    /// <summary>Says when it was run.</summary>
    private sealed class EchoActor : ReceiveActor
    {
        public EchoActor(string dispatcher) => Receive<Probe>(probe => Sender.Tell(new Echo(dispatcher, probe.SentAt, Stopwatch.GetTimestamp())));
    }
}

/// <summary>An actor has failed and is about to be restarted; published on the event stream.</summary>
/// <param name="Name">Of the actor.</param>
internal sealed record ActorRestarting(string Name);
