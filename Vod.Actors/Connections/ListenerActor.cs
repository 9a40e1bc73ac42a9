using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Vod.Actors.Diagnostics;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;
using Vod.Transport;

namespace Vod.Actors.Connections;

/// <summary>
/// Binds the port, spawns a <see cref="ConnectionActor"/> for each client and counts them. A connection that fails is stopped, never
/// restarted, and its siblings do not notice.
/// <code>
///   Binding ─► Accepting ─► Draining ─► Idle
///      ▲           └─ socket gone ─► Binding, after a while
///      └─ the first bind failed ─► Failed
/// </code>
/// </summary>
public sealed partial class ListenerActor : ActorBase, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IActorRef _tcpManager;
    private readonly PortTakeover? _takeover;
    private readonly EndReportingStrategy _strategy = new();
    private readonly List<IActorRef> _askers = []; // who waits for the bind, then who waits for the end
    private readonly HashSet<IActorRef> _refused = []; // connections that are told to come back later, and are about to close
    private VodSettings _settings;
    private ConnectionContext _connections;
    private ResponsePlan _refusal;
    private int _open, _toAccept;
    private long _accepted, _reports;
    private bool _isFull;
    private IActorRef? _leaving; // the socket, while another process takes over from it
    private (IActorRef Socket, IPEndPoint Address)? _listening; // for the one that comes after this one, should it crash

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="catalog">Answers what a path names.</param>
    /// <param name="files">Reads slices of files.</param>
    /// <param name="tcpManager">Binds the port: <see cref="TransportManager"/>, the manager of Akka.IO, or a stand-in for one.</param>
    /// <param name="web">Renders pages; null when there are none.</param>
    /// <param name="observers">Who is told of requests; null for nobody.</param>
    /// <param name="cache">Contents of small files; null for none.</param>
    public ListenerActor(
        VodSettings settings, IActorRef catalog, IActorRef files, IActorRef tcpManager, IActorRef? web, Observers? observers, BodyCache? cache)
    {
        _settings = settings;
        _connections = ConnectionContext.Of(settings, catalog, files, new Deadlines(Context.System.Scheduler), web, observers) with { Cache = cache };
        _tcpManager = tcpManager;
        _takeover = settings.Listen.ReusePort ? new PortTakeover() : null;
        _refusal = ErrorResponse.Unavailable((int)settings.Http.RetryAfter.TotalSeconds);
    }

    /// <summary>Connections that count: one that has been refused takes nobody's place.</summary>
    private int Served => _open - _refused.Count;

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The listener of a server.</summary>
    public static Props Props(
        VodSettings settings, IActorRef catalog, IActorRef files, IActorRef tcpManager, IActorRef? web = null, Observers? observers = null,
        BodyCache? cache = null) =>
        Akka.Actor.Props.Create<ListenerActor>(settings, catalog, files, tcpManager, web!, observers!, cache!);

    /// <inheritdoc/>
    protected override void PreStart() => Bind(_settings.Listen.EndPoint, isFirst: true);

    /// <summary>The socket goes with the connections: it would accept clients for nobody, and keep the port.</summary>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (_listening is { } was)
        {
            was.Socket.Tell(Tcp.Unbind.Instance, ActorRefs.NoSender);
            Self.Tell(new BindAgain(was.Address));
        }

        base.PreRestart(reason, message);
    }

    /// <summary>Not as at the start: a port that is not free yet is tried until it is.</summary>
    protected override void PostRestart(Exception reason)
    {
        Become(Binding(_settings.Listen.EndPoint, isFirst: false));
        BindLater();
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    /// <summary>No message comes before <see cref="PreStart"/> has chosen the first state.</summary>
    protected override bool Receive(object message) => false;

    // The manager was asked for a socket, or will be when the timer ends.
    private Receive Binding(IPEndPoint address, bool isFirst) => message =>
    {
        switch (message)
        {
            case Tcp.Bound { LocalAddress: IPEndPoint bound }:
                Accept(Sender, bound);
                return true;
            case Tcp.CommandFailed { Cmd: Tcp.Bind } failed when isFirst:
                var failure = new ListenFailed(Reason(failed));
                Answer(failure);
                Become(Failed(failure));
                return true;
            case Tcp.CommandFailed { Cmd: Tcp.Bind }:
                BindLater();
                return true;
            case Rebind:
                Bind(address, isFirst: false);
                return true;
            case BindAgain again: // it had this port, whichever that was
                Become(Binding(again.Address, isFirst: false));
                return true;
            case Accepted or Tcp.Connected: // by the socket that is gone
                Spawn(ChannelOf(message));
                return true;
            case WhenListening:
                _askers.Add(Sender);
                return true;
            case Drain:
                BeginToDrain(Sender);
                return true;
            default:
                return AnyState(message);
        }
    };

    // There is no socket and will be none: the operator is to be told.
    private Receive Failed(ListenFailed failure) => message =>
    {
        switch (message)
        {
            case WhenListening:
                Sender.Tell(failure);
                return true;
            case Drain:
                Sender.Tell(Drained.Instance);
                return true;
            default:
                return AnyState(message);
        }
    };

    // Listening.
    private Receive Accepting(IActorRef socket, IPEndPoint bound) => message =>
    {
        switch (message)
        {
            case Accepted or Tcp.Connected:
                Spawn(ChannelOf(message));
                _toAccept--;
                AcceptMore(socket);
                return true;
            case Terminated stopped when stopped.ActorRef.Equals(socket):
                Context.System.EventStream.Publish(ListeningEnded.Instance);
                _listening = null;
                Become(Binding(bound, isFirst: false));
                BindLater();
                return true;
            case WhenListening:
                Sender.Tell(new Listening(bound));
                return true;
            case Drain:
                Context.Unwatch(socket);
                if (_takeover is null) StopAccepting(socket);
                else HandOver(_takeover, socket);
                BeginToDrain(Sender);
                return true;
            default:
                return AnyState(message);
        }
    };

    // The socket is closed, or about to be; connections are still open.
    private Receive Draining() => message =>
    {
        switch (message)
        {
            case Accepted or Tcp.Connected: // before the socket was closed
                Spawn(ChannelOf(message)).Tell(FinishUp.Instance);
                _toAccept--;
                if (_leaving is not null) AcceptMore(_leaving);
                return true;
            case LookAtQueue:
                LeavePort();
                return true;
            case TimeIsOver:
                _log.CuttingOff(_open);
                foreach (var connection in Connections()) connection.Tell(CutOff.Instance);
                return true;
            case Drain:
                _askers.Add(Sender);
                return true;
            case ChildEnded:
                AnyState(message);
                FinishIfEmpty();
                return true;
            default:
                return AnyStateOfStopping(message);
        }
    };

    // All is closed.
    private Receive Idle() => message =>
    {
        switch (message)
        {
            case Accepted or Tcp.Connected:
                Refuse(ChannelOf(message));
                return true;
            case Drain:
                Sender.Tell(Drained.Instance);
                return true;
            default:
                return AnyStateOfStopping(message);
        }
    };

    private bool AnyStateOfStopping(object message)
    {
        switch (message)
        {
            case WhenListening:
                Sender.Tell(Stopping);
                return true;
            case Tcp.Bound: // asked for before
                Sender.Tell(Tcp.Unbind.Instance);
                return true;
            case Tcp.Unbound or Tcp.CommandFailed { Cmd: Tcp.Bind }:
                return true;
            default:
                return AnyState(message);
        }
    }

    private bool AnyState(object message)
    {
        switch (message)
        {
            case ChildEnded ended when ended.By == _strategy && IsConnection(ended.Child):
                _open--;
                _refused.Remove(ended.Child);
                if (_isFull && Served * 10L < _settings.Http.MaxConnections * 9L) _isFull = false;
                return true;
            case ChildEnded: // a gatherer of reports, or a connection of before a restart
            case Terminated: // the socket, when its end was asked for
                return true;
            case ListConnections list:
                Context.ActorOf(ReportGatherer.Props(list.RequestId, Sender, [.. Connections()]), $"report-{++_reports}");
                return true;
            case KickConnection kick:
                Kick(kick);
                return true;
            case Reconfigured changed:
                Reconfigure(changed.Settings);
                return true;
            default:
                return false;
        }
    }
}
