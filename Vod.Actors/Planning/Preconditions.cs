using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>What the conditional fields of a request decide.</summary>
public enum PreconditionOutcome
{
    /// <summary>Answer as if there were none.</summary>
    Proceed,

    /// <summary>The client's copy is still good: 304.</summary>
    NotModified,

    /// <summary>A condition of the client does not hold: 412.</summary>
    Failed,
}

/// <summary>Conditional requests (RFC 9110 §13). A date that is not valid makes its field as good as absent.</summary>
public static class Preconditions
{
    /// <summary>Evaluates the conditions of a GET or HEAD in their order of precedence (RFC 9110 §13.2.2, steps 1–4).</summary>
    /// <param name="head">The request.</param>
    /// <param name="tag">The file's entity tag.</param>
    /// <param name="lastModified">When the file was last modified, whole seconds.</param>
    /// <param name="now">The current time.</param>
    public static PreconditionOutcome Evaluate(RequestHead head, EntityTag tag, DateTimeOffset lastModified, DateTimeOffset now)
    {
        if (head.IfMatch is not null)
        {
            if (!EntityTagList.Matches(head.IfMatch, tag, strongly: true))
            {
                return PreconditionOutcome.Failed;
            }
        }
        else if (head.IfUnmodifiedSince is not null && HttpDate.Parse(head.IfUnmodifiedSince, now) is { } unmodified && lastModified > unmodified)
        {
            return PreconditionOutcome.Failed;
        }

        if (head.IfNoneMatch is not null)
        {
            return EntityTagList.Matches(head.IfNoneMatch, tag, strongly: false) ? PreconditionOutcome.NotModified : PreconditionOutcome.Proceed;
        }

        return head.IfModifiedSince is not null && HttpDate.Parse(head.IfModifiedSince, now) is { } modified && lastModified <= modified
            ? PreconditionOutcome.NotModified
            : PreconditionOutcome.Proceed;
    }

    /// <summary>
    /// Whether <c>If-Range</c> lets <c>Range</c> apply (RFC 9110 §13.1.5): absent, the very same strong tag, or the very same date as long as
    /// that is a strong validator, that is, the second that it names is over, so that the file cannot change again within it (§8.8.2.2).
    /// </summary>
    public static bool RangeApplies(RequestHead head, EntityTag tag, DateTimeOffset lastModified, DateTimeOffset now)
    {
        if (head.IfRange is not { } value)
        {
            return true;
        }

        if (EntityTagList.Parse(value) is { } expected)
        {
            return expected.StronglyEquals(tag);
        }

        return HttpDate.Parse(value, now) == lastModified && now - lastModified >= TimeSpan.FromSeconds(1);
    }
}
