using System.Collections;

namespace Akka.IO;

/// <summary>
/// An immutable sequence of bytes that may span several arrays. Concatenating and slicing share the arrays instead of copying them,
/// so a byte string can be handed from actor to actor at no cost.
/// </summary>
public sealed partial class ByteString : IEquatable<ByteString>, IEnumerable<byte>
{
    // Nearly every byte string has one segment: that one is kept in the object itself. Two or more are all in _segments.
    private readonly ArraySegment<byte> _single;
    private readonly ArraySegment<byte>[]? _segments;
    private readonly int _count;

    private ByteString(ArraySegment<byte> single)
    {
        _single = single;
        _count = single.Count;
    }

    private ByteString(ArraySegment<byte>[] segments, int count)
    {
        _segments = segments;
        _count = count;
    }

    /// <summary>The byte string of no bytes.</summary>
    public static ByteString Empty { get; } = new(ArraySegment<byte>.Empty);

    /// <summary>How many bytes there are.</summary>
    public int Count => _count;

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Whether all bytes lie in one array.</summary>
    public bool IsCompact => _segments is null;

    /// <summary>How many arrays the bytes lie in.</summary>
    internal int SegmentCount => _segments is null ? 1 : _segments.Length;

    /// <summary>The byte at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is negative, or not below <see cref="Count"/>.</exception>
    public byte this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_count) throw new IndexOutOfRangeException("The index is outside of the byte string.");
            if (_segments is null) return _single.Array![_single.Offset + index];
            foreach (var segment in _segments)
            {
                if (index < segment.Count) return segment.Array![segment.Offset + index];
                index -= segment.Count;
            }
            throw new IndexOutOfRangeException("The index is outside of the byte string.");
        }
    }

    /// <summary>The segment at <paramref name="index"/>: its array, not a copy. Nobody may write to it.</summary>
    internal ArraySegment<byte> Segment(int index) => _segments is null ? _single : _segments[index];

    /// <summary>The same bytes in one array: this byte string if it is compact, a copy if not.</summary>
    public ByteString Compact() => IsCompact ? this : new ByteString(new ArraySegment<byte>(ToArray()));

    /// <summary>The bytes from <paramref name="index"/> to the end, not copied; all of them where it is negative.</summary>
    public ByteString Slice(int index) => Slice(index, _count - index);

    /// <summary>
    /// At most <paramref name="count"/> bytes from <paramref name="index"/> on, not copied: fewer where the byte string ends before,
    /// none where it starts after the end. What is negative counts as 0.
    /// </summary>
    public ByteString Slice(int index, int count)
    {
        index = Math.Max(index, 0);
        if (index >= _count || count <= 0) return Empty;
        count = Math.Min(count, _count - index);
        if (count == _count) return this;
        if (_segments is null) return new ByteString(_single.Slice(index, count));

        var first = 0;
        while (index >= _segments[first].Count) index -= _segments[first++].Count;
        var head = _segments[first].Slice(index);
        if (count <= head.Count) return new ByteString(head.Slice(0, count));

        var last = first;
        var before = 0; // bytes of the slice that lie before segment `last`
        for (var size = head.Count; before + size < count; size = _segments[last].Count)
        {
            before += size;
            last++;
        }
        var segments = new ArraySegment<byte>[last - first + 1];
        Array.Copy(_segments, first, segments, 0, segments.Length);
        segments[0] = head;
        segments[^1] = _segments[last].Slice(0, count - before);
        return new ByteString(segments, count);
    }

    /// <summary>These bytes with those of <paramref name="other"/> after them; neither is copied.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public ByteString Concat(ByteString other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_count == 0) return other;
        if (other._count == 0) return this;
        var segments = new ArraySegment<byte>[SegmentCount + other.SegmentCount];
        CopySegmentsTo(segments, 0);
        other.CopySegmentsTo(segments, SegmentCount);
        return new ByteString(segments, checked(_count + other._count));
    }

    /// <summary>The place of the first <paramref name="b"/>, or -1.</summary>
    public int IndexOf(byte b) => IndexOf(b, 0);

    /// <summary>The place of the first <paramref name="b"/> at or after <paramref name="from"/>, or -1.</summary>
    public int IndexOf(byte b, int from)
    {
        from = Math.Max(from, 0);
        var start = 0;
        for (var i = 0; i < SegmentCount; i++)
        {
            var segment = Segment(i);
            var skip = Math.Max(0, from - start);
            if (skip < segment.Count)
            {
                var found = segment.AsSpan(skip).IndexOf(b);
                if (found >= 0) return start + skip + found;
            }
            start += segment.Count;
        }
        return -1;
    }

    /// <summary>Whether the bytes of <paramref name="other"/> stand at <paramref name="index"/>.</summary>
    public bool HasSubstring(ByteString other, int index)
    {
        ArgumentNullException.ThrowIfNull(other);
        return index >= 0 && index <= _count - other._count && Slice(index, other._count).Equals(other);
    }

    /// <summary>Enumerates the bytes. To read many of them, copy them out instead: it is far faster.</summary>
    public IEnumerator<byte> GetEnumerator()
    {
        for (var i = 0; i < SegmentCount; i++)
        {
            var segment = Segment(i);
            for (var j = 0; j < segment.Count; j++) yield return segment[j];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void CopySegmentsTo(ArraySegment<byte>[] segments, int index)
    {
        if (_segments is null) segments[index] = _single;
        else _segments.CopyTo(segments, index);
    }
}
