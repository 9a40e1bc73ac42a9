using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Vod.Transport.Scheduling;

namespace Vod.Transport.Sockets;

/// <summary>
/// A socket of .NET, whose readiness comes from the runtime: a receive of no bytes completes when there are some, and a small send when there
/// is room (one of no bytes would complete at once). Works on every system; on Linux the bytes themselves go by the same calls as over epoll.
/// </summary>
/// <param name="socket">A connected socket.</param>
/// <param name="usesKernel">Whether the calls of <see cref="Kernel"/> are there.</param>
internal sealed class AsyncSocketDriver(Socket socket, bool usesKernel) : SocketDriver
{
    private const int LeadOverKernel = 512;
    private const int LeadOverRuntime = 16 * 1024; // other systems have no cheaper way to send on

    private Operation? _receive, _send;
    private SocketError _error;           // of the last call
    private volatile SocketError _broken; // what an operation has found: the kernel tells an error once
    private volatile int _lead; // Full while one is being sent

    /// <inheritdoc/>
    public override EndPoint RemoteAddress { get; } = socket.RemoteEndPoint!;

    /// <inheritdoc/>
    public override long? BytesConfirmed => usesKernel && Kernel.BytesConfirmed(socket.SafeHandle) is var count and >= 0 ? count : null;

    /// <inheritdoc/>
    public override bool SendsFiles => usesKernel;

    /// <inheritdoc/>
    public override int LeadSize => usesKernel ? LeadOverKernel : LeadOverRuntime;

    /// <inheritdoc/>
    public override string LastError =>
        _broken != SocketError.Success ? new SocketException((int)_broken).Message
        : _error != SocketError.Success ? new SocketException((int)_error).Message
        : Kernel.LastErrorMessage;

    /// <inheritdoc/>
    public override int TakeLead()
    {
        if (_broken != SocketError.Success) return Failure;
        if (_lead == Full) ForgetWritable(); // before the look: what completes from now on sets it again
        var lead = _lead;
        if (lead is not Full and not 0) _lead = 0;
        return lead;
    }

    /// <inheritdoc/>
    public override void ShutdownSend()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The peer has reset it, so there is nothing left to shut down; the next receive tells.
        }
    }

    /// <inheritdoc/>
    public override void ResetOnClose()
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (SocketException)
        {
            // The peer has reset it already, which some systems say here.
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        socket.Dispose();
        // An operation that is under way is freed when it completes.
        _receive?.Dispose();
        _send?.Dispose();
    }

    /// <inheritdoc/>
    protected override int ReceiveNow(Span<byte> buffer) =>
        _broken == SocketError.Success ? Result(socket.Receive(buffer, SocketFlags.None, out _error)) : Failure;

    /// <inheritdoc/>
    protected override int SendNow(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool more)
    {
        if (_broken != SocketError.Success) return Failure;
        if (usesKernel)
        {
            return second.IsEmpty ? Kernel.Send(socket.SafeHandle, first, more) : Kernel.Send(socket.SafeHandle, first, second, more);
        }

        var count = first.IsEmpty ? 0 : Result(socket.Send(first, SocketFlags.None, out _error));
        if (count < first.Length || second.IsEmpty) return count;
        var others = Result(socket.Send(second, SocketFlags.None, out _error));
        return others > 0 ? count + others : count > 0 ? count : others;
    }

    /// <inheritdoc/>
    protected override long SendFileNow(nint file, long offset, long count) =>
        _broken == SocketError.Success ? Kernel.SendFile(socket.SafeHandle, file, offset, count) : Failure;

    /// <inheritdoc/>
    protected override bool WaitForRead()
    {
        var receive = _receive ??= new Operation(this, isSend: false);
        if (receive.IsUnderWay) return true;
        receive.IsUnderWay = true;
        if (socket.ReceiveAsync(receive)) return true;
        ReadyNow(Complete(receive));
        return false;
    }

    /// <inheritdoc/>
    protected override bool WaitForWrite(ReadOnlySpan<byte> lead)
    {
        var send = _send ??= new Operation(this, isSend: true);
        lead.CopyTo(send.Lead);
        send.SetBuffer(0, lead.Length);
        _lead = Full;
        if (socket.SendAsync(send)) return true;
        ReadyNow(Complete(send));
        return false;
    }

    /// <summary>Takes note of what came of an operation.</summary>
    private Readiness Complete(Operation operation)
    {
        var isBroken = operation.SocketError != SocketError.Success;
        if (isBroken) _broken = operation.SocketError;
        if (operation.IsSend) _lead = isBroken ? Failure : operation.BytesTransferred;
        operation.IsUnderWay = false;
        return isBroken ? Readiness.Error : operation.IsSend ? Readiness.Writable : Readiness.Readable;
    }

    private int Result(int count) => _error switch
    {
        SocketError.Success => count,
        SocketError.WouldBlock => Full,
        _ => Failure,
    };

    /// <summary>An operation that is used again and again.</summary>
    private sealed class Operation : SocketAsyncEventArgs
    {
        private readonly AsyncSocketDriver _driver;
        private volatile bool _isUnderWay;

        public Operation(AsyncSocketDriver driver, bool isSend) : base(unsafeSuppressExecutionContextFlow: true)
        {
            (_driver, IsSend) = (driver, isSend);
            if (isSend) SetBuffer(new byte[driver.LeadSize], 0, driver.LeadSize);
        }

        public bool IsSend { get; }

        public bool IsUnderWay { get => _isUnderWay; set => _isUnderWay = value; }

        public Span<byte> Lead => Buffer;

        protected override void OnCompleted(SocketAsyncEventArgs e) =>
            RunNext.Run(this, static operation => operation._driver.OnReady(operation._driver.Complete(operation)));
    }
}
