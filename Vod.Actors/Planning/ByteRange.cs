using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>A range of a file's bytes.</summary>
/// <param name="Offset">The first byte, counted from 0.</param>
/// <param name="Length">How many bytes; 0 only for the whole of an empty file.</param>
public readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>The byte after the last.</summary>
    public long End => Offset + Length;

    /// <summary>Whether the two have a byte in common.</summary>
    public bool Overlaps(ByteRange other) => Offset < other.End && other.Offset < End;

    /// <summary>The smallest range that holds both.</summary>
    public ByteRange Union(ByteRange other)
    {
        var offset = Math.Min(Offset, other.Offset);
        return new(offset, Math.Max(End, other.End) - offset);
    }

    /// <summary>The range, cut to at most so many bytes from its beginning.</summary>
    public ByteRange Limit(long length) => this with { Length = Math.Min(Length, length) };

    /// <summary>The <c>Content-Range</c> of this range in a file of <paramref name="size"/> bytes.</summary>
    public ContentRange In(long size) => ContentRange.Of(Offset, End - 1, size);
}
