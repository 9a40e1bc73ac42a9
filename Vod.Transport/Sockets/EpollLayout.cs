using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>
/// How the kernel lays out <c>struct epoll_event</c>: 32 bits of events and 64 of data. x64 packs it, to be like x86; everywhere else the
/// data is aligned.
/// </summary>
internal readonly struct EpollLayout(Architecture architecture)
{
    /// <summary>Size of the larger one.</summary>
    public const int MaxSize = 16;

    /// <summary>That of this process.</summary>
    public static readonly EpollLayout Current = new(RuntimeInformation.ProcessArchitecture);

    /// <summary>Bytes from one event to the next.</summary>
    public int Size { get; } = architecture is Architecture.X64 or Architecture.X86 ? 12 : MaxSize;

    private int DataOffset => Size - sizeof(ulong);

    /// <summary>Reads the event with this index.</summary>
    public (EpollEvents Events, ulong Token) Read(ReadOnlySpan<byte> events, int index)
    {
        var at = events.Slice(index * Size, Size);
        return (MemoryMarshal.Read<EpollEvents>(at), MemoryMarshal.Read<ulong>(at[DataOffset..]));
    }

    /// <summary>Writes the first event of a buffer.</summary>
    public void Write(Span<byte> buffer, EpollEvents events, ulong token)
    {
        MemoryMarshal.Write(buffer, events);
        MemoryMarshal.Write(buffer[DataOffset..], token);
    }
}

/// <summary>Events of epoll, and how they are waited for.</summary>
[Flags]
internal enum EpollEvents : uint
{
    None = 0,
    In = 0x1,
    Out = 0x4,
    Error = 0x8,
    HangUp = 0x10,
    PeerHangUp = 0x2000, // EPOLLRDHUP
    EdgeTriggered = 0x8000_0000,
}

internal static class EpollEventsExtensions
{
    /// <summary>What they say of a socket. One that hangs up has ended in both directions, which the peer's end is a part of.</summary>
    public static Readiness ToReadiness(this EpollEvents events) =>
        (events.HasFlag(EpollEvents.In) ? Readiness.Readable : 0)
        | (events.HasFlag(EpollEvents.Out) ? Readiness.Writable : 0)
        | ((events & (EpollEvents.PeerHangUp | EpollEvents.HangUp)) != 0 ? Readiness.PeerClosed : 0)
        | (events.HasFlag(EpollEvents.Error) ? Readiness.Error : 0);
}
