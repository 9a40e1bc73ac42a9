using System.Collections.Immutable;

namespace Vod.Actors.Planning;

/// <summary>How far a body has been sent: what to send next is a function of it. Immutable.</summary>
/// <param name="Segments">The body.</param>
/// <param name="Index">The segment that is being sent; the number of segments when all is sent.</param>
/// <param name="Done">Bytes of that segment that were sent; 0 when it is not a range of the file.</param>
public readonly record struct BodyCursor(ImmutableArray<BodySegment> Segments, int Index, long Done)
{
    /// <summary>The beginning of a body.</summary>
    public static BodyCursor StartOf(ImmutableArray<BodySegment> segments) => new(segments, 0, 0);

    /// <summary>Whether all is sent.</summary>
    public bool IsAtEnd => Index == Segments.Length;

    /// <summary>Bytes of the file that were sent, and those that are left.</summary>
    public (long Sent, long Left) FileBytes
    {
        get
        {
            var (sent, all) = (Done, 0L);
            for (var index = 0; index < Segments.Length; index++)
            {
                if (!Segments[index].IsFile) continue;
                all += Segments[index].Length;
                if (index < Index) sent += Segments[index].Length;
            }

            return (sent, all - sent);
        }
    }

    /// <summary>What to send next: the bytes at hand up to a range of the file, and of that range at most <paramref name="maxCount"/> bytes.</summary>
    /// <param name="maxCount">Bytes of the file in one step; at least 1.</param>
    public BodyStep Next(int maxCount)
    {
        var (literal, index) = (ReadOnlyMemory<byte>.Empty, Index);
        for (; index < Segments.Length && !Segments[index].IsFile; index++)
        {
            var more = Segments[index].Literal;
            literal = literal.IsEmpty ? more : (byte[])[.. literal.Span, .. more.Span];
        }

        if (index == Segments.Length) return new BodyStep(literal, default, new(Segments, index, 0));
        var whole = Segments[index].Range;
        var left = new ByteRange(whole.Offset + Done, whole.Length - Done);
        var range = left.Limit(maxCount);
        return new BodyStep(literal, range, range.Length == left.Length ? new(Segments, index + 1, 0) : new(Segments, index, Done + range.Length));
    }
}

/// <summary>One step of sending a body: bytes at hand, then a range of the file; either may be empty.</summary>
/// <param name="Literal">Bytes at hand.</param>
/// <param name="Range">Of the file; its length is 0 when there is none.</param>
/// <param name="Rest">What is left after this step.</param>
public readonly record struct BodyStep(ReadOnlyMemory<byte> Literal, ByteRange Range, BodyCursor Rest);
