using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Akka.IO.Sockets;

/// <summary>
/// Linux: sends bytes and regions of files as far as the kernel takes them at once, without allocating. The bytes are marked to be
/// followed by more, so that a response's head leaves in the same segment as the first bytes of its file.
/// </summary>
internal static unsafe partial class KernelSend
{
    /// <summary>The socket takes no more for now.</summary>
    public const long Full = -1;

    /// <summary>The call failed, see <see cref="LastError"/>.</summary>
    public const long Failure = -2;

    private const int DontWait = 0x40; // MSG_DONTWAIT
    private const int NoSignal = 0x4000; // MSG_NOSIGNAL
    private const int More = 0x8000; // MSG_MORE
    private const int Interrupted = 4; // EINTR
    private const int TryAgain = 11; // EAGAIN

    /// <summary>Whether this system has the calls, with the signatures declared here.</summary>
    public static readonly bool IsSupported = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Sends bytes that others will follow.</summary>
    /// <returns>How many the kernel took, or <see cref="Full"/>, or <see cref="Failure"/>.</returns>
    public static long SendMore(Socket socket, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            while (true)
            {
                var sent = send(socket.SafeHandle, start, bytes.Length, DontWait | NoSignal | More);
                if (sent >= 0) return sent;
                var error = Marshal.GetLastPInvokeError();
                if (error != Interrupted) return error == TryAgain ? Full : Failure;
            }
        }
    }

    /// <summary>Sends <paramref name="count"/> bytes of a file from <paramref name="position"/> on; the socket must not be a blocking one.</summary>
    /// <returns>How many the kernel took, 0 at the file's end, or <see cref="Full"/>, or <see cref="Failure"/>.</returns>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public static long SendFile(Socket socket, SafeFileHandle file, long position, long count)
    {
        while (true)
        {
            var sent = sendfile(socket.SafeHandle, file, &position, (nint)count);
            if (sent >= 0) return sent;
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted) return error == TryAgain ? Full : Failure;
        }
    }

    /// <summary>What the failed call said.</summary>
    public static string LastError() => Marshal.GetLastPInvokeErrorMessage();

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(SafeSocketHandle socket, byte* buffer, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendfile(SafeSocketHandle socket, SafeFileHandle file, long* offset, nint count);
}
