using Akka.IO;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Streaming;

/// <summary>A slice that is still in its file: the kernel copies it to the socket.</summary>
/// <param name="File">The open file; its owner, the file actor, closes it.</param>
/// <param name="Offset">First byte, from 0.</param>
/// <param name="Count">Bytes.</param>
public sealed record SliceBody(SafeFileHandle File, long Offset, int Count);

/// <summary>
/// How slices get from a file to a socket. This twin never brings them into the process: it needs <c>Tcp.WriteFile</c>, which the Akka.IO of
/// <c>akka/</c> has and the official package lacks; see <c>SliceTransport.Buffered.cs</c> for the other.
/// </summary>
public static class SliceTransport
{
    /// <summary>The most bytes of one slice: 5 MiB.</summary>
    public const int MaxCount = 5 * 1024 * 1024;

    /// <summary>
    /// Bytes that are acknowledged by themselves. Linux tells what a reader has taken, and one part does. Elsewhere a reader that takes less than
    /// one in <c>vod.http.send-timeout</c> is dropped: 512 KiB.
    /// </summary>
    private static readonly int PartCount = OperatingSystem.IsLinux() ? MaxCount : 512 * 1024;

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

    /// <summary>The command that sends a head and a slice. The kernel takes the slice part by part, so that a slow reader shows progress.</summary>
    /// <param name="head">Bytes to send first; may be empty.</param>
    /// <param name="body">The slice.</param>
    /// <param name="part">Sent back when the kernel has taken a part.</param>
    /// <param name="all">Sent back when the kernel has taken all of it.</param>
    public static Tcp.WriteCommand Write(ByteString head, SliceBody body, Tcp.Event part, Tcp.Event all)
    {
        var parts = (body.Count + PartCount - 1) / PartCount;
        var writes = new Tcp.WriteCommand[head.IsEmpty ? parts : parts + 1];
        var next = 0;
        if (!head.IsEmpty) writes[next++] = Tcp.Write.Create(head);
        for (var done = 0; done < body.Count; done += PartCount)
        {
            var count = Math.Min(PartCount, body.Count - done);
            writes[next++] = Tcp.WriteFile.Create(body.File, body.Offset + done, count, done + count == body.Count ? all : part);
        }

        return writes.Length == 1 ? writes[0] : Tcp.WriteCommand.Create(writes);
    }
}
