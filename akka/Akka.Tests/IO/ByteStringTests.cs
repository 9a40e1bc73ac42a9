using System.Text;
using Akka.IO;

namespace Akka.Tests.IO;

/// <summary>Each test of contents runs on every way to cut the bytes into segments.</summary>
public class ByteStringTests
{
    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes("The quick brown fox");

    public static TheoryData<int[]> Segmentations => new([], [1], [18], [4], [4, 10], [1, 2, 3], [9, 10], [4, 4, 9]);

    private static ByteString Segmented(params int[] cuts)
    {
        var ends = cuts.Append(Bytes.Length);
        var start = 0;
        var result = ByteString.Empty;
        foreach (var end in ends)
        {
            // Not at its array's beginning, so that offsets count.
            var array = new byte[end - start + 2];
            Bytes.AsSpan(start, end - start).CopyTo(array.AsSpan(1));
            result += ByteString.FromBytes(array, 1, end - start);
            start = end;
        }
        return result;
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void Contents_do_not_depend_on_the_segments(int[] cuts)
    {
        var bytes = Segmented(cuts);

        Assert.Equal(Bytes.Length, bytes.Count);
        Assert.Equal(Bytes, bytes.ToArray());
        Assert.Equal(Bytes, bytes.ToList());
        Assert.Equal(Bytes, Enumerable.Range(0, bytes.Count).Select(i => bytes[i]));
        Assert.Equal("The quick brown fox", bytes.ToString());
        Assert.Equal("The quick brown fox", bytes.ToString(Encoding.ASCII));
        var stream = new MemoryStream();
        bytes.WriteTo(stream);
        Assert.Equal(Bytes, stream.ToArray());
    }

    [Theory, MemberData(nameof(Segmentations))]
    public async Task Contents_can_be_written_and_cast(int[] cuts)
    {
        var bytes = Segmented(cuts);
        var stream = new MemoryStream();
        await bytes.WriteToAsync(stream);
        Assert.Equal(Bytes, stream.ToArray());
        Assert.Equal(Bytes, (byte[])bytes);
        Assert.Equal(bytes, (ByteString)Bytes);
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void A_part_is_found_where_it_stands_and_nowhere_else(int[] cuts)
    {
        var bytes = Segmented(cuts);
        var part = ByteString.FromString("qu") + ByteString.FromString("ick");
        for (var index = -1; index <= Bytes.Length; index++) Assert.Equal(index == 4, bytes.HasSubstring(part, index));
        Assert.True(bytes.HasSubstring(bytes, 0));
        Assert.True(bytes.HasSubstring(ByteString.Empty, Bytes.Length));
        Assert.False(part.HasSubstring(bytes, 0));
    }

    [Fact]
    public void Copies_of_several_buffers_are_one_array_of_their_own()
    {
        byte[] one = [1, 2], two = [3];
        var copy = ByteString.CopyFrom([new ArraySegment<byte>(one), new ArraySegment<byte>(two)]);
        one[0] = two[0] = 9;
        Assert.Equal([1, 2, 3], copy.ToArray());
        Assert.True(copy.IsCompact);
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void Equal_bytes_are_equal_and_hash_alike(int[] cuts)
    {
        var bytes = Segmented(cuts);
        var compact = ByteString.FromBytes(Bytes);
        var other = (byte[])Bytes.Clone();
        other[^1]++;

        Assert.True(bytes.Equals(compact) && compact.Equals((object)bytes) && bytes == compact && !(bytes != compact));
        Assert.Equal(compact.GetHashCode(), bytes.GetHashCode());
        Assert.False(bytes == ByteString.FromBytes(other));
        Assert.False(bytes == bytes.Slice(1));
        Assert.False(bytes.Equals(null));
        Assert.False(bytes == null);
        Assert.True((ByteString?)null == null);
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void Every_slice_has_its_bytes(int[] cuts)
    {
        var bytes = Segmented(cuts);
        for (var index = 0; index <= Bytes.Length + 1; index++)
        {
            Assert.Equal(Bytes.Skip(index), bytes.Slice(index));
            for (var count = 0; count <= Bytes.Length + 2; count++)
            {
                var slice = bytes.Slice(index, count);
                Assert.Equal(Bytes.Skip(index).Take(count), slice);
                Assert.Equal(slice.ToArray().Length, slice.Count);
                Assert.Equal(slice.Slice(1), bytes.Slice(index + 1, Math.Max(0, count - 1)));
            }
        }
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void A_byte_is_found_from_any_place(int[] cuts)
    {
        var bytes = Segmented(cuts);
        foreach (var sought in Bytes.Append((byte)'!'))
        {
            Assert.Equal(Array.IndexOf(Bytes, sought), bytes.IndexOf(sought));
            for (var from = 0; from <= Bytes.Length; from++)
                Assert.Equal(Array.IndexOf(Bytes, sought, from), bytes.IndexOf(sought, from));
        }
        Assert.Equal(-1, bytes.IndexOf((byte)'T', 100));
        Assert.Equal(0, bytes.IndexOf((byte)'T', -1));
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void Copying_takes_as_many_bytes_as_there_is_room_for(int[] cuts)
    {
        var bytes = Segmented(cuts);
        foreach (var room in (int[])[0, 1, 4, 5, Bytes.Length, Bytes.Length + 3])
        {
            var copied = Math.Min(room, Bytes.Length);
            var expected = Bytes.Take(copied).Concat(new byte[room - copied]).ToArray();

            var array = new byte[room + 2];
            Assert.Equal(copied, bytes.CopyTo(array, 1, room));
            Assert.Equal([0, .. expected, 0], array);

            var memory = new byte[room].AsMemory();
            Assert.Equal(copied, bytes.CopyTo(ref memory));
            Assert.Equal(expected, memory.ToArray());

            var span = new byte[room].AsSpan();
            Assert.Equal(copied, bytes.CopyTo(ref span));
            Assert.Equal(expected, span.ToArray());

            var wide = new byte[room + 2].AsSpan();
            Assert.Equal(copied, bytes.CopyTo(ref wide, 1, room));
            Assert.Equal([0, .. expected, 0], wide.ToArray());

            var wideMemory = new byte[room + 2].AsMemory();
            Assert.Equal(copied, bytes.CopyTo(ref wideMemory, 1, room));
            Assert.Equal([0, .. expected, 0], wideMemory.ToArray());
        }
    }

    [Theory, MemberData(nameof(Segmentations))]
    public void Compacting_leaves_one_segment_with_the_same_bytes(int[] cuts)
    {
        var bytes = Segmented(cuts);

        Assert.Equal(cuts.Length == 0, bytes.IsCompact);
        Assert.True(bytes.Compact().IsCompact);
        Assert.Equal(bytes, bytes.Compact());
    }

    [Fact]
    public void From_shares_the_array_and_Copy_does_not()
    {
        byte[] array = [1, 2, 3];
        var shared = ByteString.FromBytes(array);
        var part = ByteString.FromBytes(array, 1, 1);
        ByteString[] copies =
        [
            ByteString.CopyFrom(array), ByteString.CopyFrom(array, 0, 3), ByteString.CopyFrom(new ArraySegment<byte>(array)),
            ByteString.CopyFrom(array.AsMemory()), ByteString.CopyFrom(array.AsMemory(), 0, 3),
            ByteString.CopyFrom(array.AsSpan()), ByteString.CopyFrom(array.AsSpan(), 0, 3),
        ];
        array[1] = 9;

        Assert.Equal([1, 9, 3], shared.ToArray());
        Assert.Equal([9], part.ToArray());
        Assert.All(copies, copy => Assert.Equal([1, 2, 3], copy.ToArray()));
    }

    [Fact]
    public void Segments_are_joined_in_order_and_empty_ones_left_out()
    {
        var bytes = ByteString.FromBytes([new ArraySegment<byte>([1, 2]), default, ArraySegment<byte>.Empty, new ArraySegment<byte>([3])]);

        Assert.Equal([1, 2, 3], bytes.ToArray());
        Assert.Equal(2, bytes.SegmentCount);
        Assert.Equal(1, ByteString.FromBytes([default, new ArraySegment<byte>([3])]).SegmentCount);
        Assert.Same(ByteString.Empty, ByteString.FromBytes(Array.Empty<ArraySegment<byte>>()));
    }

    [Fact]
    public void Nothing_is_empty()
    {
        Assert.True(ByteString.Empty.IsEmpty);
        Assert.Equal(ByteString.Empty, ByteString.FromString(""));
        Assert.Equal(ByteString.Empty, ByteString.FromBytes(default(ArraySegment<byte>)));
        Assert.Equal("", ByteString.Empty.ToString());
        Assert.Equal(-1, ByteString.Empty.IndexOf(0));
        var some = ByteString.FromString("é");
        Assert.False(some.IsEmpty);
        Assert.Same(some, some + ByteString.Empty);
        Assert.Same(some, ByteString.Empty + some);
    }

    [Fact]
    public void Text_is_UTF8_unless_said_otherwise_even_across_segments()
    {
        var text = ByteString.FromString("é");

        Assert.Equal([0xc3, 0xa9], text.ToArray());
        Assert.Equal("é", (text.Slice(0, 1) + text.Slice(1)).ToString());
        Assert.Equal([0xe9], ByteString.FromString("é", Encoding.Latin1).ToArray());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(19)]
    public void There_is_no_byte_outside(int index)
    {
        Assert.Throws<IndexOutOfRangeException>(() => Segmented()[index]);
        Assert.Throws<IndexOutOfRangeException>(() => Segmented(4, 10)[index]);
    }

    [Theory]
    [InlineData(-1, 5, "The q")]
    [InlineData(3, -1, "")]
    [InlineData(16, 9, "fox")]
    [InlineData(99, 3, "")]
    public void A_slice_has_what_there_is_of_it(int index, int count, string expected)
    {
        Assert.Equal(expected, Segmented().Slice(index, count).ToString());
        Assert.Equal(expected, Segmented(4, 10).Slice(index, count).ToString());
    }

    [Fact]
    public void A_slice_can_be_written_as_a_range()
    {
        var bytes = Segmented(4, 10);
        Assert.Equal("The", bytes[..3].ToString(Encoding.ASCII));
        Assert.Equal("quick", bytes[4..9].ToString(Encoding.ASCII));
        Assert.Equal("fox", bytes[^3..].ToString(Encoding.ASCII));
        Assert.Equal((byte)'x', bytes[^1]);
        Assert.Equal("The quick brown fox", bytes.Slice(-3).ToString());
    }

    [Fact]
    public void Ranges_outside_of_arrays_are_refused()
    {
        var bytes = Segmented(4);
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.CopyTo(new byte[3], -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.CopyTo(new byte[3], 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.CopyTo(new byte[3], 0, -1));
        Assert.Throws<ArgumentException>(() => bytes.CopyTo(new byte[3], 2, 2));
        Assert.Equal(0, bytes.CopyTo([], 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => ByteString.FromBytes(new byte[3], 2, 2));
        Assert.ThrowsAny<ArgumentException>(() => ByteString.CopyFrom(new byte[3], 2, 2));
    }
}
