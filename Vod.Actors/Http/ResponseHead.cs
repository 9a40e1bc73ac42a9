namespace Vod.Actors.Http;

/// <summary>The head of a response: all of it but <c>Date</c> and <c>Connection</c>, which are known only when it is sent.</summary>
public sealed record ResponseHead
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary><c>Content-Length</c>, bytes; null for 204 and 304, which have none (RFC 9110 §8.6).</summary>
    public long? ContentLength { get; init; }

    /// <summary><c>Content-Type</c>, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary><c>Last-Modified</c>, or null.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary><c>ETag</c>, or null.</summary>
    public EntityTag? ETag { get; init; }

    /// <summary>Whether to say <c>Accept-Ranges: bytes</c>.</summary>
    public bool AcceptsRanges { get; init; }

    /// <summary><c>Content-Range</c>, or null.</summary>
    public ContentRange? ContentRange { get; init; }

    /// <summary><c>Content-Disposition</c>, or null.</summary>
    public string? ContentDisposition { get; init; }

    /// <summary><c>Vary</c>, or null.</summary>
    public string? Vary { get; init; }

    /// <summary><c>Allow</c>, or null.</summary>
    public string? Allow { get; init; }

    /// <summary><c>Retry-After</c>, seconds, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Further fields as they are sent, each line with its CRLF; only ASCII. Null for none.</summary>
    public string? MoreFields { get; init; }

    /// <summary>The head as bytes, with the empty line that ends it.</summary>
    /// <param name="date">The value of <c>Date</c>.</param>
    /// <param name="keepAlive">Whether the connection stays open after this response.</param>
    public byte[] Render(DateStamp date, bool keepAlive)
    {
        // Names, numbers, dates and phrases together stay below 640 bytes; only these five can be longer.
        var bound = 640 + Longest(ContentType) + Longest(ContentDisposition) + Longest(ETag?.Opaque) + Longest(Vary) + Longest(MoreFields);
        var writer = new AsciiWriter(bound <= 2048 ? stackalloc byte[bound] : new byte[bound]);
        writer.Write("HTTP/1.1 "u8);
        writer.Write(Status);
        writer.Write(" "u8);
        writer.Write(ReasonPhrase.Of(Status));
        writer.Write("\r\nServer: Vod\r\nDate: "u8);
        writer.Write(date.Text);
        writer.Write(keepAlive ? "\r\nConnection: keep-alive\r\n"u8 : "\r\nConnection: close\r\n"u8);
        WriteContentFields(ref writer);
        WriteValidators(ref writer);
        WriteControlFields(ref writer);
        writer.Write("\r\n"u8);
        return writer.Written.ToArray();
    }

    private static int Longest(string? value) => value?.Length ?? 0;

    private void WriteContentFields(ref AsciiWriter writer)
    {
        if (ContentType is not null)
        {
            writer.Write("Content-Type: "u8);
            writer.Write(ContentType);
            writer.Write("\r\n"u8);
        }

        if (ContentLength is { } length)
        {
            writer.Write("Content-Length: "u8);
            writer.Write(length);
            writer.Write("\r\n"u8);
        }

        if (ContentRange is { } range)
        {
            writer.Write("Content-Range: bytes "u8);
            if (range.First < 0)
            {
                writer.Write("*"u8);
            }
            else
            {
                writer.Write(range.First);
                writer.Write("-"u8);
                writer.Write(range.Last);
            }

            writer.Write("/"u8);
            writer.Write(range.Size);
            writer.Write("\r\n"u8);
        }

        if (ContentDisposition is not null)
        {
            writer.Write("Content-Disposition: "u8);
            writer.Write(ContentDisposition);
            writer.Write("\r\n"u8);
        }
    }

    private void WriteValidators(ref AsciiWriter writer)
    {
        if (LastModified is { } lastModified)
        {
            writer.Write("Last-Modified: "u8);
            writer.Write(lastModified);
            writer.Write("\r\n"u8);
        }

        if (ETag is { } tag)
        {
            writer.Write(tag.IsWeak ? "ETag: W/\""u8 : "ETag: \""u8);
            writer.Write(tag.Opaque);
            writer.Write("\"\r\n"u8);
        }

        if (AcceptsRanges)
        {
            writer.Write("Accept-Ranges: bytes\r\n"u8);
        }
    }

    private void WriteControlFields(ref AsciiWriter writer)
    {
        if (Vary is not null)
        {
            writer.Write("Vary: "u8);
            writer.Write(Vary);
            writer.Write("\r\n"u8);
        }

        if (Allow is not null)
        {
            writer.Write("Allow: "u8);
            writer.Write(Allow);
            writer.Write("\r\n"u8);
        }

        if (RetryAfter is { } seconds)
        {
            writer.Write("Retry-After: "u8);
            writer.Write(seconds);
            writer.Write("\r\n"u8);
        }

        if (MoreFields is not null)
        {
            writer.Write(MoreFields);
        }
    }
}
