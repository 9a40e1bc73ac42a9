using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>The descriptor of a socket that .NET's <see cref="System.Net.Sockets.Socket"/> knows nothing of. It never blocks.</summary>
internal sealed partial class SocketDescriptor : SafeHandle
{
    /// <summary>Takes over the descriptor.</summary>
    public SocketDescriptor(nint descriptor) : base(invalidHandleValue: -1, ownsHandle: true) => SetHandle(descriptor);

    public override bool IsInvalid => handle < 0;

    // Linux frees the number even when it reports an error, EINTR included: never closed twice.
    protected override bool ReleaseHandle() => close((int)handle) == 0;

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
