using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Vod.Transport.Scheduling;

namespace Vod.Transport.Sockets;

/// <summary>Accepts by the sockets of .NET.</summary>
internal sealed class AsyncAcceptor : Acceptor
{
    private readonly Inet.SocketOption[] _options;
    private readonly bool _usesKernel;
    private readonly Operation _accept;

    public AsyncAcceptor(Socket socket, IActorRef owner, IEnumerable<Inet.SocketOption> options, bool usesKernel) : base(socket)
    {
        _options = [.. options];
        _usesKernel = usesKernel;
        _accept = new Operation(owner);
    }

    /// <inheritdoc/>
    public override AcceptVerdict Accept(out SocketDriver? connection)
    {
        connection = null;
        switch (_accept.State)
        {
            case OperationState.UnderWay:
                return AcceptVerdict.NoneLeft;
            case OperationState.Idle:
                _accept.State = OperationState.UnderWay;
                if (Socket.AcceptAsync(_accept)) return AcceptVerdict.NoneLeft;
                break;
        }

        _accept.State = OperationState.Idle;
        var accepted = _accept.Take();
        if (_accept.SocketError != SocketError.Success || accepted is null)
        {
            accepted?.Dispose();
            LastError = new SocketException((int)_accept.SocketError).Message;
            return Verdict(_accept.SocketError);
        }

        return SetUp(accepted, out connection);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Socket.Dispose();
        _accept.Abandon();
    }

    private AcceptVerdict SetUp(Socket accepted, out SocketDriver? connection)
    {
        try
        {
            accepted.Blocking = false;
            if (!OperatingSystem.IsLinux()) accepted.NoDelay = true;
            foreach (var option in _options) option.AfterConnect(accepted);
            connection = new AsyncSocketDriver(accepted, _usesKernel);
            return After(accepted.SafeHandle);
        }
        catch (SocketException)
        {
            // The client is gone already, which some systems say here.
            accepted.Dispose();
            connection = null;
            return AcceptVerdict.NextClient;
        }
        catch
        {
            accepted.Dispose(); // an option is at fault
            throw;
        }
    }

    /// <summary>As <see cref="AcceptError"/> has it, in the terms of .NET. What is not listed is waited out.</summary>
    private static AcceptVerdict Verdict(SocketError error) => error switch
    {
        SocketError.Interrupted => AcceptVerdict.NextClient, // by a signal, nothing was taken
        SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.TimedOut => AcceptVerdict.NextClient, // that client is gone
        SocketError.NetworkDown or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.HostUnreachable => AcceptVerdict.NextClient, // likewise
        SocketError.OperationAborted or SocketError.NotSocket or SocketError.InvalidArgument => AcceptVerdict.Fatal, // the socket was closed
        _ => AcceptVerdict.BackOff,
    };

    private enum OperationState
    {
        Idle,
        UnderWay,
        Completed,
    }

    private sealed class Operation(IActorRef owner) : SocketAsyncEventArgs(unsafeSuppressExecutionContextFlow: true)
    {
        private volatile OperationState _state;
        private volatile bool _isAbandoned;

        public OperationState State { get => _state; set => _state = value; }

        /// <summary>Takes the accepted socket, if there is one.</summary>
        public Socket? Take()
        {
            var accepted = AcceptSocket;
            AcceptSocket = null;
            return accepted;
        }

        /// <summary>Nobody takes what is accepted from now on.</summary>
        public void Abandon()
        {
            _isAbandoned = true;
            Interlocked.MemoryBarrier(); // either this sees that it has completed, or the completion that it is abandoned
            if (_state != OperationState.UnderWay) AcceptSocket?.Dispose();
            Dispose();
        }

        protected override void OnCompleted(SocketAsyncEventArgs e)
        {
            _state = OperationState.Completed;
            Interlocked.MemoryBarrier();
            if (_isAbandoned) AcceptSocket?.Dispose();
            else RunNext.Run(owner, static actor => actor.Tell(AcceptReady.Instance, ActorRefs.NoSender));
        }
    }
}
