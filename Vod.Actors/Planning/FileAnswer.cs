using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;
using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>The answers that send a file, or part of it, or say that it has not changed: what they have in common.</summary>
/// <param name="Item">The file.</param>
/// <param name="LastModified">When it was modified, as far as HTTP goes; whole seconds.</param>
/// <param name="Disposition"><c>Content-Disposition</c>, or null.</param>
/// <param name="Vary"><c>Vary</c>, or null.</param>
internal readonly record struct FileAnswer(MediaItem Item, DateTimeOffset LastModified, string? Disposition, string? Vary)
{
    public static FileAnswer Of(RequestHead head, MediaItem item, SlicingPolicy slicing, DateTimeOffset now)
    {
        // A file from the future was last modified just now: Last-Modified is never later than Date (RFC 9110 §8.8.2.1).
        var thisSecond = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return new FileAnswer(
            item,
            item.LastModified <= thisSecond ? item.LastModified : thisSecond,
            head.Target.HasParameter("download") ? Attachment(item.Name) : null,
            slicing.Mode == SlicingMode.Browser ? "Sec-Fetch-Dest" : null);
    }

    /// <summary>304: the client's copy is still good.</summary>
    public ResponsePlan NotModified() =>
        new(new ResponseHead { Status = 304, LastModified = LastModified, ETag = Item.ETag, AcceptsRanges = true, Vary = Vary }, []);

    /// <summary>200: all of the file.</summary>
    public ResponsePlan Whole(bool isHead) =>
        new(Head(200, Item.ContentType, Item.Size, null), isHead || Item.Size == 0 ? [] : [BodySegment.OfFile(new ByteRange(0, Item.Size))]);

    /// <summary>206: one range.</summary>
    public ResponsePlan Partial(ByteRange range, bool isHead) =>
        new(Head(206, Item.ContentType, range.Length, range.In(Item.Size)), isHead ? [] : [BodySegment.OfFile(range)]);

    /// <summary>206: several ranges, in this order. <c>Content-Range</c> stands in the parts, never in the head (RFC 9110 §15.3.7.2).</summary>
    public ResponsePlan Multipart(ImmutableArray<ByteRange> ranges, DateTimeOffset now)
    {
        var body = MultipartBody.Of(Item, ranges, now, out var contentType, out var length);
        return new(Head(206, contentType, length, null), body);
    }

    private ResponseHead Head(int status, string contentType, long length, ContentRange? range) => new()
    {
        Status = status,
        ContentType = contentType,
        ContentLength = length,
        ContentRange = range,
        ContentDisposition = Disposition,
        LastModified = LastModified,
        ETag = Item.ETag,
        AcceptsRanges = true,
        Vary = Vary,
    };

    /// <summary>A file name for saving, with a plain fallback and the exact name in UTF-8 (RFC 6266, RFC 8187).</summary>
    private static string Attachment(string name)
    {
        var value = new ContentDispositionHeaderValue("attachment");
        value.SetHttpFileName(name);
        return value.ToString();
    }
}
