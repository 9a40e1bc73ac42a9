using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vod.Bench.Load;

/// <summary>Waits for sockets to become readable, or until a time that is exact to some microseconds. Linux 5.11, glibc 2.35.</summary>
internal sealed unsafe partial class Epoll : IDisposable
{
    private const int Add = 1;
    private const uint Readable = 1;
    private const int Interrupted = 4; // EINTR
    private const int MaxEvents = 256;

    // struct epoll_event is packed on x86 only.
    private static readonly int Stride = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    private readonly int _descriptor;
    private readonly byte[] _events = GC.AllocateArray<byte>(MaxEvents * 16, pinned: true);

    public Epoll()
    {
        _descriptor = epoll_create1(0);
        if (_descriptor < 0) throw new Win32Exception();
    }

    /// <summary>Watches a socket.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="key">What <see cref="Key"/> will say of it.</param>
    public void Watch(Socket socket, int key)
    {
        var entry = stackalloc byte[16];
        *(uint*)entry = Readable;
        *(ulong*)(entry + DataOffset) = (ulong)key;
        if (epoll_ctl(_descriptor, Add, (int)socket.Handle, entry) != 0) throw new Win32Exception();
    }

    /// <summary>Waits.</summary>
    /// <param name="limit">How long at most.</param>
    /// <returns>How many sockets are readable.</returns>
    public int Wait(TimeSpan limit)
    {
        var nanoseconds = Math.Max(limit.Ticks, 0) * TimeSpan.NanosecondsPerTick;
        var time = stackalloc long[2] { nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000 };
        fixed (byte* events = _events)
        {
            var count = epoll_pwait2(_descriptor, events, MaxEvents, time, 0);
            if (count >= 0) return count;
            return Marshal.GetLastPInvokeError() == Interrupted ? 0 : throw new Win32Exception();
        }
    }

    /// <summary>Which socket the event with that number is about.</summary>
    public int Key(int index) => (int)BitConverter.ToUInt64(_events, index * Stride + DataOffset);

    public void Dispose() => _ = close(_descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(int epoll, int operation, int descriptor, byte* entry);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_pwait2(int epoll, byte* events, int count, long* timeout, nint mask);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
