using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Vod.Actors.Diagnostics;
using Vod.Actors.Planning;

namespace Vod.Actors.Connections;

/// <summary>
/// Binds the port, spawns a <see cref="ConnectionActor"/> for each client and counts them. A connection that fails is stopped, never
/// restarted, and its siblings do not notice.
/// <code>
///   Binding ─► Accepting ─► Draining ─► Drained
///      ▲           └─ socket gone ─► Binding, after a while
///      └─ the first bind failed ─► Failed
/// </code>
/// </summary>
public sealed class ListenerActor : ActorBase, IWithTimers
{
    private const int AcceptBatch = 100; // connections accepted before this actor is asked again: its mailbox is bounded by that
    private static readonly TimeSpan RebindDelay = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly VodSettings _settings;
    private readonly ConnectionContext _connections;
    private readonly IActorRef _tcpManager;
    private readonly ResponsePlan _refusal;
    private readonly List<IActorRef> _askers = []; // who waits for the bind, then who waits for the end
    private int _open, _toAccept;
    private long _accepted;
    private bool _isFull;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="catalog">Answers what a path names.</param>
    /// <param name="tcpManager">The manager of Akka.IO, or a stand-in for it; null for the system's.</param>
    public ListenerActor(VodSettings settings, IActorRef catalog, IActorRef? tcpManager)
    {
        _settings = settings;
        _connections = ConnectionContext.Of(settings, catalog);
        _tcpManager = tcpManager ?? Context.System.Tcp();
        _refusal = ErrorResponse.Unavailable((int)settings.Http.RetryAfter.TotalSeconds);
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The listener of a server.</summary>
    public static Props Props(VodSettings settings, IActorRef catalog, IActorRef? tcpManager = null) =>
        Akka.Actor.Props.Create<ListenerActor>(settings, catalog, tcpManager!);

    /// <inheritdoc/>
    protected override void PreStart() => Bind(_settings.Listen.EndPoint, isFirst: true);

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    /// <summary>No message comes before <see cref="PreStart"/> has chosen the first state.</summary>
    protected override bool Receive(object message) => false;

    private Receive Binding(IPEndPoint address, bool isFirst) => message =>
    {
        switch (message)
        {
            case Tcp.Bound { LocalAddress: IPEndPoint bound }:
                _log.Listening(bound);
                Answer(new Listening(bound));
                Context.Watch(Sender);
                _toAccept = 0;
                AcceptMore(Sender);
                Become(Accepting(Sender, bound));
                return true;
            case Tcp.CommandFailed { Cmd: Tcp.Bind } failed when isFirst:
                var failure = new ListenFailed(Reason(failed));
                Answer(failure);
                Become(Failed(failure));
                return true;
            case Tcp.CommandFailed { Cmd: Tcp.Bind }:
                _log.ListeningEnded(RebindDelay);
                Timers.StartSingleTimer(nameof(Rebind), Rebind.Instance, RebindDelay);
                return true;
            case Rebind:
                Bind(address, isFirst: false);
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

    private Receive Accepting(IActorRef socket, IPEndPoint bound) => message =>
    {
        switch (message)
        {
            case Tcp.Connected connected:
                Spawn(connected);
                _toAccept--;
                AcceptMore(socket);
                return true;
            case Terminated stopped when stopped.ActorRef.Equals(socket):
                _log.ListeningEnded(RebindDelay);
                Become(Binding(bound, isFirst: false));
                Timers.StartSingleTimer(nameof(Rebind), Rebind.Instance, RebindDelay);
                return true;
            case WhenListening:
                Sender.Tell(new Listening(bound));
                return true;
            case Drain:
                Context.Unwatch(socket);
                socket.Tell(Tcp.Unbind.Instance);
                BeginToDrain(Sender);
                return true;
            default:
                return AnyState(message);
        }
    };

    private Receive Draining() => message =>
    {
        switch (message)
        {
            case Tcp.Connected: // accepted before the socket was closed: it is answered, and closed then
                Spawn((Tcp.Connected)message).Tell(FinishUp.Instance);
                return true;
            case TimeIsOver:
                _log.CuttingOff(_open);
                foreach (var connection in Context.GetChildren()) connection.Tell(CutOff.Instance);
                return true;
            case Drain:
                _askers.Add(Sender);
                return true;
            case Tcp.Bound:
                Sender.Tell(Tcp.Unbind.Instance);
                return true;
            case Tcp.Unbound:
                return true;
            default:
                if (!AnyState(message)) return false;
                FinishIfEmpty();
                return true;
        }
    };

    private Receive Idle() => message =>
    {
        switch (message)
        {
            case Drain:
                Sender.Tell(Drained.Instance);
                return true;
            case Tcp.Connected:
                Sender.Tell(Tcp.Abort.Instance);
                return true;
            case Tcp.Bound:
                Sender.Tell(Tcp.Unbind.Instance);
                return true;
            case Tcp.Unbound or TimeIsOver:
                return true;
            default:
                return AnyState(message);
        }
    };

    private bool AnyState(object message)
    {
        switch (message)
        {
            case Terminated: // a connection: the socket is told apart by the states that have one
                _open--;
                if (_isFull && _open < _settings.Http.MaxConnections * 9L / 10) _isFull = false;
                return true;
            default:
                return false;
        }
    }

    private void Bind(IPEndPoint address, bool isFirst)
    {
        _tcpManager.Tell(new Tcp.Bind(
            Self, address, _settings.Listen.Backlog, [new ServerSocketOptions(_settings.Listen.IsDualStack)], pullMode: true));
        Become(Binding(address, isFirst));
    }

    /// <summary>Spawns a connection; one too many gets 503 for its only answer, and one that is even beyond that is cut off.</summary>
    private IActorRef Spawn(Tcp.Connected connected)
    {
        var limit = _settings.Http.MaxConnections;
        if (_open >= limit && !_isFull)
        {
            _isFull = true;
            _log.TooManyConnections(limit);
        }

        var connection = Context.ActorOf(
            ConnectionActor.Props(_connections, Sender, connected.RemoteAddress, _open < limit ? null : _refusal), $"{++_accepted}");
        Context.Watch(connection);
        _open++;
        if (_open > 2L * limit) connection.Tell(CutOff.Instance);
        return connection;
    }

    private void AcceptMore(IActorRef socket)
    {
        if (_toAccept > 0) return;
        _toAccept = AcceptBatch;
        socket.Tell(new Tcp.ResumeAccepting(AcceptBatch));
    }

    private void BeginToDrain(IActorRef asker)
    {
        Answer(new ListenFailed("the server is stopping"));
        _askers.Add(asker);
        _log.Draining(_open, _settings.Http.ShutdownTimeout);
        foreach (var connection in Context.GetChildren()) connection.Tell(FinishUp.Instance);
        Timers.StartSingleTimer(nameof(TimeIsOver), TimeIsOver.Instance, _settings.Http.ShutdownTimeout);
        Become(Draining());
        FinishIfEmpty();
    }

    private void FinishIfEmpty()
    {
        if (_open > 0) return;
        Timers.CancelAll();
        Answer(Drained.Instance);
        Become(Idle());
    }

    private void Answer(object message)
    {
        foreach (var asker in _askers) asker.Tell(message);
        _askers.Clear();
    }

    private static string Reason(Tcp.CommandFailed failed) => failed.Cause.HasValue && failed.Cause.Value is SocketException cause
        ? cause.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "the port is in use",
            SocketError.AccessDenied => "permission denied, as for any port below 1024",
            SocketError.AddressNotAvailable => "this machine does not have that address",
            _ => cause.Message,
        }
        : failed.CauseString is { Length: > 0 } text ? text : "the address could not be bound";

    private sealed class Rebind
    {
        public static readonly Rebind Instance = new();
    }

    private sealed class TimeIsOver
    {
        public static readonly TimeIsOver Instance = new();
    }
}

/// <summary>IPv4 on an IPv6 socket, and no delay of small packets on the accepted ones.</summary>
/// <param name="isDualStack">Whether the socket is to take IPv4 too.</param>
internal sealed class ServerSocketOptions(bool isDualStack) : Inet.SocketOption
{
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (isDualStack) ss.DualMode = true;
    }

    public override void AfterConnect(Socket s) => s.NoDelay = true;
}
