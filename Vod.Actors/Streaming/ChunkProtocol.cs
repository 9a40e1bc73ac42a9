namespace Vod.Actors.Streaming;

/// <summary>
/// Asks the file actor for a slice of its file. Answered to the sender with <see cref="Slice"/> or <see cref="SliceFailed"/>.
/// </summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
/// <param name="Offset">First byte of the slice, from 0.</param>
/// <param name="Count">Bytes in the slice: 1 to <see cref="SliceTransport.MaxCount"/>.</param>
public sealed record ReadSlice(long RequestId, long Offset, int Count);

/// <summary>The slice, ready to be sent with <see cref="SliceTransport.Write"/> as long as the file actor lives.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Body">All the bytes that were asked for.</param>
public sealed record Slice(long RequestId, SliceBody Body);

/// <summary>The slice cannot be had; the file actor goes on living and answers further questions alike.</summary>
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

    /// <summary>The file is there and cannot be read: no permission, an I/O error.</summary>
    Unreadable,

    /// <summary>No file handle is free; later there may be one.</summary>
    Exhausted,
}
