using System.Collections.Immutable;
using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>Decides what a valid request is answered with, in two steps, with the catalog between them. Pure and total.</summary>
public static class ResponsePlanner
{
    private static readonly ResponsePlan Options = new(new ResponseHead { Status = 204, Allow = RequestMethods.Allow }, []);

    /// <summary>Decides what does not need the catalog: method, <c>Expect</c>, the path, <c>confidential/</c>.</summary>
    /// <param name="head">The request.</param>
    /// <param name="hasPages">Whether there are pages: otherwise directories are not found, and <c>/-/</c> is a folder like any other.</param>
    public static Routing Route(RequestHead head, bool hasPages = false)
    {
        var isHead = head.Method == RequestMethod.Head;
        switch (head.Method)
        {
            case RequestMethod.Options:
                return new Routing.Answered(Options);
            case RequestMethod.Connect or RequestMethod.Other:
                return new Routing.Answered(ErrorResponse.Of(405));
            case RequestMethod.Unknown:
                return new Routing.Answered(ErrorResponse.Of(501));
        }

        if (head.Expect is not null && Expectation.IsUnknown(head.Expect))
        {
            return new Routing.Answered(ErrorResponse.Of(417, isHead));
        }

        return MediaPath.Parse(head.Target.Path) switch
        {
            null => new Routing.Answered(ErrorResponse.Of(400, isHead)),
            { IsConfidential: true } => new Routing.Answered(ErrorResponse.Of(403, isHead)),
            { IsHidden: true } => new Routing.Answered(ErrorResponse.Of(404, isHead)),
            var path when hasPages && IsPage(path) => new Routing.Page(path),
            { IsDirectory: true } => new Routing.Answered(ErrorResponse.Of(404, isHead)),
            var path => new Routing.Lookup(path),
        };
    }

    /// <summary>Decides the answer to a GET or HEAD, given what its path names.</summary>
    /// <param name="head">The request, for which <see cref="Route"/> gave a <see cref="Routing.Lookup"/>.</param>
    /// <param name="item">What the path names, or null when it names nothing.</param>
    /// <param name="slicing">How much of a file one answer sends.</param>
    /// <param name="now">The current time.</param>
    public static ResponsePlan Plan(RequestHead head, MediaItem? item, SlicingPolicy slicing, DateTimeOffset now)
    {
        var isHead = head.Method == RequestMethod.Head;
        if (item is null)
        {
            return ErrorResponse.Of(404, isHead);
        }

        var answer = FileAnswer.Of(head, item, slicing, now);
        switch (Preconditions.Evaluate(head, item.ETag, answer.LastModified, now))
        {
            case PreconditionOutcome.NotModified:
                return answer.NotModified();
            case PreconditionOutcome.Failed:
                return ErrorResponse.Of(412, isHead);
        }

        var cap = slicing.CapFor(head);
        return RangesOf(head, item, answer.LastModified, now) switch
        {
            RangeOutcome.Unsatisfiable => ErrorResponse.RangeNotSatisfiable(item.Size),
            RangeOutcome.Satisfiable(var ranges) when Cap(ranges, cap) is { Length: > 1 } several => answer.Multipart(several, now),
            RangeOutcome.Satisfiable(var ranges) => answer.Partial(ranges[0].Limit(cap), isHead),
            _ when item.Size > cap => answer.Partial(new ByteRange(0, cap), isHead),
            _ => answer.Whole(isHead),
        };
    }

    /// <summary>The answer to a path that names nothing but a directory, once a slash is put after it: where it is.</summary>
    /// <param name="head">The request.</param>
    public static ResponsePlan ToDirectory(RequestHead head) => ErrorResponse.MovedTo(RelativeDirectory(head.Target), head.Method == RequestMethod.Head);

    /// <summary>
    /// Its last segment with a slash, relative to the request: it leads nowhere but into the folder asked for, also behind a proxy that
    /// serves this server under another path. The dot keeps a first segment with a colon from being read as a scheme.
    /// </summary>
    private static string RelativeDirectory(RequestTarget target)
    {
        var name = target.Path[(target.Path.LastIndexOf('/') + 1)..];
        return $"./{name}/{(target.Query.Length == 0 ? "" : "?" + target.Query)}";
    }

    private static bool IsPage(MediaPath path) => path.IsDirectory || path.Value.StartsWith("-/", StringComparison.Ordinal);

    private static RangeOutcome RangesOf(RequestHead head, MediaItem item, DateTimeOffset lastModified, DateTimeOffset now) =>
        head is { Range: { } value, Method: RequestMethod.Get } && Preconditions.RangeApplies(head, item.ETag, lastModified, now)
            ? RangeHeader.Resolve(value, item.Size)
            : RangeOutcome.Ignored.Instance;

    /// <summary>As many of the ranges, in their order, as fit into the cap; the last one may be cut short (RFC 9110 §15.3.7 allows a subset).</summary>
    private static ImmutableArray<ByteRange> Cap(ImmutableArray<ByteRange> ranges, long cap)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i].Length >= cap)
            {
                return ranges[..(i + 1)].SetItem(i, ranges[i].Limit(cap));
            }

            cap -= ranges[i].Length;
        }

        return ranges;
    }
}
