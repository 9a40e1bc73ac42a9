using FsCheck;
using FsCheck.Fluent;
using Microsoft.Net.Http.Headers;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>What a <c>Range</c> field selects of a file (RFC 9110 §14.1.2, §14.2).</summary>
public class RangeHeaderTests
{
    [Theory]
    [InlineData("bytes=0-0", 10, "0+1")]
    [InlineData("bytes=0-9", 10, "0+10")]
    [InlineData("bytes=0-10", 10, "0+10")]
    [InlineData("bytes=0-", 10, "0+10")]
    [InlineData("bytes=9-", 10, "9+1")]
    [InlineData("bytes=9-9", 10, "9+1")]
    [InlineData("bytes=5-7", 10, "5+3")]
    [InlineData("bytes=-1", 10, "9+1")]
    [InlineData("bytes=-10", 10, "0+10")]
    [InlineData("bytes=-11", 10, "0+10")]
    [InlineData("Bytes=0-0", 10, "0+1")]
    [InlineData("BYTES=0-0", 10, "0+1")]
    [InlineData("bytes=00005-007", 10, "5+3")]
    [InlineData("bytes=0-9223372036854775807", 10, "0+10")]
    [InlineData("bytes=5-99999999999999999999999999", 10, "5+5")]
    [InlineData("bytes=-99999999999999999999999999", 10, "0+10")]
    [InlineData("bytes= 0-1", 10, "0+2")]
    [InlineData("bytes=0-1 ", 10, "0+2")]
    [InlineData("bytes=0-1,", 10, "0+2")]
    [InlineData("bytes=,,\t0-1 , ,", 10, "0+2")]
    [InlineData("bytes=0-1,20-30", 10, "0+2")]
    [InlineData("bytes=-0,0-1", 10, "0+2")]
    [InlineData("bytes=0-0,2-2", 10, "0+1 2+1")]
    [InlineData("bytes=0-0, -1", 10, "0+1 9+1")]
    [InlineData("bytes=0-0 ,\t5-", 10, "0+1 5+5")]
    [InlineData("bytes=8-9,0-1", 10, "8+2 0+2")]
    [InlineData("bytes=0-4,5-9", 10, "0+5 5+5")] // touching, not overlapping
    [InlineData("bytes=0-5,5-9", 10, "0+10")]
    [InlineData("bytes=0-5,2-3", 10, "0+6")]
    [InlineData("bytes=0-,0-,0-", 10, "0+10")]
    [InlineData("bytes=6-7,0-1,7-8", 10, "6+3 0+2")]
    [InlineData("bytes=8-9,4-5,0-1,1-4", 10, "8+2 0+6")]
    [InlineData("bytes=4-5,8-9,3-4", 10, "3+3 8+2")]
    [InlineData("bytes=0-1,4-5,8-9,1-8", 10, "0+10")]
    public void Satisfiable_ranges_are_clamped_and_joined(string value, long size, string expected)
    {
        var ranges = Assert.IsType<RangeOutcome.Satisfiable>(RangeHeader.Resolve(value, size)).Ranges;
        Assert.Equal(expected, string.Join(' ', ranges.Select(r => $"{r.Offset}+{r.Length}")));
    }

    [Theory]
    [InlineData("bytes=10-", 10)]
    [InlineData("bytes=10-10", 10)]
    [InlineData("bytes=11-20", 10)]
    [InlineData("bytes=-0", 10)]
    [InlineData("bytes=-000", 10)]
    [InlineData("bytes=10-,20-30,-0", 10)]
    [InlineData("bytes=9223372036854775807-", 10)]
    [InlineData("bytes=9223372036854775807-", long.MaxValue)]
    [InlineData("bytes=99999999999999999999999999-", 10)]
    [InlineData("bytes=99999999999999999999999998-99999999999999999999999999", 10)]
    [InlineData("bytes=0-", 0)]
    [InlineData("bytes=0-0", 0)]
    [InlineData("bytes=-1", 0)]
    [InlineData("bytes=-0", 0)]
    public void Ranges_outside_the_file_are_unsatisfiable(string value, long size) =>
        Assert.IsType<RangeOutcome.Unsatisfiable>(RangeHeader.Resolve(value, size));

