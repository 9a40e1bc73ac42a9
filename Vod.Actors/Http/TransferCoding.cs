namespace Vod.Actors.Http;

/// <summary>The <c>Transfer-Encoding</c> field (RFC 9112 §6.1).</summary>
public static class TransferCoding
{
    /// <summary>
    /// Null when the body is chunked and nothing else. Otherwise the length of the body cannot be told (400), or it can but its content cannot
    /// be decoded: other codings before a final <c>chunked</c> (501).
    /// </summary>
    /// <param name="version">The request's version; HTTP/1.0 has no transfer codings.</param>
    /// <param name="value">The field's value, all its lines joined.</param>
    public static Rejection? Fault(RequestVersion version, string value)
    {
        if (version == RequestVersion.Http10)
        {
            return Rejection.TransferEncoding;
        }

        if (value.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var codings = value.Split(',', StringSplitOptions.TrimEntries);
        for (var i = 0; i < codings.Length; i++)
        {
            var isLast = i == codings.Length - 1;
            if (codings[i].Length == 0 || isLast != codings[i].Equals("chunked", StringComparison.OrdinalIgnoreCase))
            {
                return Rejection.TransferEncoding;
            }
        }

        return Rejection.TransferCoding;
    }
}
