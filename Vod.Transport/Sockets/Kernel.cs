using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>
/// Linux's own calls on sockets: each moves as much as the kernel takes or has at once, never waits for the peer and allocates nothing. A
/// descriptor that is closed meanwhile throws <see cref="ObjectDisposedException"/>; its number is not reused while a call is in it.
/// </summary>
internal static unsafe partial class Kernel
{
    /// <summary>The socket takes no more for now.</summary>
    public const int Full = -1;

    /// <summary>Nothing has been received yet.</summary>
    public const int Empty = -1;

    /// <summary>The call failed, see <see cref="LastError"/>.</summary>
    public const int Failure = -2;

    private const int DontWait = 0x40; // MSG_DONTWAIT
    private const int NoSignal = 0x4000; // MSG_NOSIGNAL
    private const int MoreFollows = 0x8000; // MSG_MORE

    /// <summary>Whether this system has the calls, with the signatures declared here.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Error number of this thread's last call that failed (<see cref="Errno"/>).</summary>
    public static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>What the system says of that error.</summary>
    public static string LastErrorMessage => Marshal.GetPInvokeErrorMessage(LastError);

    /// <summary>Sends bytes. With <paramref name="more"/> they may wait in the kernel for those that follow, to share a segment.</summary>
    /// <returns>How many the kernel took, or <see cref="Full"/>, or <see cref="Failure"/>.</returns>
    public static int Send(SafeHandle socket, ReadOnlySpan<byte> bytes, bool more = false)
    {
        fixed (byte* start = bytes)
        {
            nint sent;
            do sent = send(socket, start, bytes.Length, Flags(more));
            while (sent < 0 && LastError == Errno.Interrupted);
            return Result(sent);
        }
    }

    /// <summary>Sends a head and what follows it in one call.</summary>
    /// <returns>How many bytes of both the kernel took, or <see cref="Full"/>, or <see cref="Failure"/>.</returns>
    public static int Send(SafeHandle socket, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, bool more = false)
    {
        fixed (byte* headStart = head, bodyStart = body)
        {
            var parts = stackalloc Part[] { new(headStart, head.Length), new(bodyStart, body.Length) };
            var message = new Message { Parts = parts, PartCount = 2 };
            nint sent;
            do sent = sendmsg(socket, &message, Flags(more));
            while (sent < 0 && LastError == Errno.Interrupted);
            return Result(sent);
        }
    }

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

    /// <summary>Receives into a buffer, which must not be empty.</summary>
    /// <returns>How many bytes came, 0 when the peer sends no more, or <see cref="Empty"/>, or <see cref="Failure"/>.</returns>
    public static int Receive(SafeHandle socket, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            nint received;
            do received = recv(socket, start, buffer.Length, DontWait);
            while (received < 0 && LastError == Errno.Interrupted);
            return Result(received);
        }
    }

    private static int Flags(bool more) => more ? DontWait | NoSignal | MoreFollows : DontWait | NoSignal;

    private static int Result(nint moved) => moved >= 0 ? (int)moved : LastError == Errno.TryAgain ? Full : Failure;

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(SafeHandle socket, byte* buffer, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendmsg(SafeHandle socket, Message* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendfile(SafeHandle socket, int file, long* offset, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(SafeHandle socket, byte* buffer, nint length, int flags);

    // struct iovec
    private readonly struct Part(byte* start, nint length)
    {
        public readonly byte* Start = start;
        public readonly nint Length = length;
    }

    // struct msghdr, as 64 bit systems have it
    private struct Message
    {
        public void* Name;
        public uint NameLength;
        public Part* Parts;
        public nint PartCount;
        public void* Control;
        public nint ControlLength;
        public int Flags;
    }
}
