namespace Vod.Actors.Web.Metadata;

/// <summary>A file of which only pieces are read.</summary>
internal interface IByteSource
{
    /// <summary>Bytes of all of it.</summary>
    long Length { get; }

    /// <summary>Reads as much as there is, up to the length of the buffer.</summary>
    /// <returns>How much was read; less than asked for only at the end of the file.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    int Read(long offset, Span<byte> buffer);
}
