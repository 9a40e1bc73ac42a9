using Akka.IO;
using Microsoft.Win32.SafeHandles;
using Vod.Transport;

namespace Vod.Actors.Streaming;

/// <summary>
/// A slice that is still in its file, for the kernel to copy to the socket. The file's actor closes the file, but not before whoever was sent
/// the slice has had time to hand it over; from then on the connection keeps the file open by itself (<see cref="FileRegion"/>).
/// </summary>
/// <param name="File">The open file.</param>
/// <param name="Offset">First byte, from 0.</param>
/// <param name="Count">Bytes.</param>
public sealed record SliceBody(SafeFileHandle File, long Offset, int Count);

/// <summary>How slices get from a file to a socket.</summary>
public static class SliceTransport
{
    /// <summary>The most bytes of one slice: 5 MiB.</summary>
    public const int MaxCount = 5 * 1024 * 1024;

    /// <summary>
    /// Makes a slice of an open file ready to send: has the kernel read it into the page cache, and waits until it is there, so that the
    /// thread that sends it need not wait for the disk.
    /// </summary>
    /// <param name="file">The open file.</param>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">Bytes; the caller has checked that the file has them.</param>
    /// <exception cref="IOException">The disk failed, or the file ends before the slice does.</exception>
    public static SliceBody Load(SafeFileHandle file, long offset, int count)
    {
        PageCache.MakeResident(file, offset, count);
        return new SliceBody(file, offset, count);
    }

    /// <summary>As <see cref="Load"/>, if the slice is in the page cache; null when it is not, or the system does not tell.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">Bytes; the caller has checked that the file has them.</param>
    public static SliceBody? LoadAtHand(SafeFileHandle file, long offset, int count) =>
        PageCache.IsResident(file, offset, count) ? new SliceBody(file, offset, count) : null;

    /// <summary>The command that sends a head, bytes of the body and a slice, whichever there are.</summary>
    /// <param name="head">Bytes to send first; may be empty.</param>
    /// <param name="literal">Bytes to send next; may be empty.</param>
    /// <param name="slice">The slice; null for none.</param>
    /// <param name="ack">Sent back when the kernel has taken all of it.</param>
    public static Tcp.WriteCommand Write(ByteString head, ByteString literal, SliceBody? slice, Tcp.Event ack)
    {
        if (slice is null) return literal.IsEmpty ? Tcp.Write.Create(head, ack) : Before(head, Tcp.Write.Create(literal, ack));
        var region = new FileRegion(slice.File, slice.Offset, slice.Count);
        return literal.IsEmpty ? new WriteFile(head, region, ack) : Before(head, new WriteFile(literal, region, ack));
    }

    private static Tcp.WriteCommand Before(ByteString head, Tcp.SimpleWriteCommand write) =>
        head.IsEmpty ? write : new Tcp.CompoundWrite(Tcp.Write.Create(head), write);
}
