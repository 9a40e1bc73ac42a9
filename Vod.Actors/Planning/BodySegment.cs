namespace Vod.Actors.Planning;

/// <summary>A piece of a response's body: either bytes that are at hand, or a range of the file.</summary>
public readonly record struct BodySegment
{
    private BodySegment(ReadOnlyMemory<byte> literal, ByteRange range, bool isFile)
    {
        Literal = literal;
        Range = range;
        IsFile = isFile;
    }

    /// <summary>Whether this is a range of the file.</summary>
    public bool IsFile { get; }

    /// <summary>The bytes, when this is not a range of the file.</summary>
    public ReadOnlyMemory<byte> Literal { get; }

    /// <summary>The range, when this is one; never empty.</summary>
    public ByteRange Range { get; }

    /// <summary>How many bytes it sends.</summary>
    public long Length => IsFile ? Range.Length : Literal.Length;

    /// <summary>A range of the file.</summary>
    public static BodySegment OfFile(ByteRange range) => new(default, range, isFile: true);

    /// <summary>Bytes that are at hand.</summary>
    public static BodySegment Of(ReadOnlyMemory<byte> literal) => new(literal, default, isFile: false);
}
