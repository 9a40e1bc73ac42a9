using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vod.Actors.Catalog;

namespace Vod.Actors.Planning;

/// <summary>The body of an answer with several ranges: <c>multipart/byteranges</c> (RFC 9110 §14.6).</summary>
internal static class MultipartBody
{
    /// <summary>The ranges, in this order, each after a boundary and two fields of its own.</summary>
    /// <param name="item">The file.</param>
    /// <param name="ranges">At least two.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="contentType">The type of the whole, with its boundary.</param>
    /// <param name="length">The length of the whole, in bytes.</param>
    public static ImmutableArray<BodySegment> Of(
        MediaItem item, ImmutableArray<ByteRange> ranges, DateTimeOffset now, out string contentType, out long length)
    {
        var boundary = Boundary(item, now);
        contentType = $"multipart/byteranges; boundary={boundary}";
        var body = ImmutableArray.CreateBuilder<BodySegment>((ranges.Length * 2) + 1);
        foreach (var range in ranges)
        {
            var lineBreak = body.Count == 0 ? "" : "\r\n";
            body.Add(Text($"{lineBreak}--{boundary}\r\nContent-Type: {item.ContentType}\r\nContent-Range: {range.In(item.Size)}\r\n\r\n"));
            body.Add(BodySegment.OfFile(range));
        }

        body.Add(Text($"\r\n--{boundary}--\r\n"));
        length = body.Sum(segment => segment.Length);
        return body.MoveToImmutable();
    }

    private static BodySegment Text(string text) => BodySegment.Of(Encoding.ASCII.GetBytes(text));

    /// <summary>128 bits that depend on the time of the request, so that no file can be made to contain them.</summary>
    private static string Boundary(MediaItem item, DateTimeOffset now)
    {
        var seed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks} {item.ETag} {item.Path}"));
        return Convert.ToHexStringLower(SHA256.HashData(seed).AsSpan(0, 16));
    }
}
