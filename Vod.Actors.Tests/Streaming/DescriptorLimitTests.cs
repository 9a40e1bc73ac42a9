using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Streaming;

public class DescriptorLimitTests
{
    [Theory]
    [InlineData(1_048_576, 1_048_512)]
    [InlineData(20_000, 19_936)]
    [InlineData(512, 448)]
    [InlineData(256, 224)]
    public void The_last_descriptors_are_not_for_files(long limit, long mark) => Assert.Equal(mark, DescriptorLimit.Mark(limit));
}
