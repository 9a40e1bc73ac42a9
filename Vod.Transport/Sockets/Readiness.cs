namespace Vod.Transport.Sockets;

/// <summary>What a descriptor has become ready for.</summary>
[Flags]
internal enum Readiness
{
    None = 0,

    /// <summary>A read finds bytes, the end or an error; an accept finds a client.</summary>
    Readable = 1,

    /// <summary>A send takes bytes, or finds an error.</summary>
    Writable = 2,

    /// <summary>The peer sends no more; bytes may still be unread.</summary>
    PeerClosed = 4,

    /// <summary>An error is pending (<see cref="Kernel.TakeError"/>); the next call reports it.</summary>
    Error = 8,
}

/// <summary>
/// Is told what a descriptor has become ready for. <see cref="EventLoop"/> reports edges, not states:
/// <list type="bullet">
/// <item>What is ready already when it is registered is reported once, soon after.</item>
/// <item>Then something is reported when it <em>becomes</em> ready: <see cref="Readiness.Readable"/> for each arrival of bytes,
/// <see cref="Readiness.Writable"/> when room is made in a socket that was full. Arrivals in quick succession may be one report.</item>
/// <item>So it must be remembered until a call has found the socket empty or full (EAGAIN): whoever stops before that is not told again of
/// what is left.</item>
/// <item>A report may be out of date: a call may have taken the bytes before. It is a reason to try, not a promise.</item>
/// </list>
/// </summary>
internal interface IReadiness
{
    /// <summary>
    /// Is called on a thread of the loop. It must not block nor throw; it sets bits and wakes whoever waits for them. After a thread of the
    /// loop was blocked, two may call at the same time, in either order: it must be safe for that. A call that had begun to be made when
    /// the registration was disposed may still come: it must be harmless then.
    /// </summary>
    void OnReady(Readiness ready);
}
