using FsCheck;
using FsCheck.Fluent;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>The steps in which a body is sent: short ones first.</summary>
public sealed class RampTests
{
    private const int KiB = 1024, Slice = 5 * 1024 * KiB;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(256, 256)]
    [InlineData(384, 384)] // not worth a second turn
    [InlineData(385, 256, 129)]
    [InlineData(512, 256, 256)]
    [InlineData(768, 256, 512)]
    [InlineData(1024, 256, 768)]
    [InlineData(1025, 256, 512, 257)]
    [InlineData(2304, 256, 512, 1536)]
    [InlineData(2305, 256, 512, 1024, 513)]
    [InlineData(5120, 256, 512, 1024, 1024, 1024, 1280)] // a slice
    public void A_body_of_so_many_KiB_is_sent_in_these_steps(int size, params int[] steps) => Assert.Equal(steps.Select(step => (long)step * KiB), Steps((long)size * KiB, Slice));

    [Theory]
    [InlineData(3000, 1000, 1000, 1000, 1000)]
    [InlineData(2001, 1000, 1000, 1000, 1)]
    [InlineData(1_000_000, 300_000, 262_144, 300_000, 300_000, 137_856)]
    public void No_step_is_longer_than_a_slice(int size, int slice, params int[] steps) => Assert.Equal(steps.Select(step => (long)step), Steps(size, slice));

    [Fact]
    public void Of_any_body_all_is_sent_and_no_last_step_is_short()
    {
        Prop.ForAll(Gen.Choose(1, 20_000_000).ToArbitrary(), size =>
        {
            var steps = Steps(size, Slice);
            Assert.Equal(size, steps.Sum());
            Assert.InRange(steps.Max(), 1, 1536 * KiB);
            if (steps.Count > 1) Assert.InRange(steps[^1], steps[^2] / 2, 3 * steps[^2]);
        }).QuickCheckThrowOnFailure();
    }

    private static List<long> Steps(long size, int slice)
    {
        var steps = new List<long>();
        for (long sent = 0; sent < size; sent += steps[^1]) steps.Add(Ramp.Step(sent, size - sent, slice));
        return steps;
    }
}
