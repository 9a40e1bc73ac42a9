using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// Asks the <see cref="FilesActor"/> for a slice of a file. Always answered to the sender, by the actor of that file, with <see cref="Slice"/>
/// or <see cref="SliceFailed"/>.
/// </summary>
public sealed record ReadSlice
{
    /// <summary>The question. A slice that the file does not have is a fault of the asker, and shows there.</summary>
    /// <param name="requestId">Given by the asker, repeated in the answer.</param>
    /// <param name="item">The file; only this version of it is served.</param>
    /// <param name="offset">First byte of the slice, from 0.</param>
    /// <param name="count">Bytes in the slice: 1 to <see cref="SliceTransport.MaxCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An item of this size has no such slice.</exception>
    public ReadSlice(long requestId, MediaItem item, long offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, SliceTransport.MaxCount);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, item.Size - count);
        (RequestId, Item, Offset, Count) = (requestId, item, offset, count);
    }

    /// <summary>Given by the asker, repeated in the answer.</summary>
    public long RequestId { get; }

    /// <summary>The file.</summary>
    public MediaItem Item { get; }

    /// <summary>First byte of the slice, from 0.</summary>
    public long Offset { get; }

    /// <summary>Bytes in the slice.</summary>
    public int Count { get; }
}

/// <summary>The slice, ready to be sent with <see cref="SliceTransport.Write"/>.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Body">All the bytes that were asked for.</param>
public sealed record Slice(long RequestId, SliceBody Body);

/// <summary>The slice cannot be had; the next question may be answered otherwise.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Reason">Why.</param>
public sealed record SliceFailed(long RequestId, SliceFailure Reason);

/// <summary>Why a slice cannot be had.</summary>
public enum SliceFailure
{
    /// <summary>The path no longer names a regular file inside the content directory.</summary>
    Missing,

    /// <summary>The file is not the version that the item describes: replaced, written to or truncated since.</summary>
    Stale,

    /// <summary>The file is there and cannot be read: no permission, an I/O error, a fault of the server.</summary>
    Unreadable,

    /// <summary>No file handle is free; later there may be one.</summary>
    Exhausted,
}

/// <summary>
/// A file actor asks its parent to forward no more questions to it: its file is to be opened again. Answered with <see cref="Finish"/>.
/// </summary>
/// <param name="Item">Its file.</param>
internal sealed record Retire(MediaItem Item);

/// <summary>Tells a file actor that no more questions will come: it answers those that have, and stops.</summary>
internal sealed class Finish
{
    public static readonly Finish Instance = new();

    private Finish()
    {
    }
}

/// <summary>Asks the disk for a region of the file. Answered with <see cref="Loaded"/> or <see cref="LoadFailed"/>.</summary>
/// <param name="Offset">First byte, from 0.</param>
/// <param name="Count">Bytes.</param>
internal readonly record struct Region(long Offset, int Count);

/// <summary>The disk has opened the file, which it closes when it stops.</summary>
/// <param name="File">The open file.</param>
internal sealed record FileOpened(IMediaFile File);

/// <summary>The disk has read a region.</summary>
/// <param name="Region">Which.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Loaded(Region Region, SliceBody Body);

/// <summary>The disk cannot read a region.</summary>
/// <param name="Region">Which.</param>
/// <param name="Reason">Why.</param>
internal sealed record LoadFailed(Region Region, SliceFailure Reason);
