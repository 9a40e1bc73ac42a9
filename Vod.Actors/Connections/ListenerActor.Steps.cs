using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Vod.Actors.Diagnostics;
using Vod.Actors.Planning;
using Vod.Transport;

namespace Vod.Actors.Connections;

// What leads from one state to the next.
public sealed partial class ListenerActor
{
    private const int MostRefused = 1000; // at once; those that are too many even for being told so are cut off
    private const int AcceptBatch = 100; // connections accepted before this actor is asked again: its mailbox is bounded by that
    private static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(1); // for those who had begun to connect before the port was handed over
    private static readonly TimeSpan QueueInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RebindDelay = TimeSpan.FromSeconds(1);
    private static readonly ListenFailed Stopping = new("the server is stopping");

    private void Bind(IPEndPoint address, bool isFirst)
    {
        _tcpManager.Tell(new Tcp.Bind(
            Self, address, _settings.Listen.Backlog, SocketOptions(), pullMode: true));
        Become(Binding(address, isFirst));
    }

    private Inet.SocketOption[] SocketOptions()
    {
        List<Inet.SocketOption> options = [new DualStack(_settings.Listen.IsDualStack)];
        if (_takeover is not null) options.Add(_takeover);
        if (_settings.Listen.Transport == ListenTransport.AkkaIo) options.Add(new NoDelay());
        return [.. options];
    }

    private void BindLater()
    {
        _log.ListeningEnded(RebindDelay);
        Timers.StartSingleTimer(nameof(Rebind), Rebind.Instance, RebindDelay);
    }

    private void Accept(IActorRef socket, IPEndPoint bound)
    {
        _log.Listening(bound);
        Answer(new Listening(bound));
        Context.System.EventStream.Publish(new Listening(bound));
        Context.Watch(socket);
        Timers.Cancel(nameof(Rebind));
        _listening = (socket, bound);
        _toAccept = 0;
        AcceptMore(socket);
        Become(Accepting(socket, bound));
    }

    /// <summary>The connection: of <see cref="TransportManager"/> it comes with the message, of another manager it is the sender.</summary>
    private IConnectionChannel ChannelOf(object message) => message is Accepted accepted
        ? accepted.Channel
        : new ActorChannel(Sender, ((Tcp.Connected)message).RemoteAddress, takesFiles: _settings.Listen.Transport == ListenTransport.Vod);

    /// <summary>The server has stopped: there is nobody to serve it.</summary>
    private static void Refuse(IConnectionChannel channel)
    {
        channel.Close(Tcp.Abort.Instance);
        channel.Dispose();
    }

    /// <summary>Spawns a connection; one too many gets 503 for its only answer, and one that is even beyond that is cut off.</summary>
    private IActorRef Spawn(IConnectionChannel channel)
    {
        var limit = _settings.Http.MaxConnections;
        var isServed = Served < limit;
        if (!isServed && !_isFull)
        {
            _isFull = true;
            _log.TooManyConnections(limit);
        }

        var connection = Context.ActorOf(
            ConnectionActor.Props(_connections, channel, isServed ? null : _refusal, ++_accepted), $"{_accepted}");
        _open++;
        if (!isServed) _refused.Add(connection);
        if (_refused.Count > MostRefused) connection.Tell(CutOff.Instance);
        return connection;
    }

    /// <summary>
    /// Asked again when half of a batch has come, not all of it: accepting goes on meanwhile, and it does not end for good when a client
    /// that was accepted is gone before the socket has announced it.
    /// </summary>
    private void AcceptMore(IActorRef socket)
    {
        if (_toAccept > AcceptBatch / 2) return;
        _toAccept = AcceptBatch;
        socket.Tell(new Tcp.ResumeAccepting(AcceptBatch));
    }

    /// <summary>The children whose names are numbers; the others gather reports.</summary>
    private static IEnumerable<IActorRef> Connections() => Context.GetChildren().Where(IsConnection);

    private static bool IsConnection(IActorRef child) => char.IsAsciiDigit(child.Path.Name[0]);

    private void Kick(KickConnection kick)
    {
        var connection = Context.Child($"{kick.Id}");
        var isFound = !connection.IsNobody();
        if (isFound) connection.Tell(CutOff.Instance);
        Sender.Tell(new Kicked(kick.RequestId, isFound));
    }

    /// <summary>Those who are connected go on under the new settings, too.</summary>
    private void Reconfigure(VodSettings settings)
    {
        _settings = settings;
        _connections = _connections.With(settings);
        _refusal = ErrorResponse.Unavailable((int)settings.Http.RetryAfter.TotalSeconds);
        var changed = new ContextChanged(_connections);
        foreach (var connection in Connections()) connection.Tell(changed);
    }

    private void BeginToDrain(IActorRef asker)
    {
        Answer(Stopping);
        Context.System.EventStream.Publish(ListeningEnded.Instance);
        _askers.Add(asker);
        _log.Draining(_open, _settings.Http.ShutdownTimeout);
        foreach (var connection in Connections()) connection.Tell(FinishUp.Instance);
        Timers.Cancel(nameof(Rebind));
        Timers.StartSingleTimer(nameof(TimeIsOver), TimeIsOver.Instance, _settings.Http.ShutdownTimeout);
        Become(Draining());
        FinishIfEmpty();
    }

    private void StopAccepting(IActorRef socket)
    {
        socket.Tell(Tcp.Unbind.Instance);
        _log.NotAccepting();
    }

    /// <summary>New connections go to another process from now on; those that wait here, or shake hands, are still accepted.</summary>
    private void HandOver(PortTakeover takeover, IActorRef socket)
    {
        _log.HandingOver(takeover.SteerToSuccessor());
        _leaving = socket;
        Timers.StartSingleTimer(nameof(LookAtQueue), LookAtQueue.Instance, HandshakeTime);
    }

    private void LeavePort()
    {
        if (_takeover!.Waiting() > 0)
        {
            Timers.StartSingleTimer(nameof(LookAtQueue), LookAtQueue.Instance, QueueInterval);
            return;
        }

        StopAccepting(_leaving!);
        _leaving = null;
        FinishIfEmpty();
    }

    private void FinishIfEmpty()
    {
        if (_open > 0 || _leaving is not null) return;
        _log.Stopped();
        Timers.CancelAll();
        Answer(Drained.Instance);
        Become(Idle());
    }

    private void Answer(object message)
    {
        foreach (var asker in _askers) asker.Tell(message);
        _askers.Clear();
    }

    private static string Reason(Tcp.CommandFailed failed) => failed.Cause.Value switch
    {
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => "the port is in use",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "permission denied, as for any port below 1024",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "this machine does not have that address",
        { } cause => cause.Message,
        null => "the address could not be bound",
    };

    private sealed class Rebind
    {
        public static readonly Rebind Instance = new();
    }

    private sealed class LookAtQueue
    {
        public static readonly LookAtQueue Instance = new();
    }

    private sealed record BindAgain(IPEndPoint Address);

    private sealed class TimeIsOver
    {
        public static readonly TimeIsOver Instance = new();
    }
}
