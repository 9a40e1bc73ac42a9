using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.Actor;

namespace Vod.Transport.Sockets;

/// <summary>Accepts by accept4, and waits over epoll.</summary>
internal sealed class EpollAcceptor : Acceptor, IReadiness
{
    private readonly IActorRef _owner;
    private readonly Registration _registration;
    private volatile bool _mayBeWaiting = true;

    public EpollAcceptor(Socket socket, IActorRef owner) : base(socket)
    {
        _owner = owner;
        socket.Blocking = false;
        _registration = EventLoop.ForNext().Add(socket.SafeHandle, this, write: false);
    }

    /// <inheritdoc/>
    public override AcceptVerdict Accept(out SocketDriver? connection)
    {
        connection = null;
        if (!_mayBeWaiting) return AcceptVerdict.NoneLeft;
        _mayBeWaiting = false; // before the call, so that a client who comes during it is not overlooked
        var error = Kernel.Accept(Socket.SafeHandle, out var remote, out var descriptor);
        var verdict = error == Errno.Success ? After(descriptor!) : AcceptError.Of(error);
        if (verdict != AcceptVerdict.NoneLeft) _mayBeWaiting = true;
        if (error == Errno.Success) connection = new EpollSocketDriver(descriptor!, remote!);
        else if (verdict != AcceptVerdict.NoneLeft) LastError = Marshal.GetPInvokeErrorMessage(error);
        return verdict;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _registration.Dispose();
        Socket.Dispose();
    }

    /// <inheritdoc/>
    public void OnReady(Readiness ready)
    {
        _mayBeWaiting = true;
        _owner.Tell(AcceptReady.Instance, ActorRefs.NoSender);
    }
}
