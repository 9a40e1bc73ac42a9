using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO.Sockets;

namespace Akka.IO;

/// <summary>
/// A connection that is asked for. Looks up the host, tries its addresses in turn, and announces itself to who asked; or says why it could
/// not connect, and stops.
/// </summary>
internal sealed class TcpOutgoingConnection(TcpSettings settings, Tcp.Connect connect, IActorRef commander)
    : TcpConnection(settings, connect.PullMode)
{
    private readonly Queue<EndPoint> _candidates = new();
    private Socket? _connecting;
    private SocketOperation? _operation;

    protected override void PreStart()
    {
        Context.Watch(commander);
        if (connect.Timeout is { } timeout) Context.SetReceiveTimeout(timeout);
        if (connect.RemoteAddress is DnsEndPoint host)
        {
            var family = Settings.OutgoingSocketForceIpv4 ? AddressFamily.InterNetwork : host.AddressFamily;
            Dns.GetHostAddressesAsync(host.Host, family).PipeTo(Self,
                success: addresses => new Resolved([.. addresses.Select(address => new IPEndPoint(address, host.Port))]),
                failure: e => new Unresolved(e));
            return;
        }
        _candidates.Enqueue(connect.RemoteAddress);
        ConnectNext(new SocketException((int)SocketError.HostNotFound));
    }

    protected override void PostStop()
    {
        _connecting?.Dispose();
        _operation?.Dispose();
        base.PostStop();
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Resolved resolved:
                foreach (var address in resolved.Addresses) _candidates.Enqueue(address);
                ConnectNext(new SocketException((int)SocketError.HostNotFound));
                return true;
            case Unresolved unresolved:
                GiveUp(unresolved.Cause);
                return true;
            case SocketSignal:
                OnConnected();
                return true;
            case ReceiveTimeout:
                GiveUp(new ConnectException($"Connect timeout of {connect.Timeout} expired"));
                return true;
            case Terminated:
                // Nobody is left to connect for.
                Context.Stop(Self);
                return true;
            case Tcp.CloseCommand close:
                Stop(close.Event, Sender);
                return true;
            default:
                return false;
        }
    }

    protected override void Failed(Exception e) => GiveUp(e);

    private void ConnectNext(Exception lastFailure)
    {
        while (_candidates.TryDequeue(out var address))
        {
            try
            {
                _connecting = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                foreach (var option in connect.Options) option.BeforeConnect(_connecting);
                if (connect.LocalAddress is { } local) _connecting.Bind(local);
                _operation = new SocketOperation(Self, SocketSignal.Connected) { RemoteEndPoint = address };
                if (!_connecting.ConnectAsync(_operation)) OnConnected();
                return;
            }
            catch (Exception e)
            {
                // Options are not ours: they may throw anything.
                lastFailure = e;
                _connecting?.Dispose();
                _operation?.Dispose();
            }
        }
        GiveUp(lastFailure);
    }

    private void OnConnected()
    {
        var socket = _connecting!;
        var error = _operation!.SocketError;
        _operation.Dispose();
        _connecting = null;
        if (error == SocketError.Success)
        {
            Context.SetReceiveTimeout(null);
            Establish(socket, commander, connect.Options);
            return;
        }
        socket.Dispose();
        ConnectNext(new SocketException((int)error));
    }

    private void GiveUp(Exception cause)
    {
        Context.GetLogger().Debug("Could not establish connection to [{0}] due to {1}", connect.RemoteAddress, cause.Message);
        commander.Tell(connect.FailureMessage.WithCause(cause), Self);
        Context.Stop(Self);
    }

    private sealed record Resolved(IPEndPoint[] Addresses) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed record Unresolved(Exception Cause) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
