using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;
using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>Decides what a valid request is answered with, in two steps, with the catalog between them. Pure and total.</summary>
public static class ResponsePlanner
{
    private static readonly ResponsePlan Options = new(new ResponseHead { Status = 204, Allow = RequestMethods.Allow }, []);

    /// <summary>Decides what does not need the catalog: method, <c>Expect</c>, the path, <c>confidential/</c>.</summary>
    public static Routing Route(RequestHead head)
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
            { IsHidden: true } or { IsDirectory: true } => new Routing.Answered(ErrorResponse.Of(404, isHead)),
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

        // A file from the future was last modified just now, as far as HTTP goes: never later than Date (RFC 9110 §8.8.2.1).
        var thisSecond = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var lastModified = item.LastModified <= thisSecond ? item.LastModified : thisSecond;
        var common = new ResponseHead
        {
            Status = 200,
            LastModified = lastModified,
            ETag = item.ETag,
            AcceptsRanges = true,
            Vary = slicing.Mode == SlicingMode.Browser ? "Sec-Fetch-Dest" : null,
        };

        switch (Preconditions.Evaluate(head, item.ETag, lastModified, now))
        {
            case PreconditionOutcome.NotModified:
                return new ResponsePlan(common with { Status = 304 }, []);
            case PreconditionOutcome.Failed:
                return ErrorResponse.Of(412, isHead);
        }

        if (head.Target.HasParameter("download"))
        {
            common = common with { ContentDisposition = Attachment(item.Name) };
        }

        var cap = slicing.CapFor(head);
        return RangesOf(head, item, lastModified, now) switch
        {
            RangeOutcome.Unsatisfiable => ErrorResponse.RangeNotSatisfiable(item.Size),
            RangeOutcome.Satisfiable(var ranges) => Ranges(common, item, Cap(ranges, cap), now),
            _ => Whole(common, item, cap, isHead),
        };
    }

    private static RangeOutcome RangesOf(RequestHead head, MediaItem item, DateTimeOffset lastModified, DateTimeOffset now) =>
        head is { Range: { } value, Method: RequestMethod.Get } && Preconditions.RangeApplies(head, item.ETag, lastModified, now)
            ? RangeHeader.Resolve(value, item.Size)
            : RangeOutcome.Ignored.Instance;

    /// <summary>The whole file, or its first slice as 206 when it is longer than the cap.</summary>
    private static ResponsePlan Whole(ResponseHead common, MediaItem item, long cap, bool isHead)
    {
        var range = new ByteRange(0, item.Size).Limit(cap);
        var head = common with
        {
            Status = range.Length < item.Size ? 206 : 200,
            ContentType = item.ContentType,
            ContentLength = range.Length,
            ContentRange = range.Length < item.Size ? range.In(item.Size) : null,
        };
        return new ResponsePlan(head, isHead || range.Length == 0 ? [] : [BodySegment.OfFile(range)]);
    }

    private static ResponsePlan Ranges(ResponseHead common, MediaItem item, ImmutableArray<ByteRange> ranges, DateTimeOffset now)
    {
        if (ranges.Length > 1)
        {
            return MultipartBody.Plan(common, item, ranges, now);
        }

        var range = ranges[0];
        var head = common with { Status = 206, ContentType = item.ContentType, ContentLength = range.Length, ContentRange = range.In(item.Size) };
        return new ResponsePlan(head, [BodySegment.OfFile(range)]);
    }

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

    /// <summary>A file name for saving, with a plain fallback and the exact name in UTF-8 (RFC 6266, RFC 8187).</summary>
    private static string Attachment(string name)
    {
        var value = new ContentDispositionHeaderValue("attachment");
        value.SetHttpFileName(name);
        return value.ToString();
    }
}
