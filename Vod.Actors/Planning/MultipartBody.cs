using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>Several ranges in one answer: <c>multipart/byteranges</c> (RFC 9110 §14.6, §15.3.7.2).</summary>
internal static class MultipartBody
{
    /// <summary>The answer with these ranges, in this order. <c>Content-Range</c> stands in the parts, never in the head.</summary>
    public static ResponsePlan Plan(ResponseHead common, MediaItem item, ImmutableArray<ByteRange> ranges, DateTimeOffset now)
    {
        var boundary = Boundary(item, now);
        var body = ImmutableArray.CreateBuilder<BodySegment>((ranges.Length * 2) + 1);
        long length = 0;
        foreach (var range in ranges)
        {
            var lead = Encoding.ASCII.GetBytes(
                $"{(body.Count == 0 ? "" : "\r\n")}--{boundary}\r\nContent-Type: {item.ContentType}\r\nContent-Range: {range.In(item.Size)}\r\n\r\n");
            body.Add(BodySegment.Of(lead));
            body.Add(BodySegment.OfFile(range));
            length += lead.Length + range.Length;
        }

        var end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        body.Add(BodySegment.Of(end));
        var head = common with
        {
            Status = 206,
            ContentType = $"multipart/byteranges; boundary={boundary}",
            ContentLength = length + end.Length,
        };
        return new ResponsePlan(head, body.MoveToImmutable());
    }

    /// <summary>128 bits that depend on the time of the request, so that no file can be made to contain them.</summary>
    private static string Boundary(MediaItem item, DateTimeOffset now)
    {
        var seed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks} {item.ETag} {item.Path}"));
        return Convert.ToHexStringLower(SHA256.HashData(seed).AsSpan(0, 16));
    }
}
