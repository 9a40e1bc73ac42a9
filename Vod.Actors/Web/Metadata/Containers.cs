using System.Buffers.Binary;

namespace Vod.Actors.Web.Metadata;

/// <summary>Reads what a container's own header tells. Total: whatever the bytes are, there is an answer, after a bounded number of small reads.</summary>
internal static class Containers
{
    /// <summary>The most that is read of one index: that of a very long film has a few MiB.</summary>
    public const int MaxHeader = 16 * 1024 * 1024;

    /// <summary>What is told; null when it is in no container that is known here.</summary>
    public static MediaInfo? Read(IByteSource file)
    {
        Span<byte> start = stackalloc byte[12];
        var length = file.Read(0, start);
        if (length >= 8 && start[4..8] is var type && (type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8) || type.SequenceEqual("free"u8)))
        {
            return Mp4.Read(file);
        }
        return length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(start) == Matroska.EbmlHeader ? Matroska.Read(file) : null;
    }

    /// <summary>A length of time in seconds; null for what cannot be one.</summary>
    public static TimeSpan? Seconds(double seconds) => seconds > 0 && seconds < 1e7 ? TimeSpan.FromSeconds(seconds) : null;
}
