using Akka.IO;
using Microsoft.Win32.SafeHandles;

namespace Vod.Transport;

/// <summary>A part of an open file.</summary>
/// <param name="File">The file, open for reading; its file position is neither used nor moved.</param>
/// <param name="Offset">First byte, from 0.</param>
/// <param name="Count">Bytes, at least 0.</param>
public readonly record struct FileRegion(SafeFileHandle File, long Offset, long Count);

/// <summary>
/// Writes bytes and then regions of open files, which the kernel copies to the socket by itself (sendfile) where it can. Acknowledged once the
/// kernel has taken all. From the call of <see cref="IConnectionChannel.Write"/> on the connection keeps the files open by itself: their owner
/// may close them. When a file ends early the connection is reset, and its owner told <see cref="Tcp.ErrorClosed"/>.
/// </summary>
public sealed class WriteFile : Tcp.SimpleWriteCommand
{
    private readonly FileRegion[] _regions;

    /// <summary>Several regions after a head.</summary>
    /// <param name="head">Bytes to send first; may be empty.</param>
    /// <param name="regions">Regions, sent in their order.</param>
    /// <param name="ack">Told to the owner; a <see cref="Tcp.NoAck"/> for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An offset or a count is negative.</exception>
    public WriteFile(ByteString head, ReadOnlySpan<FileRegion> regions, Tcp.Event ack) : this(head, regions.ToArray(), ack)
    {
    }

    /// <summary>One region after a head.</summary>
    /// <param name="head">Bytes to send first; may be empty.</param>
    /// <param name="region">The region.</param>
    /// <param name="ack">Told to the owner; a <see cref="Tcp.NoAck"/> for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset or the count is negative.</exception>
    public WriteFile(ByteString head, FileRegion region, Tcp.Event ack) : this(head, new[] { region }, ack)
    {
    }

    private WriteFile(ByteString head, FileRegion[] regions, Tcp.Event ack)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(ack);
        var count = 0L;
        foreach (var region in regions)
        {
            ArgumentNullException.ThrowIfNull(region.File);
            ArgumentOutOfRangeException.ThrowIfNegative(region.Offset);
            ArgumentOutOfRangeException.ThrowIfNegative(region.Count);
            count += region.Count;
        }

        (Head, _regions, Ack, Count) = (head.Compact(), regions, ack, count);
    }

    /// <summary>Bytes to send first.</summary>
    public ByteString Head { get; }

    /// <summary>Regions of files, in the order in which they are sent.</summary>
    public ReadOnlySpan<FileRegion> Regions => _regions;

    /// <summary>Bytes of all regions.</summary>
    public long Count { get; }

    /// <inheritdoc/>
    public override Tcp.Event Ack { get; }

    /// <inheritdoc/>
    public override long Bytes => Head.Count + Count;

    /// <inheritdoc/>
    public override string ToString() => $"WriteFile(head: {Head.Count} bytes, regions: {_regions.Length}, {Count} bytes, ack: {Ack})";
}
