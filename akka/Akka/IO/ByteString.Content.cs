using System.Text;

namespace Akka.IO;

// What a byte string can be turned into and compared with.
public sealed partial class ByteString
{
    /// <summary>A copy of all bytes in a new array.</summary>
    public byte[] ToArray()
    {
        if (_count == 0) return [];
        var array = GC.AllocateUninitializedArray<byte>(_count);
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>Copies the first bytes, at most <paramref name="count"/>, to <paramref name="buffer"/> from <paramref name="index"/> on.</summary>
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index does not lie within the buffer.</exception>
    /// <exception cref="ArgumentException">There is not room for so many from the index on.</exception>
    public int CopyTo(byte[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return CopyTo(Range(buffer.AsSpan(), index, count));
    }

    /// <summary>Copies as many bytes to <paramref name="buffer"/> as it has room for.</summary>
    /// <returns>How many bytes were copied.</returns>
    public int CopyTo(ref Memory<byte> buffer) => CopyTo(buffer.Span);

    /// <summary>Copies the first bytes, at most <paramref name="count"/>, to <paramref name="buffer"/> from <paramref name="index"/> on.</summary>
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index does not lie within the buffer.</exception>
    /// <exception cref="ArgumentException">There is not room for so many from the index on.</exception>
    public int CopyTo(ref Memory<byte> buffer, int index, int count) => CopyTo(Range(buffer.Span, index, count));

    /// <summary>Copies as many bytes to <paramref name="buffer"/> as it has room for.</summary>
    /// <returns>How many bytes were copied.</returns>
    public int CopyTo(ref Span<byte> buffer) => CopyTo(buffer);

    /// <summary>Copies the first bytes, at most <paramref name="count"/>, to <paramref name="buffer"/> from <paramref name="index"/> on.</summary>
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index does not lie within the buffer.</exception>
    /// <exception cref="ArgumentException">There is not room for so many from the index on.</exception>
    public int CopyTo(ref Span<byte> buffer, int index, int count) => CopyTo(Range(buffer, index, count));

    /// <summary>Writes all bytes to <paramref name="stream"/>.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        for (var i = 0; i < SegmentCount; i++) stream.Write(Segment(i));
    }

    /// <summary>Writes all bytes to <paramref name="stream"/>.</summary>
    public async Task WriteToAsync(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        for (var i = 0; i < SegmentCount; i++) await stream.WriteAsync(Segment(i)).ConfigureAwait(false);
    }

    /// <summary>The bytes read as UTF-8 text.</summary>
    public override string ToString() => ToString(Encoding.UTF8);

    /// <summary>The bytes read as text in <paramref name="encoding"/>.</summary>
    public string ToString(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        // A character may lie across two segments, so they are joined first.
        return encoding.GetString(_segments is null ? _single : ToArray());
    }

    /// <summary>Whether both hold the same bytes, however they are segmented.</summary>
    public bool Equals(ByteString? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || _count != other._count) return false;
        int i = 0, j = 0;
        ReadOnlySpan<byte> mine = Segment(0), theirs = other.Segment(0);
        for (var left = _count; left > 0;)
        {
            if (mine.IsEmpty) mine = Segment(++i);
            if (theirs.IsEmpty) theirs = other.Segment(++j);
            var length = Math.Min(mine.Length, theirs.Length);
            if (!mine[..length].SequenceEqual(theirs[..length])) return false;
            mine = mine[length..];
            theirs = theirs[length..];
            left -= length;
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ByteString);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        // Byte by byte, since the hash must not depend on where the segments begin.
        for (var i = 0; i < SegmentCount; i++)
            foreach (var b in Segment(i)) hash.Add(b);
        return hash.ToHashCode();
    }

    /// <summary>A copy of all bytes in a new array.</summary>
    public static explicit operator byte[](ByteString byteString)
    {
        ArgumentNullException.ThrowIfNull(byteString);
        return byteString.ToArray();
    }

    /// <summary>The bytes of both, one after the other, not copied.</summary>
    public static ByteString operator +(ByteString x, ByteString y)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Concat(y);
    }

    /// <summary>Whether both hold the same bytes.</summary>
    public static bool operator ==(ByteString? x, ByteString? y) => x is null ? y is null : x.Equals(y);

    /// <summary>Whether they differ in a byte or in length.</summary>
    public static bool operator !=(ByteString? x, ByteString? y) => !(x == y);

    private int CopyTo(Span<byte> target)
    {
        var copied = 0;
        for (var i = 0; i < SegmentCount && !target.IsEmpty; i++)
        {
            ReadOnlySpan<byte> segment = Segment(i);
            if (segment.Length > target.Length) segment = segment[..target.Length];
            segment.CopyTo(target);
            target = target[segment.Length..];
            copied += segment.Length;
        }
        return copied;
    }

    private static Span<byte> Range(Span<byte> buffer, int index, int count)
    {
        if (count == 0) return [];
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, buffer.Length);
        if (count > buffer.Length - index) throw new ArgumentException("Provided number of bytes to copy won't fit into provided buffer", nameof(count));
        return buffer.Slice(index, count);
    }
}
