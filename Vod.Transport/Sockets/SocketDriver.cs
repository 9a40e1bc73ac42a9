using System.Net;
using Akka.Actor;

namespace Vod.Transport.Sockets;

/// <summary>
/// A connected socket that never blocks: the seam through which all bytes of a connection go. Sends and receives are made by the owner's
/// thread; readiness comes from another one, which tells the owner <see cref="ChannelReady"/> when it waits for it. All that the two threads
/// share is one word of bits.
/// <para>
/// Readiness is a memory of edges: a bit is taken back before the system call that it allows, so what becomes ready during or after the call
/// is seen.
/// </para>
/// </summary>
internal abstract class SocketDriver : IReadiness, IDisposable
{
    /// <summary>The kernel takes no more for now, or has nothing to give.</summary>
    public const int Full = -1;

    /// <summary>The call failed; the connection is broken.</summary>
    public const int Failure = -2;

    private const int Waits = ReadAwaited | WriteAwaited;
    private const int ReadAwaited = 1 << 8, WriteAwaited = 1 << 9, Signalled = 1 << 10;
    private const int CanRead = (int)(Readiness.Readable | Readiness.PeerClosed | Readiness.Error);
    private const int CanWrite = (int)(Readiness.Writable | Readiness.Error);

    private int _state = (int)(Readiness.Readable | Readiness.Writable); // not known yet: the first call tells
    private IActorRef _owner = ActorRefs.Nobody;

    /// <summary>The peer's address.</summary>
    public abstract EndPoint RemoteAddress { get; }

    /// <summary>Bytes that the peer's system has confirmed; null where that is not known.</summary>
    public abstract long? BytesConfirmed { get; }

    /// <summary>Whether <see cref="SendFile"/> works.</summary>
    public abstract bool SendsFiles { get; }

    /// <summary>How many of the next bytes <see cref="AwaitWritable"/> wants, since it waits by sending them; 0 when it needs none.</summary>
    public abstract int LeadSize { get; }

    /// <summary>What the last <see cref="Failure"/> was.</summary>
    public abstract string LastError { get; }

    /// <summary>Names who is told.</summary>
    public void Open(IActorRef owner) => _owner = owner;

    /// <summary>Receives what is there: bytes, 0 at the peer's end, <see cref="Full"/> or <see cref="Failure"/>.</summary>
    public int Receive(Span<byte> buffer)
    {
        if ((Volatile.Read(ref _state) & CanRead) == 0) return Full;
        Interlocked.And(ref _state, ~(int)Readiness.Readable);
        var count = ReceiveNow(buffer);
        // A full buffer says nothing of what is left; after less the kernel has no more, and its next byte is a new edge.
        if (count == buffer.Length) Interlocked.Or(ref _state, (int)Readiness.Readable);
        return count;
    }

    /// <summary>Sends two runs of bytes with one call; the second may be empty.</summary>
    /// <param name="first">The first bytes.</param>
    /// <param name="second">Those after them.</param>
    /// <param name="more">Whether others follow at once, so that the kernel waits for them before it fills a packet.</param>
    /// <returns>How many the kernel took; <see cref="Full"/>, <see cref="Failure"/>.</returns>
    public int Send(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool more)
    {
        if ((Volatile.Read(ref _state) & CanWrite) == 0) return Full;
        Interlocked.And(ref _state, ~(int)Readiness.Writable);
        var count = SendNow(first, second, more);
        // After less than all the kernel's room is used up, and new room is a new edge.
        if (count == first.Length + second.Length) Interlocked.Or(ref _state, (int)Readiness.Writable);
        return count;
    }

    /// <summary>Sends part of a file: how many bytes the kernel took, 0 at the file's end, <see cref="Full"/> or <see cref="Failure"/>.</summary>
    public long SendFile(nint file, long offset, long count)
    {
        if ((Volatile.Read(ref _state) & CanWrite) == 0) return Full;
        Interlocked.And(ref _state, ~(int)Readiness.Writable);
        var sent = SendFileNow(file, offset, count);
        // Less than asked for may also mean the end of the file, or a page that could not be had: only the next call tells.
        if (sent >= 0) Interlocked.Or(ref _state, (int)Readiness.Writable);
        return sent;
    }

