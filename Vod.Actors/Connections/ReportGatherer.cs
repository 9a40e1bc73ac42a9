using Akka.Actor;

namespace Vod.Actors.Connections;

/// <summary>
/// Lives for one <see cref="ListConnections"/>: asks each connection, waits for all answers, but not for long, and hands on what it has.
/// </summary>
internal sealed class ReportGatherer : UntypedActor, IWithTimers
{
    /// <summary>How long it waits: those who end meanwhile never answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly long _requestId;
    private readonly IActorRef _asker;
    private readonly IReadOnlyCollection<IActorRef> _connections;
    private readonly List<ConnectionReport> _reports;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="requestId">Repeated in the answer.</param>
    /// <param name="asker">Gets the answer.</param>
    /// <param name="connections">Whom to ask.</param>
    public ReportGatherer(long requestId, IActorRef asker, IReadOnlyCollection<IActorRef> connections)
    {
        (_requestId, _asker, _connections) = (requestId, asker, connections);
        _reports = new List<ConnectionReport>(connections.Count);
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>One list.</summary>
    public static Props Props(long requestId, IActorRef asker, IReadOnlyCollection<IActorRef> connections) =>
        Akka.Actor.Props.Create<ReportGatherer>(requestId, asker, connections);

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Timers.StartSingleTimer(nameof(TimeIsOver), TimeIsOver.Instance, Patience);
        foreach (var connection in _connections) connection.Tell(DescribeYourself.Instance);
        FinishIfAllAnswered();
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ConnectionReport report:
                _reports.Add(report);
                FinishIfAllAnswered();
                break;
            case TimeIsOver:
                Finish();
                break;
        }
    }

    private void FinishIfAllAnswered()
    {
        if (_reports.Count == _connections.Count) Finish();
    }

    private void Finish()
    {
        _reports.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        _asker.Tell(new ConnectionList(_requestId, _reports));
        Context.Stop(Self);
    }

    private sealed class TimeIsOver
    {
        public static readonly TimeIsOver Instance = new();
    }
}
