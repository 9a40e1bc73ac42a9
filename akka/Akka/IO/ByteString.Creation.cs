using System.Text;

namespace Akka.IO;

// How byte strings are made: From… share the arrays given, which must not be written to afterwards; Copy… do not.
public sealed partial class ByteString
{
    /// <summary>The bytes of <paramref name="array"/>, not copied.</summary>
    public static ByteString FromBytes(byte[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return FromBytes(new ArraySegment<byte>(array));
    }

    /// <summary>A part of <paramref name="array"/>, not copied.</summary>
    public static ByteString FromBytes(byte[] array, int offset, int count) => FromBytes(new ArraySegment<byte>(array, offset, count));

    /// <summary>The bytes of <paramref name="buffer"/>, not copied.</summary>
    public static ByteString FromBytes(ArraySegment<byte> buffer) => buffer.Count == 0 ? Empty : new ByteString(buffer);

    /// <summary>The bytes of all <paramref name="buffers"/> in order, not copied.</summary>
    public static ByteString FromBytes(IEnumerable<ArraySegment<byte>> buffers)
    {
        ArgumentNullException.ThrowIfNull(buffers);
        var segments = buffers.Where(buffer => buffer.Count > 0).ToArray();
        return segments.Length switch
        {
            0 => Empty,
            1 => new ByteString(segments[0]),
            _ => new ByteString(segments, checked(segments.Sum(segment => segment.Count))),
        };
    }

    /// <summary>A copy of <paramref name="array"/>.</summary>
    public static ByteString CopyFrom(byte[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return CopyOf(array);
    }

    /// <summary>A copy of a part of <paramref name="array"/>.</summary>
    public static ByteString CopyFrom(byte[] array, int offset, int count) => CopyOf(new ArraySegment<byte>(array, offset, count));

    /// <summary>A copy of <paramref name="buffer"/>.</summary>
    public static ByteString CopyFrom(ArraySegment<byte> buffer) => CopyOf(buffer);

    /// <summary>A copy of all <paramref name="buffers"/> in order, in one array.</summary>
    public static ByteString CopyFrom(IEnumerable<ArraySegment<byte>> buffers) => FromBytes(FromBytes(buffers).ToArray());

    /// <summary>A copy of <paramref name="memory"/>.</summary>
    public static ByteString CopyFrom(Memory<byte> memory) => CopyOf(memory.Span);

    /// <summary>A copy of a part of <paramref name="memory"/>.</summary>
    public static ByteString CopyFrom(Memory<byte> memory, int offset, int count) => CopyOf(memory.Span.Slice(offset, count));

    /// <summary>A copy of <paramref name="span"/>.</summary>
    public static ByteString CopyFrom(Span<byte> span) => CopyOf(span);

    /// <summary>A copy of a part of <paramref name="span"/>.</summary>
    public static ByteString CopyFrom(Span<byte> span, int offset, int count) => CopyOf(span.Slice(offset, count));

    /// <summary>The UTF-8 bytes of <paramref name="str"/>.</summary>
    public static ByteString FromString(string str) => FromString(str, Encoding.UTF8);

    /// <summary>The bytes of <paramref name="str"/> in <paramref name="encoding"/>.</summary>
    public static ByteString FromString(string str, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return FromBytes(encoding.GetBytes(str));
    }

    /// <summary>The bytes of <paramref name="bytes"/>, not copied.</summary>
    public static explicit operator ByteString(byte[] bytes) => FromBytes(bytes);

    private static ByteString CopyOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return Empty;
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return new ByteString(new ArraySegment<byte>(copy));
    }
}