    [Theory]
    [InlineData("")]
    [InlineData("bytes")]
    [InlineData("bytes=")]
    [InlineData("bytes= ")]
    [InlineData("bytes=,")]
    [InlineData("bytes= , ,")]
    [InlineData("bytes=-")]
    [InlineData("bytes=--")]
    [InlineData("bytes=--1")]
    [InlineData("bytes=1")]
    [InlineData("bytes=a")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=0-b")]
    [InlineData("bytes=a-9")]
    [InlineData("bytes=0x0-0x5")]
    [InlineData("bytes=+0-5")]
    [InlineData("bytes=0-+5")]
    [InlineData("bytes=1.0-2")]
    [InlineData("bytes=0 -5")]
    [InlineData("bytes=0- 5")]
    [InlineData("bytes=0 - 5")]
    [InlineData("bytes=- 5")]
    [InlineData("bytes=0-5-9")]
    [InlineData("bytes=5-4")]
    [InlineData("bytes=20-10")]
    [InlineData("bytes=99999999999999999999999999-99999999999999999999999998")]
    [InlineData("bytes=0-1,5-4")]
    [InlineData("bytes=0-1,x")]
    [InlineData("bytes=0-1;2-3")]
    [InlineData("bytes=0-1 2-3")]
    [InlineData("bytes=*")]
    [InlineData("bytes=*/10")]
    [InlineData("bytes=\u0660-\u0661")] // Arabic digits
    [InlineData("bytes =0-1")]
    [InlineData(" bytes=0-1")]
    [InlineData("bytes 0-1")]
    [InlineData("bytes:0-1")]
    [InlineData("byte=0-1")]
    [InlineData("items=0-1")]
    [InlineData("seconds=1-2")]
    [InlineData("none")]
    [InlineData("=0-1")]
    [InlineData("0-1")]
    [InlineData("bytes=0-1, bytes=2-3")] // two field lines
    public void Other_units_and_bad_syntax_are_ignored(string value)
    {
        Assert.IsType<RangeOutcome.Ignored>(RangeHeader.Resolve(value, 10));
        Assert.IsType<RangeOutcome.Ignored>(RangeHeader.Resolve(value, 0));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void More_than_16_ranges_are_ignored(int count, bool heeded)
    {
        var outcome = RangeHeader.Resolve("bytes=" + string.Join(',', Enumerable.Range(0, count).Select(i => $"{i * 3}-{i * 3}")), 1000);
        Assert.Equal(heeded, outcome is RangeOutcome.Satisfiable { Ranges.Length: 16 });
        Assert.Equal(!heeded, outcome is RangeOutcome.Ignored);
    }

    [Fact]
    public void Ranges_are_counted_after_they_are_joined() =>
        Assert.Equal(
            new ByteRange(0, 1000),
            Assert.Single(Assert.IsType<RangeOutcome.Satisfiable>(RangeHeader.Resolve("bytes=" + string.Join(',', Enumerable.Repeat("0-", 8000)), 1000)).Ranges));

    [Theory]
    [InlineData("bytes=0-1")]
    [InlineData("bytes=5-")]
    [InlineData("bytes=-3")]
    [InlineData("bytes=0-1, 4-5, -2")]
    public void What_others_write_is_read(string value) =>
        Assert.IsType<RangeOutcome.Satisfiable>(RangeHeader.Resolve(RangeHeaderValue.Parse(value).ToString(), 10));

    [Fact]
    public void Ranges_lie_in_the_file_are_disjoint_and_cover_exactly_what_was_asked_for()
    {
        var spec = Gen.OneOf(
            from first in Gen.Choose(0, 40) from length in Gen.Choose(0, 20) select (First: (int?)first, Last: (int?)(first + length)),
            from first in Gen.Choose(0, 40) select (First: (int?)first, Last: (int?)null),
            from suffix in Gen.Choose(0, 40) select (First: (int?)null, Last: (int?)suffix));
        var sample = from size in Gen.Choose(0, 35) from specs in Gen.NonEmptyListOf(spec) select (Size: size, Specs: specs.ToArray());
        Prop.ForAll(sample.ToArbitrary(), s =>
        {
            var asked = Enumerable.Range(0, s.Size).Where(n => s.Specs.Any(r => r.First is null ? n >= s.Size - r.Last : n >= r.First && n <= (r.Last ?? n))).ToArray();
            var outcome = RangeHeader.Resolve("bytes=" + string.Join(',', s.Specs.Select(r => $"{r.First}-{r.Last}")), s.Size);
            if (outcome is RangeOutcome.Satisfiable(var ranges))
            {
                var sent = ranges.SelectMany(r => Enumerable.Range((int)r.Offset, (int)r.Length)).ToArray();
                Assert.Equal(asked, sent.Order());
                Assert.True(ranges.Length <= RangeHeader.MaxRanges);
            }
            else
            {
                Assert.Equal(asked.Length == 0, outcome is RangeOutcome.Unsatisfiable);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