    /// <summary>Waits for bytes, the peer's end or an error.</summary>
    /// <returns>False when there is something already: receive.</returns>
    public bool AwaitReadable() => Await(ReadAwaited, CanRead) && WaitForRead();

    /// <summary>Waits for room.</summary>
    /// <param name="lead">The next bytes, at least one and at most <see cref="LeadSize"/>; empty when that is 0.</param>
    /// <returns>False when there is room already: send.</returns>
    public bool AwaitWritable(ReadOnlySpan<byte> lead) => Await(WriteAwaited, CanWrite) && WaitForWrite(lead);

    /// <summary>Waits on for a lead that is being sent.</summary>
    /// <returns>False when it has been sent.</returns>
    public bool AwaitLead() => Await(WriteAwaited, CanWrite);

    /// <summary>
    /// Bytes of the lead that were sent meanwhile, told once; <see cref="Full"/> while they are being sent, when nothing else may be;
    /// <see cref="Failure"/> when that failed.
    /// </summary>
    public virtual int TakeLead() => 0;

    /// <summary>The owner has got its signal: the next one may come.</summary>
    public void TakeSignal() => Interlocked.And(ref _state, ~(Signalled | Waits));

    /// <summary>Tells the owner to continue after others have had their turn.</summary>
    public void Yield()
    {
        if ((Interlocked.Or(ref _state, Signalled) & Signalled) == 0) _owner.Tell(ChannelReady.Instance, ActorRefs.NoSender);
    }

    /// <summary>Closes this half of the connection: the peer sees the end once it has all.</summary>
    public abstract void ShutdownSend();

    /// <summary>Has <see cref="Dispose"/> reset the connection (RFC 9293 §3.5).</summary>
    public abstract void ResetOnClose();

    /// <summary>Closes the socket; what the kernel still has to send goes its way unless it is reset. May be called again.</summary>
    public abstract void Dispose();

    /// <summary>On any thread: something has become ready.</summary>
    public void OnReady(Readiness ready)
    {
        for (var old = Volatile.Read(ref _state); ;)
        {
            var now = old | (int)ready;
            var isAwaited = ((now & ReadAwaited) != 0 && (now & CanRead) != 0) || ((now & WriteAwaited) != 0 && (now & CanWrite) != 0);
            var tells = isAwaited && (now & Signalled) == 0;
            if (tells) now |= Signalled;
            var seen = Interlocked.CompareExchange(ref _state, now, old);
            if (seen == old)
            {
                if (tells) _owner.Tell(ChannelReady.Instance, ActorRefs.NoSender);
                return;
            }

            old = seen;
        }
    }

    /// <summary>What was waited for is there already: the owner, who has just asked, is not told.</summary>
    protected void ReadyNow(Readiness ready)
    {
        Interlocked.And(ref _state, ready switch
        {
            Readiness.Readable => ~ReadAwaited,
            Readiness.Writable => ~WriteAwaited, // a read that is waited for goes on
            _ => ~Waits,
        });
        OnReady(ready);
    }

    /// <summary>Takes back that there is room: it may be of an operation before.</summary>
    protected void ForgetWritable() => Interlocked.And(ref _state, ~(int)Readiness.Writable);

    /// <summary>Receives without looking at the bits.</summary>
    protected abstract int ReceiveNow(Span<byte> buffer);

    /// <summary>Sends without looking at the bits.</summary>
    protected abstract int SendNow(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool more);

    /// <summary>Sends part of a file without looking at the bits.</summary>
    protected abstract long SendFileNow(nint file, long offset, long count);

    /// <summary>Has <see cref="OnReady"/> called when there is something to receive. False when there is already.</summary>
    protected abstract bool WaitForRead();

    /// <summary>Has <see cref="OnReady"/> called when there is room. False when there is already.</summary>
    protected abstract bool WaitForWrite(ReadOnlySpan<byte> lead);

    private bool Await(int what, int unless)
    {
        for (var old = Volatile.Read(ref _state); ;)
        {
            if ((old & unless) != 0) return false;
            var seen = Interlocked.CompareExchange(ref _state, old | what, old);
            if (seen == old) return true;
            old = seen;
        }
    }
}
