using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>Opens files of the catalog; a seam for tests, which inject faults here.</summary>
public interface IFileOpener
{
    /// <summary>Opens the version of a file that an item describes.</summary>
    /// <param name="item">The file.</param>
    /// <exception cref="MediaFileException">It is missing, another version, or cannot be opened.</exception>
    IMediaFile Open(MediaItem item);
}

/// <summary>One open file.</summary>
public interface IMediaFile : IDisposable
{
    /// <summary>
    /// A path under which another process finds this very file for as long as it is open here, whatever happens to its name; null where the
    /// system has none.
    /// </summary>
    string? SharedPath => null;

    /// <summary>The state of the open file now, to tell whether it is still the version that was opened.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    FileStamp Stamp();

    /// <summary>Makes a slice ready to send; see <see cref="SliceBody"/> for how long it can be sent.</summary>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">Bytes, 1 to <see cref="SliceTransport.MaxCount"/>.</param>
    /// <exception cref="IOException">The disk failed, or the file ends before the slice does.</exception>
    SliceBody Load(long offset, int count);

    /// <summary>As <see cref="Load"/>, if it need not wait for the disk.</summary>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">Bytes, 1 to <see cref="SliceTransport.MaxCount"/>.</param>
    /// <returns>The slice; null when it would have to wait, or that is not known.</returns>
    SliceBody? LoadAtHand(long offset, int count) => null;

    /// <summary>Reads as much as there is from an offset on, up to the length of the buffer.</summary>
    /// <returns>How much was read; less than asked for only at the end of the file.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Reads a small file into memory.</summary>
    /// <param name="size">Bytes of the file.</param>
    /// <exception cref="IOException">The disk failed, or the file ends before that.</exception>
    byte[] ReadAll(int size);
}

/// <summary>A file cannot be had, for a reason that is expected to happen.</summary>
/// <param name="reason">Which.</param>
/// <param name="message">Details for the log, not for clients.</param>
/// <param name="cause">What was caught.</param>
public sealed class MediaFileException(SliceFailure reason, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why it cannot be had.</summary>
    public SliceFailure Reason { get; } = reason;
}
