namespace Vod.Actors.Http;

/// <summary>How a request's body is delimited (RFC 9112 §6.3).</summary>
/// <param name="IsChunked">Whether it comes in chunks; its length is then not known.</param>
/// <param name="Length">Its length in bytes when it is not chunked; 0 when there is none.</param>
public readonly record struct BodyFraming(bool IsChunked, long Length)
{
    /// <summary>No body.</summary>
    public static readonly BodyFraming None = new(false, 0);

    /// <summary>A body in chunks (RFC 9112 §7.1).</summary>
    public static readonly BodyFraming Chunked = new(true, 0);

    /// <summary>A body of a known length.</summary>
    public static BodyFraming OfLength(long length) => new(false, length);

    /// <summary>Whether bytes of a body follow the head.</summary>
    public bool HasContent => IsChunked || Length > 0;
}
