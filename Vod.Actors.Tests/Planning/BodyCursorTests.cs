using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>A body taken apart into steps: bytes at hand, then a range of the file that is short enough to be read at once.</summary>
public sealed class BodyCursorTests
{
    private const int Max = 10;

    [Theory]
    [InlineData("")]
    [InlineData("'ab'", "ab")]
    [InlineData("'ab' 'cd' 'e'", "abcde")]
    [InlineData("0+1", "0+1")]
    [InlineData("0+9", "0+9")]
    [InlineData("0+10", "0+10")]
    [InlineData("0+11", "0+10", "10+1")]
    [InlineData("5+20", "5+10", "15+10")]
    [InlineData("5+21", "5+10", "15+10", "25+1")]
    [InlineData("'ab' 0+3", "ab 0+3")]
    [InlineData("'ab' 'cd' 0+3", "abcd 0+3")]
    [InlineData("'ab' 0+11", "ab 0+10", "10+1")]
    [InlineData("0+3 'ab'", "0+3", "ab")]
    [InlineData("'ab' 0+3 'cd' 100+12 'e'", "ab 0+3", "cd 100+10", "110+2", "e")]
    [InlineData("0+3 3+4", "0+3", "3+4")]
    [InlineData("9000000000000000000+11", "9000000000000000000+10", "9000000000000000010+1")]
    public void A_body_is_sent_in_these_steps(string body, params string[] steps) => Assert.Equal(steps, Steps(Parse(body), Max).Select(Shown));

    [Fact]
    public void It_tells_how_much_of_the_file_was_sent_and_is_left()
    {
        var seen = new List<(long, long)>();
        var cursor = BodyCursor.StartOf(Parse("'ab' 0+3 'cd' 100+12 'e'"));
        for (; !cursor.IsAtEnd; cursor = cursor.Next(Max).Rest) seen.Add(cursor.FileBytes);

        Assert.Equal([(0, 15), (3, 12), (13, 2), (15, 0)], seen);
        Assert.Equal((15, 0), cursor.FileBytes);
    }

    [Fact]
    public void It_is_at_its_end_after_the_last_step_and_not_before()
    {
        var cursor = BodyCursor.StartOf(Parse("'ab' 0+11 'c'"));
        var ends = new List<bool>();
        for (; !cursor.IsAtEnd && ends.Count < 10; cursor = cursor.Next(Max).Rest) ends.Add(cursor.IsAtEnd);

        Assert.Equal([false, false, false], ends);
        Assert.True(BodyCursor.StartOf([]).IsAtEnd);
    }

    [Fact]
    public void A_step_can_be_taken_twice_with_the_same_outcome()
    {
        var cursor = BodyCursor.StartOf(Parse("'ab' 0+25")).Next(Max).Rest;

        Assert.Equal(cursor.Next(Max), cursor.Next(Max));
    }

    [Fact]
    public void The_steps_together_are_the_whole_body_and_none_reads_more_than_it_may()
    {
        var segment = Gen.Choose(0, 1).SelectMany(isFile => isFile == 1
            ? Gen.Zip(Gen.Choose(0, 1000), Gen.Choose(1, 100)).Select(range => BodySegment.OfFile(new ByteRange(range.Item1, range.Item2)))
            : Gen.Choose(0, 20).Select(length => BodySegment.Of(new byte[length].Select((_, n) => (byte)(length + n)).ToArray())));
        var bodies = Gen.Zip(segment.ArrayOf(), Gen.Choose(1, 50)).ToArbitrary();
        Prop.ForAll(bodies, input =>
        {
            var (body, max) = input;
            var steps = Steps([.. body], max).ToList();
            var sent = steps.SelectMany(step => step.Literal.ToArray().Concat(File(step.Range)));
            var whole = body.SelectMany(part => part.IsFile ? File(part.Range) : part.Literal.ToArray());
            return steps.All(step => step.Range.Length <= max) && sent.SequenceEqual(whole);
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<BodyStep> Steps(ImmutableArray<BodySegment> body, int max)
    {
        var bytes = body.Sum(segment => segment.Length);
        for (var cursor = BodyCursor.StartOf(body); !cursor.IsAtEnd;)
        {
            Assert.True(bytes >= 0, "it does not come to an end");
            var step = cursor.Next(max);
            yield return step;
            bytes -= Math.Max(1, step.Literal.Length + step.Range.Length);
            cursor = step.Rest;
        }
    }

    private static IEnumerable<byte> File(ByteRange range) => Enumerable.Range((int)range.Offset, (int)range.Length).Select(n => (byte)(n % 251));

    private static ImmutableArray<BodySegment> Parse(string body) =>
    [
        .. body.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[0] == '\''
            ? BodySegment.Of(System.Text.Encoding.ASCII.GetBytes(part.Trim('\'')))
            : BodySegment.OfFile(new ByteRange(long.Parse(part.Split('+')[0]), long.Parse(part.Split('+')[1])))),
    ];

    private static string Shown(BodyStep step) => string.Join(' ', new[]
    {
        System.Text.Encoding.ASCII.GetString(step.Literal.Span),
        step.Range.Length > 0 ? $"{step.Range.Offset}+{step.Range.Length}" : "",
    }.Where(part => part.Length > 0));
}
