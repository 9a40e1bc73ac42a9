using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>Sending files.</summary>
internal static unsafe partial class Kernel
{
    /// <summary>
    /// Sends <paramref name="count"/> bytes of a file from <paramref name="position"/> on. The socket must be a non-blocking one, the call
    /// has no flag for it. It waits for the disk where the file is not in the page cache.
    /// </summary>
    /// <param name="socket">The socket.</param>
    /// <param name="file">Descriptor of the file, which the caller holds: its owner may have disposed of the handle.</param>
    /// <param name="position">First byte.</param>
    /// <param name="count">Bytes.</param>
    /// <returns>How many the kernel took, 0 at the file's end, or <see cref="Full"/>, or <see cref="Failure"/>.</returns>
    public static long SendFile(SafeHandle socket, nint file, long position, long count)
    {
        nint sent;
        do sent = sendfile(socket, (int)file, &position, (nint)count);
        while (sent < 0 && LastError == Errno.Interrupted);
        return sent >= 0 ? sent : Result(sent);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendfile(SafeHandle socket, int file, long* offset, nint count);
}
