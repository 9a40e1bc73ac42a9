using Akka.IO;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Streaming;

/// <summary>A slice that has been read into memory.</summary>
/// <param name="Bytes">All of it.</param>
public sealed record SliceBody(ByteString Bytes)
{
    /// <summary>Bytes.</summary>
    public int Count => Bytes.Count;
}

/// <summary>
/// How slices get from a file to a socket. This twin reads them into memory and needs nothing but the official Akka.IO;
/// see <c>SliceTransport.ZeroCopy.cs</c> for the other.
/// </summary>
public static class SliceTransport
{
    /// <summary>The most bytes of one slice: 256 KiB, which is the memory that a viewer costs while streaming.</summary>
    public const int MaxCount = 256 * 1024;

    /// <summary>Reads a slice of an open file.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">Bytes.</param>
    /// <exception cref="EndOfStreamException">The file ends before the slice does.</exception>
    public static SliceBody Load(SafeFileHandle file, long offset, int count)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(count);
        for (var done = 0; done < count;)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(done), offset + done);
            if (read == 0) throw new EndOfStreamException($"The file ends at {offset + done}, before the slice at {offset} of {count} bytes does.");
            done += read;
        }
        return new SliceBody(ByteString.FromBytes(buffer));
    }

    /// <summary>Nothing is at hand: what is read into memory may have to wait for the disk.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">Bytes.</param>
    public static SliceBody? LoadAtHand(SafeFileHandle file, long offset, int count) => null;

    /// <summary>The command that sends a head and a slice.</summary>
    /// <param name="head">Bytes to send first; may be empty.</param>
    /// <param name="body">The slice.</param>
    /// <param name="part">Not sent: a slice is small here.</param>
    /// <param name="all">Sent back when the kernel has taken all of it.</param>
    public static Tcp.WriteCommand Write(ByteString head, SliceBody body, Tcp.Event part, Tcp.Event all) =>
        Tcp.Write.Create(head.IsEmpty ? body.Bytes : head + body.Bytes, all);
}
