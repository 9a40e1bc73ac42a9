using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>Answers that are not a file: a status, the standard fields, and a short text that reveals nothing.</summary>
public static class ErrorResponse
{
    private static readonly ConcurrentDictionary<(int Status, bool IsHead, bool Close), ResponsePlan> Plans = new();

    /// <summary>The answer with a status of 400–599.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isHead">Whether to leave the body out, as the answer to HEAD must.</param>
    /// <param name="close">Whether the connection must be closed after it.</param>
    public static ResponsePlan Of(int status, bool isHead = false, bool close = false) =>
        Plans.GetOrAdd((status, isHead, close), static key => Make(key.Status, key.IsHead, key.Close));

    /// <summary>The answer to a request that the parser refused; closes.</summary>
    public static ResponsePlan Of(ParseOutcome.Rejected rejected) => Of(rejected.Reason.Status, rejected.IsHead, close: true);

    /// <summary>The answer to a connection too many: 503 with <c>Retry-After</c>; closes.</summary>
    /// <param name="retryAfter">After how many seconds to try again.</param>
    public static ResponsePlan Unavailable(int retryAfter)
    {
        var plan = Of(503, close: true);
        return plan with { Head = plan.Head with { RetryAfter = retryAfter } };
    }

    /// <summary>The answer to ranges that all lie outside a file of <paramref name="size"/> bytes: 416 (RFC 9110 §15.5.17).</summary>
    public static ResponsePlan RangeNotSatisfiable(long size)
    {
        var plan = Of(416);
        return plan with { Head = plan.Head with { ContentRange = ContentRange.Unsatisfied(size), AcceptsRanges = true } };
    }

    /// <summary>The answer to a request that has to be made elsewhere from now on: 308 (RFC 9110 §15.4.9).</summary>
    /// <param name="location">Where: a reference, percent-encoded.</param>
    /// <param name="isHead">Whether to leave the body out.</param>
    public static ResponsePlan MovedTo(string location, bool isHead)
    {
        var plan = Of(308, isHead);
        return plan with { Head = plan.Head with { MoreFields = $"Location: {location}\r\nCache-Control: no-cache\r\n" } };
    }

    private static ResponsePlan Make(int status, bool isHead, bool close)
    {
        ReadOnlyMemory<byte> text = Encoding.ASCII.GetBytes($"{status} {ReasonPhrase.Of(status)}\n");
        var head = new ResponseHead
        {
            Status = status,
            ContentType = "text/plain; charset=utf-8",
            ContentLength = text.Length,
            Allow = status == 405 ? RequestMethods.Allow : null,
        };
        return new ResponsePlan(head, isHead ? [] : [BodySegment.Of(text)], close);
    }
}
