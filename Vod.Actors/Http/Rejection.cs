namespace Vod.Actors.Http;

/// <summary>Why a request is refused before anything is looked up. Whatever follows on the connection cannot be trusted, so it is closed.</summary>
/// <param name="Status">The status to answer with: 400, 408, 414, 431, 501 or 505.</param>
/// <param name="Reason">One short sentence for the log; never sent to the client.</param>
public sealed record Rejection(int Status, string Reason)
{
    /// <summary>The request line is not <c>method SP target SP version CRLF</c> (RFC 9112 §3).</summary>
    public static readonly Rejection RequestLine = new(400, "malformed request line");

    /// <summary>The version is not <c>HTTP/DIGIT.DIGIT</c> (RFC 9112 §2.3).</summary>
    public static readonly Rejection Version = new(400, "malformed HTTP version");

    /// <summary>The target's form does not go with the method, or it is not a valid target (RFC 9112 §3.2).</summary>
    public static readonly Rejection Target = new(400, "malformed request target");

    /// <summary>A CR or LF that is not part of a CRLF (RFC 9112 §2.2).</summary>
    public static readonly Rejection BareLineBreak = new(400, "bare CR or LF");

    /// <summary>A line begins with a space or tab: obsolete folding, or space before the first field (RFC 9112 §5.2, §2.2).</summary>
    public static readonly Rejection Folding = new(400, "line folding");

    /// <summary>A field name that is empty, not a token, or followed by anything but a colon (RFC 9112 §5.1).</summary>
    public static readonly Rejection FieldName = new(400, "malformed field name");

    /// <summary>A control character in a field value (RFC 9110 §5.5).</summary>
    public static readonly Rejection FieldValue = new(400, "control character in a field value");

    /// <summary>No <c>Host</c> in HTTP/1.1, more than one, or an invalid one (RFC 9112 §3.2).</summary>
    public static readonly Rejection Host = new(400, "missing, repeated or invalid Host");

    /// <summary>A <c>Content-Length</c> that is not one decimal number below 2⁶³ (RFC 9112 §6.3).</summary>
    public static readonly Rejection ContentLength = new(400, "invalid Content-Length");

    /// <summary><c>Content-Length</c> beside <c>Transfer-Encoding</c>: a smuggling attempt (RFC 9112 §6.1).</summary>
    public static readonly Rejection BothLengths = new(400, "Content-Length with Transfer-Encoding");

    /// <summary><c>Transfer-Encoding</c> that does not end in one <c>chunked</c>, or in HTTP/1.0 (RFC 9112 §6.1, §6.3).</summary>
    public static readonly Rejection TransferEncoding = new(400, "faulty Transfer-Encoding");

    /// <summary>A chunked body that breaks its own framing (RFC 9112 §7.1).</summary>
    public static readonly Rejection Chunking = new(400, "malformed chunked body");

    /// <summary>The client closed its side before the end of the body (RFC 9112 §8).</summary>
    public static readonly Rejection BodyCutShort = new(400, "body cut short");

    /// <summary>The head, or the body, was not complete in time.</summary>
    public static readonly Rejection Timeout = new(408, "request not complete in time");

    /// <summary>The target is longer than the limit.</summary>
    public static readonly Rejection TargetTooLong = new(414, "request target too long");

    /// <summary>The head is longer than the limit.</summary>
    public static readonly Rejection HeadTooLong = new(431, "request head too long");

    /// <summary>More field lines than the limit.</summary>
    public static readonly Rejection TooManyFields = new(431, "too many header fields");

    /// <summary>A method longer than any that is known (RFC 9112 §3).</summary>
    public static readonly Rejection MethodTooLong = new(501, "method too long");

    /// <summary>A transfer coding other than <c>chunked</c>, before a final <c>chunked</c> (RFC 9112 §6.1).</summary>
    public static readonly Rejection TransferCoding = new(501, "unknown transfer coding");

    /// <summary>A well-formed version other than 1.0 and 1.1.</summary>
    public static readonly Rejection UnsupportedVersion = new(505, "unsupported HTTP version");
}
