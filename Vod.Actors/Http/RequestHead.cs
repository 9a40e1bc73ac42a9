namespace Vod.Actors.Http;

/// <summary>The HTTP versions that are spoken.</summary>
public enum RequestVersion
{
    /// <summary>HTTP/1.0: the connection closes unless the client asks for keep-alive.</summary>
    Http10,

    /// <summary>HTTP/1.1: the connection stays open unless the client asks to close it.</summary>
    Http11,
}

/// <summary>A complete, valid request head: what is needed to answer it. Fields that came in several lines are joined by ", " (RFC 9110 §5.3).</summary>
public sealed record RequestHead
{
    /// <summary>The method.</summary>
    public required RequestMethod Method { get; init; }

    /// <summary>The method as it was sent, for the log.</summary>
    public required string MethodName { get; init; }

    /// <summary>The target, split but not decoded.</summary>
    public required RequestTarget Target { get; init; }

    /// <summary>The version.</summary>
    public RequestVersion Version { get; init; } = RequestVersion.Http11;

    /// <summary>How the body that follows is framed.</summary>
    public BodyFraming Body { get; init; } = BodyFraming.None;

    /// <summary>Whether the client wants to send more requests on this connection (RFC 9112 §9.3).</summary>
    public bool KeepAlive { get; init; } = true;

    /// <summary><c>Host</c>; null only in HTTP/1.0.</summary>
    public string? Host { get; init; }

    /// <summary><c>Expect</c>, or null.</summary>
    public string? Expect { get; init; }

    /// <summary><c>Range</c>, or null.</summary>
    public string? Range { get; init; }

    /// <summary><c>If-Range</c>, or null.</summary>
    public string? IfRange { get; init; }

    /// <summary><c>If-Match</c>, or null.</summary>
    public string? IfMatch { get; init; }

    /// <summary><c>If-None-Match</c>, or null.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary><c>If-Modified-Since</c>, or null.</summary>
    public string? IfModifiedSince { get; init; }

    /// <summary><c>If-Unmodified-Since</c>, or null.</summary>
    public string? IfUnmodifiedSince { get; init; }

    /// <summary><c>Sec-Fetch-Dest</c>, or null: what a browser wants the file for.</summary>
    public string? SecFetchDest { get; init; }

    /// <summary><c>User-Agent</c>, or null.</summary>
    public string? UserAgent { get; init; }

    /// <summary><c>Referer</c>, or null.</summary>
    public string? Referer { get; init; }

    /// <summary><c>X-Forwarded-For</c>, or null: what proxies say for whom they ask. See <see cref="ClientAddress"/>.</summary>
    public string? ForwardedFor { get; init; }

    /// <summary><c>Forwarded</c> (RFC 7239), or null.</summary>
    public string? Forwarded { get; init; }

    /// <summary><c>traceparent</c> (W3C Trace Context), or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary><c>tracestate</c>, or null.</summary>
    public string? TraceState { get; init; }

    /// <summary>In which codings the client takes content, besides as it is (<c>Accept-Encoding</c>).</summary>
    public ContentCodings Accepts { get; init; }

    /// <summary>Whether the client waits for <c>100 Continue</c> before it sends its body (RFC 9110 §10.1.1); never in HTTP/1.0, nor without a body.</summary>
    public bool AwaitsContinue => Expect is not null && Version == RequestVersion.Http11 && Body.HasContent && Expectation.IsContinue(Expect);

    /// <summary>The method and the target's path, for a log line.</summary>
    public override string ToString() => $"{MethodName} {Target.Path}";
}
