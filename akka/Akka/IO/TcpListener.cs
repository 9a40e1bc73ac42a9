using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.IO.Sockets;

namespace Akka.IO;

/// <summary>
/// One listening socket. Accepts in batches, hands each connection to an actor of its own, and never stops accepting for an error: it
/// waits a little and tries again.
/// </summary>
internal sealed class TcpListener(TcpSettings settings, Tcp.Bind bind, IActorRef binder, IActorRef manager)
    : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private Socket? _socket;
    private AcceptOperation? _accept;
    private DescriptorHeadroom? _descriptors;
    private long _acceptable = bind.PullMode ? 0 : long.MaxValue; // how many connections may be accepted
    private bool _accepting; // an operation is in flight, or a signal to go on is on its way
    private int _failures;   // in a row
    private bool _hasFailed; // and said so

    private ILoggingAdapter Log => field ??= Context.GetLogger();

    protected override void PreStart()
    {
        try
        {
            _socket = Listen();
            _descriptors = new DescriptorHeadroom();
        }
        catch (Exception e)
        {
            // Options are not ours: they may throw anything.
            Log.Error(e, "Bind failed for TCP channel on endpoint [{0}]", bind.LocalAddress);
            binder.Tell(bind.FailureMessage.WithCause(e), Self);
            Context.Stop(Self);
            return;
        }
        Context.Watch(bind.Handler);
        _accept = new AcceptOperation(Self);
        if (settings.TraceLogging) Log.Debug("Listening on {0}", _socket.LocalEndPoint!);
        binder.Tell(new Tcp.Bound(_socket.LocalEndPoint!), Self);
        Accept();
    }

    protected override void PostStop()
    {
        _socket?.Dispose();
        _accept?.Abandon();
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case SocketSignal signal:
                _accepting = false;
                if (signal == SocketSignal.AcceptOn ? CanAccept() : TakeAccepted()) Accept();
                return true;
            case Tcp.ResumeAccepting resume:
                _acceptable = bind.PullMode ? resume.BatchSize : long.MaxValue;
                Accept();
                return true;
            case Tcp.Unbind:
                // Closed before it is confirmed, so that the port is free.
                _socket?.Dispose();
                Sender.Tell(Tcp.Unbound.Instance, Self);
                Context.Stop(Self);
                return true;
            case Terminated:
                Context.Stop(Self);
                return true;
            default:
                return false;
        }
    }

    private Socket Listen()
    {
        var socket = new Socket(bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (bind.LocalAddress is IPEndPoint { Address: var address } && (address.Equals(IPAddress.IPv6Any) || address.IsIPv4MappedToIPv6))
                socket.DualMode = true;
            // Accepted sockets take it over, which saves each of them a call.
            socket.NoDelay = true;
            foreach (var option in bind.Options) option.BeforeServerSocketBind(socket);
            socket.Bind(bind.LocalAddress);
            foreach (var option in bind.Options.OfType<Inet.SocketOptionV2>()) option.AfterBind(socket);
            socket.Listen(bind.Backlog);
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
        for (var batch = settings.BatchAcceptLimit; !_accepting && _acceptable > 0; batch--)
        {
            if (batch == 0)
            {
                _accepting = true;
                Self.Tell(SocketSignal.AcceptOn, ActorRefs.NoSender);
                return;
            }
            _accepting = _socket!.AcceptAsync(_accept!);
            if (_accepting) Recovered();
            else if (!TakeAccepted()) return;
        }
    }

    /// <summary>Hands what was accepted to the manager.</summary>
    /// <returns>Whether to accept on at once.</returns>
    private bool TakeAccepted()
    {
        var socket = _accept!.Take();
        if (_accept.SocketError == SocketError.Success && socket is not null)
        {
            if (_acceptable != long.MaxValue) _acceptable--;
            var isLast = _descriptors!.IsReachedBy(socket.SafeHandle);
            manager.Tell(new TcpIncomingConnection.Start(socket, bind), Self);
            if (isLast)
            {
                AcceptLater("the process has hardly any descriptors left");
                return false;
            }
            _failures = 0;
            return true;
        }
        socket?.Dispose();
        // The peer was gone before it was accepted: the next one may not be.
        if (_accept.SocketError is SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.Interrupted) return true;
        AcceptLater(new SocketException((int)_accept.SocketError).Message);
        return false;
    }

    /// <summary>After a failure, accepts on only when descriptors are left for others.</summary>
    private bool CanAccept()
    {
        if (_failures == 0 || _descriptors!.IsThere()) return true;
        AcceptLater("");
        return false;
    }

    private void AcceptLater(string because)
    {
        _accepting = true;
        if (!_hasFailed) Log.Error("Cannot accept connections on {0}: {1}. Trying again.", _socket!.LocalEndPoint!, because);
        _hasFailed = true;
        Context.System.Scheduler.ScheduleTellOnce(Backoff(_failures++), Self, SocketSignal.AcceptOn, ActorRefs.NoSender);
    }

    /// <summary>All who waited have been accepted.</summary>
    private void Recovered()
    {
        if (_hasFailed) Log.Info("Accepting connections on {0} again", _socket!.LocalEndPoint!);
        _hasFailed = false;
    }

    /// <summary>How long to wait after so many failures before this one: 100 ms, doubled each time, at most 1 s.</summary>
    internal static TimeSpan Backoff(int failures) => TimeSpan.FromMilliseconds(Math.Min(1000, 100 << Math.Min(failures, 4)));
}
