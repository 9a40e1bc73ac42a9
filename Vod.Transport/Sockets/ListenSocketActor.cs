using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.IO;

namespace Vod.Transport.Sockets;

/// <summary>
/// One listening socket. Accepts as many connections as it has credit for (<see cref="Tcp.ResumeAccepting"/>), tells each to the handler, and
/// never gives up for an error: it waits a little and tries again, saying so once an episode. Stops with its handler.
/// </summary>
internal sealed class ListenSocketActor : UntypedActor, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>, IWithTimers
{
    private const int BatchSize = 64; // connections accepted before others on this thread have their turn

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Tcp.Bind _bind;
    private readonly IActorRef _binder;
    private readonly Backend _backend;
    private Acceptor? _acceptor;
    private EndPoint? _address;
    private long _credit;
    private bool _isPaused; // until a timer, or the actor's own next turn
    private int _failures;  // in a row
    private bool _hasFailed; // and said so

    /// <summary>Use <see cref="Props"/>.</summary>
    public ListenSocketActor(Tcp.Bind bind, IActorRef binder, Backend backend)
    {
        (_bind, _binder, _backend) = (bind, binder, backend);
        _credit = bind.PullMode ? 0 : long.MaxValue;
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>A listening socket.</summary>
    /// <param name="bind">Where to listen, and who is told of connections.</param>
    /// <param name="binder">Told <see cref="Tcp.Bound"/> or <see cref="Tcp.CommandFailed"/>.</param>
    /// <param name="backend">How sockets are waited for.</param>
    public static Props Props(Tcp.Bind bind, IActorRef binder, Backend backend) => Akka.Actor.Props.Create<ListenSocketActor>(bind, binder, backend);

    /// <summary>How long to wait after so many failures before this one: 100 ms, doubled each time, at most 1 s.</summary>
    internal static TimeSpan Backoff(int failures) => TimeSpan.FromMilliseconds(Math.Min(1000, 100 << Math.Min(failures, 4)));

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Socket? socket = null;
        try
        {
            socket = Listen();
            _address = socket.LocalEndPoint!;
            _acceptor = _backend == Backend.Epoll && !Acceptor.HasOptionsForAccepted(_bind.Options)
                ? new EpollAcceptor(socket, Self)
                : new AsyncAcceptor(socket, Self, _bind.Options, usesKernel: _backend != Backend.Runtime);
        }
        // Options are not ours: they may throw anything.
        catch (Exception e)
        {
            socket?.Dispose();
            _binder.Tell(_bind.FailureMessage.WithCause(e), Self);
            Context.Stop(Self);
            return;
        }

        Context.Watch(_bind.Handler);
        _binder.Tell(new Tcp.Bound(_address), Self);
        Self.Tell(AcceptReady.Instance, ActorRefs.NoSender);
    }

    /// <inheritdoc/>
    protected override void PostStop() => _acceptor?.Dispose();

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case AcceptReady: // somebody may be waiting
                if (!_isPaused) Accept();
                break;
            case AcceptOn:
                _isPaused = false;
                if (_failures == 0 || _acceptor!.HasRoom) Accept();
                else AcceptLater("");
                break;
            case Tcp.ResumeAccepting resume:
                if (_bind.PullMode) _credit = resume.BatchSize;
                if (!_isPaused) Accept();
                break;
            case Tcp.Unbind:
                _acceptor?.Dispose(); // before it is confirmed, so that the port is free
                Sender.Tell(Tcp.Unbound.Instance);
                Context.Stop(Self);
                break;
            case Terminated:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private Socket Listen()
    {
        var socket = new Socket(_bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true; // accepted sockets take it over on Linux, which saves each of them a call
            foreach (var option in _bind.Options) option.BeforeServerSocketBind(socket);
            socket.Bind(_bind.LocalAddress);
            socket.Listen(_bind.Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Accept()
    {
        for (var batch = BatchSize; _credit > 0; batch--)
        {
            if (batch == 0)
            {
                _isPaused = true;
                Self.Tell(AcceptOn.Instance, ActorRefs.NoSender);
                return;
            }

            var verdict = _acceptor!.Accept(out var connection);
            if (connection is not null) Hand(connection);
            switch (verdict)
            {
                case AcceptVerdict.NextClient:
                    if (connection is not null) _failures = 0;
                    break;
                case AcceptVerdict.NoneLeft:
                    Recovered();
                    return;
                case AcceptVerdict.BackOff:
                    AcceptLater(_acceptor.LastError);
                    return;
                default:
                    _log.Error("The listening socket of {0} is gone: {1}.", _address, _acceptor.LastError);
                    Context.Stop(Self);
                    return;
            }
        }
    }

    private void Hand(SocketDriver connection)
    {
        if (_credit != long.MaxValue) _credit--;
        _bind.Handler.Tell(new Accepted(new SocketChannel(connection)), Self);
    }

    private void AcceptLater(string because)
    {
        _isPaused = true;
        if (!_hasFailed) _log.Error("Cannot accept connections on {0}: {1}. Trying again.", _address, because);
        _hasFailed = true;
        Timers.StartSingleTimer(AcceptOn.Instance, AcceptOn.Instance, Backoff(_failures++));
    }

    /// <summary>All who waited have been accepted.</summary>
    private void Recovered()
    {
        _failures = 0;
        if (_hasFailed) _log.Info("Accepting connections on {0} again", _address);
        _hasFailed = false;
    }

    private sealed class AcceptOn
    {
        public static readonly AcceptOn Instance = new();
    }
}

/// <summary>Tells a <see cref="ListenSocketActor"/> that somebody may be waiting to be accepted.</summary>
internal sealed class AcceptReady : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    public static readonly AcceptReady Instance = new();
}
