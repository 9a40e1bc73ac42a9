using System.Collections.Frozen;

namespace Vod.Actors.Http;

/// <summary>A request method, as far as its answer depends on it. Names are case-sensitive (RFC 9110 §9.1).</summary>
public enum RequestMethod
{
    /// <summary><c>GET</c>.</summary>
    Get,

    /// <summary><c>HEAD</c>: as GET, without a body.</summary>
    Head,

    /// <summary><c>OPTIONS</c>.</summary>
    Options,

    /// <summary><c>CONNECT</c>: the only method with an authority for a target.</summary>
    Connect,

    /// <summary>Any other registered method: 405.</summary>
    Other,

    /// <summary>A token that is no registered method: 501.</summary>
    Unknown,
}

/// <summary>The registered methods.</summary>
public static class RequestMethods
{
    /// <summary>The value of the <c>Allow</c> field: the methods that every resource here supports.</summary>
    public const string Allow = "GET, HEAD, OPTIONS";

    /// <summary>The HTTP Method Registry (RFC 9110 §16.1.1), without the four that have a value of their own.</summary>
    private static readonly FrozenSet<string> Others = new[]
    {
        "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "COPY", "DELETE", "LABEL", "LINK", "LOCK", "MERGE", "MKACTIVITY",
        "MKCALENDAR", "MKCOL", "MKREDIRECTREF", "MKWORKSPACE", "MOVE", "ORDERPATCH", "PATCH", "POST", "PRI", "PROPFIND", "PROPPATCH",
        "PUT", "QUERY", "REBIND", "REPORT", "SEARCH", "TRACE", "UNBIND", "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE",
        "UPDATEREDIRECTREF", "VERSION-CONTROL",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells which method a token is.</summary>
    public static RequestMethod Classify(string name) => name switch
    {
        "GET" => RequestMethod.Get,
        "HEAD" => RequestMethod.Head,
        "OPTIONS" => RequestMethod.Options,
        "CONNECT" => RequestMethod.Connect,
        _ => Others.Contains(name) ? RequestMethod.Other : RequestMethod.Unknown,
    };
}
