using System.Buffers;

namespace Vod.Actors.Http;

/// <summary>The value of <c>If-Match</c> and <c>If-None-Match</c>: <c>*</c>, or a list of entity tags (RFC 9110 §13.1.1).</summary>
public static class EntityTagList
{
    /// <summary>What may not stand between the quotes: etagc is %x21, %x23–7E and obs-text (RFC 9110 §8.8.3).</summary>
    private static readonly SearchValues<char> NotInTag =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), '"', '\x7f']);

    /// <summary>Whether the list names the tag, or is <c>*</c>. What comes after a malformed member is not read.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="tag">The tag of the file.</param>
    /// <param name="strongly">By strong comparison, or by weak.</param>
    public static bool Matches(ReadOnlySpan<char> value, EntityTag tag, bool strongly)
    {
        if (value is "*")
        {
            return true;
        }

        while (true)
        {
            value = value.TrimStart(" \t,");
            if (!TryTake(ref value, out var opaque, out var isWeak))
            {
                return false;
            }

            if (opaque.SequenceEqual(tag.Opaque) && !(strongly && (isWeak || tag.IsWeak)))
            {
                return true;
            }

            value = value.TrimStart(" \t");
            if (value.IsEmpty || value[0] != ',')
            {
                return false;
            }
        }
    }

    /// <summary>Reads a value that is one tag, as <c>If-Range</c> may be; null when it is not.</summary>
    public static EntityTag? Parse(ReadOnlySpan<char> value) =>
        TryTake(ref value, out var opaque, out var isWeak) && value.IsEmpty ? new EntityTag(opaque.ToString(), isWeak) : null;

    private static bool TryTake(ref ReadOnlySpan<char> value, out ReadOnlySpan<char> opaque, out bool isWeak)
    {
        opaque = default;
        isWeak = value.StartsWith("W/");
        var rest = isWeak ? value[2..] : value;
        if (rest.IsEmpty || rest[0] != '"')
        {
            return false;
        }

        rest = rest[1..];
        var end = rest.IndexOfAny(NotInTag);
        if (end < 0 || rest[end] != '"')
        {
            return false;
        }

        opaque = rest[..end];
        value = rest[(end + 1)..];
        return true;
    }
}
