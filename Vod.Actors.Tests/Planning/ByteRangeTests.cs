using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

public class ByteRangeTests
{
    [Theory]
    [InlineData(0, 5, 5, 5, false)]
    [InlineData(0, 5, 4, 5, true)]
    [InlineData(0, 5, 0, 5, true)]
    [InlineData(0, 9, 3, 2, true)]
    [InlineData(0, 1, 8, 1, false)]
    public void Ranges_overlap_when_they_share_a_byte(long offset, long length, long otherOffset, long otherLength, bool overlap)
    {
        var (range, other) = (new ByteRange(offset, length), new ByteRange(otherOffset, otherLength));
        Assert.Equal((overlap, overlap), (range.Overlaps(other), other.Overlaps(range)));
    }

    [Fact]
    public void A_union_holds_both()
    {
        Assert.Equal(new ByteRange(2, 8), new ByteRange(2, 3).Union(new ByteRange(4, 6)));
        Assert.Equal(new ByteRange(2, 8), new ByteRange(4, 6).Union(new ByteRange(2, 3)));
        Assert.Equal(new ByteRange(0, 9), new ByteRange(0, 9).Union(new ByteRange(2, 3)));
    }

    [Fact]
    public void A_range_is_cut_from_its_end()
    {
        Assert.Equal(new ByteRange(3, 4), new ByteRange(3, 10).Limit(4));
        Assert.Equal(new ByteRange(3, 10), new ByteRange(3, 10).Limit(10));
        Assert.Equal(new ByteRange(3, 10), new ByteRange(3, 10).Limit(long.MaxValue));
    }

    [Fact]
    public void A_range_prints_its_content_range() => Assert.Equal("bytes 3-12/20", new ByteRange(3, 10).In(20).ToString());
}
