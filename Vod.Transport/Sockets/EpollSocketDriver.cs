using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>A descriptor whose readiness comes from an <see cref="EventLoop"/>. It is registered when it has to wait for the first time.</summary>
/// <param name="descriptor">A connected socket that does not block; owned.</param>
/// <param name="remote">The peer's address.</param>
internal sealed class EpollSocketDriver(SafeHandle descriptor, EndPoint remote) : SocketDriver
{
    private Registration? _registration;

    /// <inheritdoc/>
    public override EndPoint RemoteAddress => remote;

    /// <inheritdoc/>
    public override long? BytesConfirmed => Kernel.BytesConfirmed(descriptor) is var count and >= 0 ? count : null;

    /// <inheritdoc/>
    public override bool SendsFiles => true;

    /// <inheritdoc/>
    public override int LeadSize => 0;

    /// <inheritdoc/>
    public override string LastError => Kernel.LastErrorMessage;

    /// <inheritdoc/>
    public override void ShutdownSend() => Kernel.Shutdown(descriptor, SocketShutdown.Send);

    /// <inheritdoc/>
    public override void ResetOnClose() => Kernel.ResetOnClose(descriptor);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _registration?.Forget();
        _registration = null;
        descriptor.Dispose();
    }

    /// <inheritdoc/>
    protected override int ReceiveNow(Span<byte> buffer) => Kernel.Receive(descriptor, buffer);

    /// <inheritdoc/>
    protected override int SendNow(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool more) =>
        second.IsEmpty ? Kernel.Send(descriptor, first, more) : Kernel.Send(descriptor, first, second, more);

    /// <inheritdoc/>
    protected override long SendFileNow(nint file, long offset, long count) => Kernel.SendFile(descriptor, file, offset, count);

    /// <inheritdoc/>
    protected override bool WaitForRead() => Register();

    /// <inheritdoc/>
    protected override bool WaitForWrite(ReadOnlySpan<byte> lead) => Register();

    /// <summary>Whatever is ready by then comes as an edge.</summary>
    private bool Register()
    {
        _registration ??= EventLoop.ForNext().Add(descriptor, this, write: true);
        return true;
    }
}
