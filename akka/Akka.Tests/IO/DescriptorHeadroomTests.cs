using Akka.IO.Sockets;

namespace Akka.Tests.IO;

public class DescriptorHeadroomTests
{
    [Theory]
    [InlineData(1_048_576, 120, 1_048_448)]
    [InlineData(20_000, 120, 19_872)]
    [InlineData(300, 120, 210)]
    [InlineData(130, 120, 125)]
    public void Half_of_what_is_free_is_left_free_but_128_at_most(long limit, long used, long mark) =>
        Assert.Equal(mark, DescriptorHeadroom.Mark(limit, used));

    [Fact]
    public void There_is_room_as_a_rule()
    {
        var headroom = new DescriptorHeadroom();
        using var file = File.OpenHandle(typeof(DescriptorHeadroom).Assembly.Location);

        Assert.True(headroom.IsThere());
        Assert.False(headroom.IsReachedBy(file));
    }
}
