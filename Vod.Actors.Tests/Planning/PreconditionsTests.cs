using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>Conditional requests (RFC 9110 §13). The file has the tag "tag"; dates are relative to its modification.</summary>
public class PreconditionsTests
{
    private const string Same = Plans.ModifiedText;
    private const string Later = "Fri, 01 May 2026 10:20:31 GMT";
    private const string Earlier = "Fri, 01 May 2026 10:20:29 GMT";
    private const string Future = "Sat, 01 May 2027 10:20:30 GMT";

    [Theory]
    [InlineData(null, null, null, null, PreconditionOutcome.Proceed)]
    // If-Match: strong comparison.
    [InlineData("\"tag\"", null, null, null, PreconditionOutcome.Proceed)]
    [InlineData("*", null, null, null, PreconditionOutcome.Proceed)]
    [InlineData("\"x\", \"tag\"", null, null, null, PreconditionOutcome.Proceed)]
    [InlineData("\"x\"", null, null, null, PreconditionOutcome.Failed)]
    [InlineData("W/\"tag\"", null, null, null, PreconditionOutcome.Failed)]
    [InlineData("tag", null, null, null, PreconditionOutcome.Failed)]
    [InlineData("", null, null, null, PreconditionOutcome.Failed)]
    // If-Unmodified-Since, unless there is If-Match.
    [InlineData(null, Same, null, null, PreconditionOutcome.Proceed)]
    [InlineData(null, Later, null, null, PreconditionOutcome.Proceed)]
    [InlineData(null, Future, null, null, PreconditionOutcome.Proceed)]
    [InlineData(null, Earlier, null, null, PreconditionOutcome.Failed)]
    [InlineData(null, "never", null, null, PreconditionOutcome.Proceed)]
    [InlineData(null, Earlier + ", " + Earlier, null, null, PreconditionOutcome.Proceed)]
    [InlineData("\"tag\"", Earlier, null, null, PreconditionOutcome.Proceed)]
    [InlineData("\"x\"", Same, null, null, PreconditionOutcome.Failed)]
    // If-None-Match: weak comparison.
    [InlineData(null, null, "\"tag\"", null, PreconditionOutcome.NotModified)]
    [InlineData(null, null, "W/\"tag\"", null, PreconditionOutcome.NotModified)]
    [InlineData(null, null, "\"x\", W/\"tag\"", null, PreconditionOutcome.NotModified)]
    [InlineData(null, null, "*", null, PreconditionOutcome.NotModified)]
    [InlineData(null, null, "\"x\"", null, PreconditionOutcome.Proceed)]
    [InlineData(null, null, "tag", null, PreconditionOutcome.Proceed)]
    // If-Modified-Since, unless there is If-None-Match.
    [InlineData(null, null, null, Same, PreconditionOutcome.NotModified)]
    [InlineData(null, null, null, Later, PreconditionOutcome.NotModified)]
    [InlineData(null, null, null, Future, PreconditionOutcome.NotModified)]
    [InlineData(null, null, null, Earlier, PreconditionOutcome.Proceed)]
    [InlineData(null, null, null, "Friday, 01-May-26 10:20:30 GMT", PreconditionOutcome.NotModified)]
    [InlineData(null, null, null, "Fri May  1 10:20:30 2026", PreconditionOutcome.NotModified)]
    [InlineData(null, null, null, "now", PreconditionOutcome.Proceed)]
    [InlineData(null, null, null, "", PreconditionOutcome.Proceed)]
    [InlineData(null, null, "\"x\"", Same, PreconditionOutcome.Proceed)]
    [InlineData(null, null, "\"tag\"", Earlier, PreconditionOutcome.NotModified)]
    [InlineData(null, null, "bad", Same, PreconditionOutcome.Proceed)]
    // 412 comes before 304.
    [InlineData("\"x\"", null, "\"tag\"", null, PreconditionOutcome.Failed)]
    [InlineData("\"tag\"", null, "\"tag\"", null, PreconditionOutcome.NotModified)]
    [InlineData("*", null, null, Same, PreconditionOutcome.NotModified)]
    [InlineData(null, Earlier, null, Same, PreconditionOutcome.Failed)]
    [InlineData(null, Same, null, Same, PreconditionOutcome.NotModified)]
    public void Conditions_are_evaluated_in_order(string? match, string? unmodified, string? noneMatch, string? modified, PreconditionOutcome expected)
    {
        foreach (var method in new[] { RequestMethod.Get, RequestMethod.Head })
        {
            var head = Plans.Get(method: method) with { IfMatch = match, IfUnmodifiedSince = unmodified, IfNoneMatch = noneMatch, IfModifiedSince = modified };
            Assert.Equal(expected, Preconditions.Evaluate(head, new EntityTag("tag"), Plans.Modified, Plans.Now));
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("\"tag\"", true)]
    [InlineData("W/\"tag\"", false)]
    [InlineData("\"x\"", false)]
    [InlineData("\"tag\", \"tag\"", false)]
    [InlineData("*", false)]
    [InlineData("tag", false)]
    [InlineData("", false)]
    [InlineData(Same, true)]
    [InlineData("Friday, 01-May-26 10:20:30 GMT", true)]
    [InlineData("Fri May  1 10:20:30 2026", true)]
    [InlineData(Later, false)]
    [InlineData(Earlier, false)]
    [InlineData("never", false)]
    public void A_range_applies_only_to_the_version_that_the_client_has(string? ifRange, bool applies) =>
        Assert.Equal(applies, Preconditions.RangeApplies(Plans.Get() with { IfRange = ifRange }, new EntityTag("tag"), Plans.Modified, Plans.Now));

    [Theory]
    [InlineData(0, false)]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void A_date_is_a_strong_validator_once_its_second_is_over(int milliseconds, bool applies) =>
        Assert.Equal(applies, Preconditions.RangeApplies(Plans.Get() with { IfRange = Same }, new EntityTag("tag"), Plans.Modified, Plans.Modified.AddMilliseconds(milliseconds)));

    [Fact]
    public void A_weak_tag_of_the_file_never_lets_a_range_apply() =>
        Assert.False(Preconditions.RangeApplies(Plans.Get() with { IfRange = "\"tag\"" }, new EntityTag("tag", IsWeak: true), Plans.Modified, Plans.Now));
}
