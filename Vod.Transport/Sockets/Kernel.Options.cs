using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>Accepting, closing and options.</summary>
internal static unsafe partial class Kernel
{
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000; // SOCK_NONBLOCK, SOCK_CLOEXEC
    private const int SocketLevel = 1, Linger = 13, PendingError = 4; // SOL_SOCKET, SO_LINGER, SO_ERROR
    private const int TcpLevel = 6, NoDelay = 1, TcpInfo = 11; // IPPROTO_TCP, TCP_NODELAY, TCP_INFO
    private const int BytesAcked = 120; // tcpi_bytes_acked, of Linux since 4.1

    /// <summary>
    /// Accepts one connection, as a non-blocking socket that no child process inherits. The listener must be a non-blocking one
    /// (<see cref="Socket.Blocking"/>), or the call waits for a client.
    /// </summary>
    /// <returns>0, or the error number: <see cref="AcceptError"/> says what to do then.</returns>
    public static int Accept(SafeHandle listener, out IPEndPoint? remote, out SocketDescriptor? socket)
    {
        var address = stackalloc byte[KernelAddress.MaxLength];
        var length = KernelAddress.MaxLength;
        var accepted = accept4(listener, address, &length, NonBlocking | CloseOnExec);
        if (accepted < 0)
        {
            (remote, socket) = (null, null);
            return LastError;
        }
        socket = new SocketDescriptor(accepted);
        remote = KernelAddress.Parse(new ReadOnlySpan<byte>(address, Math.Min(length, KernelAddress.MaxLength)));
        return Errno.Success;
    }

    /// <summary>Ends one direction, or both.</summary>
    /// <returns>False when that failed, as it does on a socket that is not connected any more.</returns>
    public static bool Shutdown(SafeHandle socket, SocketShutdown how) => shutdown(socket, (int)how) == 0;

    /// <summary>Makes the coming close discard what was not sent, and reset the connection.</summary>
    /// <returns>False when that failed.</returns>
    public static bool ResetOnClose(SafeHandle socket)
    {
        var linger = stackalloc int[] { 1, 0 }; // struct linger: on, for 0 seconds
        return setsockopt(socket, SocketLevel, Linger, linger, 2 * sizeof(int)) == 0;
    }

    /// <summary>Whether small segments leave at once. Accepted sockets take the option over from their listener.</summary>
    /// <returns>False when that failed.</returns>
    public static bool SetNoDelay(SafeHandle socket, bool on)
    {
        var value = on ? 1 : 0;
        return setsockopt(socket, TcpLevel, NoDelay, &value, sizeof(int)) == 0;
    }

    /// <summary>
    /// How many bytes the peer has confirmed since it connected, or <see cref="Failure"/> where the system does not tell. Once the own side
    /// is shut down, its end counts as one more.
    /// </summary>
    public static long BytesConfirmed(SafeHandle socket)
    {
        var info = stackalloc byte[BytesAcked + sizeof(long)];
        var length = BytesAcked + sizeof(long);
        if (getsockopt(socket, TcpLevel, TcpInfo, info, &length) != 0 || length < BytesAcked + sizeof(long)) return Failure;
        return *(long*)(info + BytesAcked);
    }

    /// <summary>The error that is pending on the socket, which is cleared by this, or 0.</summary>
    public static int TakeError(SafeHandle socket)
    {
        int error;
        var length = sizeof(int);
        return getsockopt(socket, SocketLevel, PendingError, &error, &length) == 0 ? error : LastError;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int accept4(SafeHandle socket, byte* address, int* length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int shutdown(SafeHandle socket, int how);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(SafeHandle socket, int level, int name, void* value, int length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getsockopt(SafeHandle socket, int level, int name, void* value, int* length);
}
