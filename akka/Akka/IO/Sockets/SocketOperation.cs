using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch;

namespace Akka.IO.Sockets;

/// <summary>
/// A socket operation, used again and again, whose completions are told to an actor; those that complete at once are not.
/// Disposing it while it is in flight is safe: it is freed when it completes.
/// </summary>
internal class SocketOperation(IActorRef owner, SocketSignal completed) : SocketAsyncEventArgs(unsafeSuppressExecutionContextFlow: true)
{
    protected override void OnCompleted(SocketAsyncEventArgs e) => RunNext.Tell(owner, completed);
}

/// <summary>Accepts connections. One that is accepted when the listening actor has already stopped is closed.</summary>
internal sealed class AcceptOperation(IActorRef owner) : SocketOperation(owner, SocketSignal.Accepted)
{
    private volatile bool _abandoned;

    /// <summary>Takes the accepted socket, if there is one.</summary>
    public Socket? Take()
    {
        var socket = AcceptSocket;
        if (socket is not null) AcceptSocket = null;
        return socket;
    }

    /// <summary>Nobody will take what is accepted from now on.</summary>
    public void Abandon()
    {
        _abandoned = true;
        // Accepted, but the actor stopped before it was told. While the operation is in flight there is none yet.
        AcceptSocket?.Dispose();
        Dispose();
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        if (_abandoned) AcceptSocket?.Dispose();
        else base.OnCompleted(e);
    }
}
