using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>Linux's epoll: descriptors, what is waited for on each, and the token that their events carry.</summary>
internal sealed unsafe partial class Epoll : SafeHandle
{
    private const int CloseOnExec = 0x80000; // EPOLL_CLOEXEC
    private const short PollIn = 1; // POLLIN
    private const int CtlAdd = 1, CtlRemove = 2, CtlModify = 3; // EPOLL_CTL_ADD, _DEL, _MOD

    /// <exception cref="SocketException">There are no descriptors left.</exception>
    public Epoll() : base(invalidHandleValue: -1, ownsHandle: true)
    {
        SetHandle(epoll_create1(CloseOnExec));
        if (IsInvalid) throw Failed("epoll_create1");
    }

    public override bool IsInvalid => handle < 0;

    /// <exception cref="SocketException">The descriptor cannot be waited for, or is there already, or there is no memory.</exception>
    /// <exception cref="ObjectDisposedException">The descriptor is closed.</exception>
    public void Add(SafeHandle descriptor, EpollEvents events, ulong token)
    {
        if (Control(CtlAdd, descriptor, events, token) != 0) throw Failed("EPOLL_CTL_ADD");
    }

    /// <summary>Changes what is waited for; what is ready now is reported again.</summary>
    /// <exception cref="SocketException">The descriptor is not there.</exception>
    /// <exception cref="ObjectDisposedException">The descriptor is closed.</exception>
    public void Modify(SafeHandle descriptor, EpollEvents events, ulong token)
    {
        if (Control(CtlModify, descriptor, events, token) != 0) throw Failed("EPOLL_CTL_MOD");
    }

    /// <summary>Waits for nothing more on a descriptor.</summary>
    /// <returns>False when it was not there.</returns>
    /// <exception cref="ObjectDisposedException">The descriptor is closed.</exception>
    public bool Remove(SafeHandle descriptor) => Control(CtlRemove, descriptor, EpollEvents.None, 0) == 0;

    /// <summary>Waits for events, as long as it takes.</summary>
    /// <returns>How many there are; 0 when a signal came instead, as it does when a stopped process goes on.</returns>
    /// <exception cref="SocketException">This is not an epoll descriptor any more.</exception>
    public int Wait(Span<byte> events)
    {
        fixed (byte* start = events)
        {
            var count = epoll_wait(this, start, events.Length / EpollLayout.Current.Size, timeout: -1);
            if (count >= 0) return count;
            return Marshal.GetLastPInvokeError() == Errno.Interrupted ? 0 : throw Failed("epoll_wait");
        }
    }

    /// <summary>Whether a wait would return at once.</summary>
    public bool HasEvents()
    {
        var isHeld = false;
        try
        {
            DangerousAddRef(ref isHeld);
            var query = new PollQuery { Descriptor = (int)handle, Asked = PollIn };
            return poll(&query, 1, timeout: 0) > 0;
        }
        finally
        {
            if (isHeld) DangerousRelease();
        }
    }

    protected override bool ReleaseHandle() => close((int)handle) == 0;

    private int Control(int operation, SafeHandle descriptor, EpollEvents events, ulong token)
    {
        var buffer = stackalloc byte[EpollLayout.MaxSize];
        EpollLayout.Current.Write(new Span<byte>(buffer, EpollLayout.MaxSize), events, token);
        return epoll_ctl(this, operation, descriptor, buffer);
    }

    // An exception of sockets carries an error of .NET's own numbering.
    private static SocketException Failed(string call)
    {
        var errno = Marshal.GetLastPInvokeError();
        var error = errno switch
        {
            Errno.TooManyDescriptors or Errno.SystemTableFull => SocketError.TooManyOpenSockets,
            Errno.NoMemory or Errno.NoSpace => SocketError.NoBufferSpaceAvailable,
            Errno.BadDescriptor => SocketError.NotSocket,
            Errno.NotPermitted => SocketError.OperationNotSupported, // a file, say, which is always ready
            _ => SocketError.SocketError,
        };
        return new SocketException((int)error, $"{call}: {Marshal.GetPInvokeErrorMessage(errno)}");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(SafeHandle epoll, int operation, SafeHandle descriptor, byte* change);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_wait(SafeHandle epoll, byte* events, int max, int timeout);

    [LibraryImport("libc")]
    private static partial int poll(PollQuery* queries, nuint count, int timeout);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    // struct pollfd
    private struct PollQuery
    {
        public int Descriptor;
        public short Asked;
        public short Answered;
    }
}
