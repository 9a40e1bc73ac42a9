using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Web;

/// <summary>Something the server made, to be sent: a page, an asset, JSON, a picture. It is compressed once for each coding, when a client takes that.</summary>
/// <param name="status">The status.</param>
/// <param name="contentType">Its type.</param>
/// <param name="body">Its bytes.</param>
internal sealed class Page(int status, string contentType, byte[] body)
{
    private const int WorthCompressing = 1000;

    /// <summary>Scripts, styles and pictures from here only, nothing inline, no frame of others around it.</summary>
    private const string StrictPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The same, with the style elements that the player's controls bring along: these, and no other.</summary>
    private static readonly string PlayerPolicy = StrictPolicy.Replace("style-src 'self'", "style-src 'self' " + PlayerStyles.Sources, StringComparison.Ordinal);

    private readonly string _tag = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
    private byte[]? _gzip;
    private byte[]? _brotli;

    /// <summary>The same as above, compressed when the server was built.</summary>
    /// <param name="contentType">Its type.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="gzip">Its bytes, compressed with gzip.</param>
    /// <param name="brotli">Its bytes, compressed with brotli.</param>
    public Page(string contentType, byte[] body, byte[] gzip, byte[] brotli) : this(200, contentType, body) => (_gzip, _brotli) = (gzip, brotli);

    /// <summary>The status.</summary>
    public int Status => status;

    /// <summary>Its bytes, not compressed.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Its type.</summary>
    public string ContentType => contentType;

    /// <summary>Whether the player is on it.</summary>
    public bool HasPlayer { get; init; }

    /// <summary>A page of HTML.</summary>
    public static Page OfHtml(string html, int status = 200, bool hasPlayer = false) =>
        new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)) { HasPlayer = hasPlayer };

    /// <summary>The answer to a request for it: whole, compressed, only its head, or 304.</summary>
    /// <param name="head">The request.</param>
    /// <param name="cacheControl"><c>Cache-Control</c>: by default to be asked for again each time, which a tag makes cheap.</param>
    public ResponsePlan Answer(RequestHead head, string cacheControl = "no-cache")
    {
        var coding = body.Length < WorthCompressing || contentType == "image/jpeg" ? ContentCodings.None
            : head.Accepts.HasFlag(ContentCodings.Brotli) ? ContentCodings.Brotli
            : head.Accepts & ContentCodings.Gzip;
        // A tag names one sequence of bytes (RFC 9110 §8.8.3.3): another for each coding.
        var tag = new EntityTag(coding switch { ContentCodings.Brotli => _tag + "-br", ContentCodings.Gzip => _tag + "-gz", _ => _tag });
        var fields = $"Cache-Control: {cacheControl}\r\n";
        if (status == 200)
        {
            // It has no date, so that conditions with one do not apply (RFC 9110 §13.1.3, §13.1.4).
            switch (Preconditions.Evaluate(head with { IfModifiedSince = null, IfUnmodifiedSince = null }, tag, default, default))
            {
                case PreconditionOutcome.NotModified:
                    return new ResponsePlan(new ResponseHead { Status = 304, ETag = tag, Vary = "Accept-Encoding", MoreFields = fields }, []);
                case PreconditionOutcome.Failed:
                    return ErrorResponse.Of(412, head.Method == RequestMethod.Head);
            }
        }
        var bytes = coding switch { ContentCodings.Brotli => _brotli ??= Brotli(), ContentCodings.Gzip => _gzip ??= Gzip(), _ => body };
        var response = new ResponseHead
        {
            Status = status,
            ContentType = contentType,
            ContentLength = bytes.Length,
            ETag = status == 200 ? tag : null,
            Vary = "Accept-Encoding",
            MoreFields = fields
                + (coding == ContentCodings.None ? "" : $"Content-Encoding: {(coding == ContentCodings.Brotli ? "br" : "gzip")}\r\n")
                + $"Content-Security-Policy: {(HasPlayer ? PlayerPolicy : StrictPolicy)}\r\n"
                + "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n",
        };
        return new ResponsePlan(response, head.Method == RequestMethod.Head || bytes.Length == 0 ? [] : [BodySegment.Of(bytes)]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{status} {contentType} {body.Length} B");

    private byte[] Gzip()
    {
        using var compressed = new MemoryStream(body.Length / 2);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(body);
        return compressed.ToArray();
    }

    private byte[] Brotli()
    {
        // 5 of 11: nearly as small as it gets, in a few milliseconds.
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, compressed, out var length, quality: 5, window: 22)
            ? compressed[..length]
            : throw new InvalidOperationException("A compressed page is longer than it can be.");
    }
}
