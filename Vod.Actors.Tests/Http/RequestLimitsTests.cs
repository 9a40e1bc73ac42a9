using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

/// <summary>The limits of spec §2 row 4: reached, and one beyond; refused as soon as that is known.</summary>
public class RequestLimitsTests
{
    private const int Target = 8 * 1024;
    private const int Head = 32 * 1024;

    [Fact]
    public void The_longest_target_is_accepted() =>
        Assert.Equal(Target, Requests.Head($"GET /{new string('a', Target - 1)} HTTP/1.1\r\nHost: a\r\n\r\n").Target.Path.Length);

    [Fact]
    public void A_query_counts_as_target() =>
        Assert.Equal(Rejection.TargetTooLong, Requests.Rejection($"GET /?{new string('a', Target - 1)} HTTP/1.1\r\nHost: a\r\n\r\n").Reason);

    [Theory]
    [InlineData(" HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(" HTTP/1.0\r\n\r\n")]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("#")]
    public void A_target_one_byte_too_long_is_414_whatever_follows(string rest) =>
        Assert.Equal(Rejection.TargetTooLong, Requests.Rejection($"GET /{new string('a', Target)}{rest}").Reason);

    [Fact]
    public void A_target_of_the_full_length_may_still_end() =>
        Assert.IsType<ParseOutcome.NeedMore>(Requests.Parse($"GET /{new string('a', Target - 1)}"));

    [Fact]
    public void The_longest_head_is_accepted() => Assert.NotNull(Requests.Head(HeadOf(Head)));

    [Fact]
    public void A_head_one_byte_too_long_is_431() => Assert.Equal(Rejection.HeadTooLong, Requests.Rejection(HeadOf(Head + 1)).Reason);

    [Fact]
    public void An_unfinished_head_beyond_the_limit_is_431_at_once()
    {
        var text = HeadOf(Head + 100);
        Assert.IsType<ParseOutcome.NeedMore>(Requests.Parse(text[..Head]));
        Assert.Equal(Rejection.HeadTooLong, Requests.Rejection(text[..(Head + 1)]).Reason);
    }

    [Fact]
    public void A_body_does_not_count_as_head() => Assert.NotNull(Requests.Head(HeadOf(Head) + new string('x', 1000)));

    [Fact]
    public void An_endless_field_name_is_431() =>
        Assert.Equal(Rejection.HeadTooLong, Requests.Rejection($"GET / HTTP/1.1\r\n{new string('x', Head)}").Reason);

    [Fact]
    public void Endless_empty_lines_are_431() => Assert.Equal(Rejection.HeadTooLong, Requests.Rejection(new string('\r', 0) + string.Concat(Enumerable.Repeat("\r\n", Head))).Reason);

    [Fact]
    public void A_hundred_fields_are_accepted() => Assert.NotNull(Requests.Head($"GET / HTTP/1.1\r\nHost: a\r\n{Fields(99)}\r\n"));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("")]
    public void The_field_after_a_hundred_is_431(string rest) =>
        Assert.Equal(Rejection.TooManyFields, Requests.Rejection($"GET / HTTP/1.1\r\nHost: a\r\n{Fields(100)}{rest}").Reason);

    [Fact]
    public void The_fields_of_a_request_do_not_count_for_the_next()
    {
        var parser = new RequestParser(RequestLimits.Default);
        var head = System.Text.Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: a\r\n{Fields(99)}\r\n");
        Assert.IsType<ParseOutcome.Parsed>(parser.Parse(head));
        Assert.IsType<ParseOutcome.Parsed>(parser.Parse(head));
    }

    [Theory]
    [InlineData(1025, "", 501)]
    [InlineData(1025, " / HTTP/1.1\r\n\r\n", 501)]
    [InlineData(1024, "\r\n", 400)]
    public void A_method_without_end_is_501(int length, string rest, int status) =>
        Assert.Equal(status, Requests.Rejection(new string('A', length) + rest).Reason.Status);

    [Theory]
    [InlineData("GET /12345678", 414)]
    [InlineData("GET /1 HTTP/1.1\r\nHost: a\r\nA: b\r\nC", 431)]
    [InlineData("GET /1 HTTP/1.1\r\nHost: aaaaaaaaaaaaaaaaaaaaa\r\n", 431)]
    public void Limits_can_be_set(string text, int status)
    {
        var limits = new RequestLimits { MaxTargetBytes = 8, MaxHeadBytes = 40, MaxFields = 2 };
        Assert.Equal(status, Assert.IsType<ParseOutcome.Rejected>(Requests.Parse(text, limits)).Reason.Status);
    }

    private static string HeadOf(int length)
    {
        const string Start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
        return $"{Start}{new string('x', length - Start.Length - 4)}\r\n\r\n";
    }

    private static string Fields(int count) => string.Concat(Enumerable.Repeat("X: y\r\n", count));
}
