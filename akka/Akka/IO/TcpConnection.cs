using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.IO.Sockets;

namespace Akka.IO;

/// <summary>
/// One connection. Its states are methods: awaiting registration → open → (flushing → (awaiting the peer's end)) → stopped. Whatever ends it,
/// the handler, and who asked for it, are told exactly one event when the socket is closed.
/// </summary>
internal abstract partial class TcpConnection(TcpSettings settings, bool pullMode)
    : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private Socket? _socket;
    private IActorRef? _announcedTo; // who is to register a handler
    private Tcp.Register? _registration;
    private bool _peerClosed; // the peer has closed its half
    private Ending? _ending;  // how it ends, once that is known

    protected TcpSettings Settings => settings;

    /// <summary>The connected socket could not be set up: nobody has heard of it yet.</summary>
    protected abstract void Failed(Exception e);

    /// <summary>Takes over a connected socket and announces it.</summary>
    protected void Establish(Socket socket, IActorRef commander, IEnumerable<Inet.SocketOption> options)
    {
        _socket = socket;
        _announcedTo = commander;
        _reading = !pullMode;
        try
        {
            socket.Blocking = false;
            foreach (var option in options) option.AfterConnect(socket);
            commander.Tell(new Tcp.Connected(socket.RemoteEndPoint!, socket.LocalEndPoint!), Self);
        }
        catch (Exception e)
        {
            // The peer is gone already, or an option does not like the socket.
            Failed(e);
            Context.Stop(Self);
            return;
        }
        Context.Watch(commander);
        if (settings.RegisterTimeout is { } timeout) Context.SetReceiveTimeout(timeout);
        Become(AwaitingRegistration);
    }

    /// <summary>Ends the connection. The handler and <paramref name="commander"/> are told once it is closed.</summary>
    protected void Stop(Tcp.ConnectionClosed with, IActorRef? commander = null)
    {
        _ending = new Ending(with, commander ?? _ending?.Commander);
        Context.Stop(Self);
    }

    protected override void PostStop()
    {
        if (_socket is not null) CloseSocket(_socket, inOrder: _ending?.With is Tcp.Closed or Tcp.ConfirmedClosed or Tcp.PeerClosed);
        _receive?.Dispose();
        _writer?.Dispose();
        if (_ending is not { } ending) return;
        if (settings.TraceLogging) Context.GetLogger().Debug("Connection ended: {0}", ending.With);
        _registration?.Handler.Tell(ending.With, Self);
        if (ending.Commander is { } commander && !commander.Equals(_registration?.Handler)) commander.Tell(ending.With, Self);
    }

    /// <summary>Announced; nothing is read or written until somebody registers.</summary>
    private bool AwaitingRegistration(object message)
    {
        switch (message)
        {
            case Tcp.Register register:
                _registration = register;
                Context.SetReceiveTimeout(null);
                if (!register.Handler.Equals(_announcedTo)) Context.Unwatch(_announcedTo!);
                Context.Watch(register.Handler);
                Become(Open);
                Read();
                Write();
                return true;
            case Tcp.CloseCommand close:
                if (!Sender.Equals(_announcedTo)) _announcedTo!.Tell(close.Event, Self);
                Stop(close.Event, Sender);
                return true;
            case ReceiveTimeout:
                Context.GetLogger().Debug("Configured registration timeout of [{0}] expired, stopping", settings.RegisterTimeout!);
                Context.Stop(Self);
                return true;
            case Terminated:
                // Who was to register a handler has stopped.
                Stop(Tcp.Aborted.Instance);
                return true;
            case Tcp.WriteCommand write:
                if (!CanTake(write)) return true;
                Context.GetLogger().Warning("Received Write command before Register command. It will be buffered until Register will be received (buffered write size is {0} bytes)", Bytes(write));
                Take(write);
                return true;
            default:
                return TakeReadCommand(message) || TakeWriteCommand(message);
        }
    }

    /// <summary>Registered: reads and writes.</summary>
    private bool Open(object message)
    {
        switch (message)
        {
            case SocketSignal signal:
                OnSignal(signal);
                return true;
            case Tcp.CloseCommand close:
                End(close.Event, Sender);
                return true;
            case Terminated:
                // Nobody is left to tell what to do. The peer had better not take for complete what it has got.
                Stop(Tcp.Aborted.Instance);
                return true;
            default:
                return TakeWriteCommand(message) || TakeReadCommand(message);
        }
    }

    /// <summary>Closing in order, but not all is written yet. The handler may stop.</summary>
    private bool Flushing(object message)
    {
        switch (message)
        {
            case SocketSignal signal when signal == SocketSignal.TimeIsUp:
                Stop(Tcp.Aborted.Instance);
                return true;
            case SocketSignal signal:
                OnSignal(signal);
                return true;
            case Tcp.Abort:
                Stop(Tcp.Aborted.Instance, Sender);
                return true;
            case Terminated:
                // Nobody is left who could abort it, should the peer take nothing any more.
                Context.System.Scheduler.ScheduleTellOnce(settings.FlushTimeoutWithoutHandler, Self, SocketSignal.TimeIsUp, ActorRefs.NoSender);
                if (_ending!.With is Tcp.ConfirmedClosed) _ending = _ending with { With = Tcp.Closed.Instance };
                return true;
            case Tcp.WriteCommand write:
                Refuse(write, "the connection is closing");
                return true;
            default:
                return message is Tcp.CloseCommand || TakeReadCommand(message);
        }
    }

    /// <summary>This half is closed; the other is read to its end.</summary>
    private bool AwaitingPeer(object message)
    {
        switch (message)
        {
            case SocketSignal signal:
                OnSignal(signal);
                return true;
            case Tcp.Abort:
                Stop(Tcp.Aborted.Instance, Sender);
                return true;
            case Terminated:
                Stop(Tcp.Closed.Instance);
                return true;
            case Tcp.WriteCommand write:
                Refuse(write, "the connection is closing");
                return true;
            default:
                return message is Tcp.CloseCommand || TakeReadCommand(message);
        }
    }

    /// <summary>Begins to close: at once, or when all is written.</summary>
    private void End(Tcp.ConnectionClosed with, IActorRef? commander)
    {
        _ending = new Ending(with, commander);
        if (with is Tcp.Aborted) Stop(with, commander);
        else if (_writer is { HasWork: true }) Become(Flushing);
        else Ended();
    }

    /// <summary>Closing, and all is written.</summary>
    private void Ended()
    {
        if (_ending!.With is Tcp.ConfirmedClosed && !_peerClosed)
        {
            Shutdown(_socket!);
            Become(AwaitingPeer);
            Read();
        }
        else Stop(_ending.With);
    }

    private void OnPeerClosed()
    {
        _peerClosed = true;
        if (_ending is { With: Tcp.ConfirmedClosed } && _writer is not { HasWork: true }) Stop(_ending.With);
        else if (_ending is not null) return; // still flushing, closes when that is done
        else if (_registration!.KeepOpenOnPeerClosed) _registration.Handler.Tell(Tcp.PeerClosed.Instance, Self);
        else End(Tcp.PeerClosed.Instance, null);
    }

    private void OnSignal(SocketSignal signal)
    {
        if (signal == SocketSignal.Sent) Written(_writer!.Resume());
        else if (signal == SocketSignal.WriteOn) WriteOn();
        else if (signal == SocketSignal.Readable) OnReadable();
        else ReadOn();
    }

    private void Fail(string cause) => Stop(new Tcp.ErrorClosed(cause));

    private static void CloseSocket(Socket socket, bool inOrder)
    {
        // Shut down first: without that, closing while a receive is in flight resets the connection.
        if (inOrder) Shutdown(socket);
        else socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    private static void Shutdown(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The peer has reset it, so there is nothing left to shut down; the receive in flight tells.
        }
    }

    private sealed record Ending(Tcp.ConnectionClosed With, IActorRef? Commander);
}
