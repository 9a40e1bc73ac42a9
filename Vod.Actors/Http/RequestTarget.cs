namespace Vod.Actors.Http;

/// <summary>The four forms of a request target (RFC 9112 §3.2).</summary>
public enum TargetForm
{
    /// <summary><c>/path?query</c>.</summary>
    Origin,

    /// <summary><c>http://host/path?query</c>.</summary>
    Absolute,

    /// <summary><c>host:port</c>, for CONNECT only.</summary>
    Authority,

    /// <summary><c>*</c>, for OPTIONS only.</summary>
    Asterisk,
}

/// <summary>A request target, split but not decoded.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Path">The path as it was sent, percent-encoded, beginning with '/'; empty when the form has none.</param>
/// <param name="Query">What follows the first '?', without it; empty when there is none.</param>
/// <param name="Authority">Host and port of the absolute or authority form; otherwise null, and <c>Host</c> tells.</param>
public readonly record struct RequestTarget(TargetForm Form, string Path, string Query, string? Authority)
{
    /// <summary>Splits a target by the form that goes with the method (RFC 9112 §3.2). Null when it has no such form.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="target">The target: visible ASCII without '#', not empty.</param>
    public static RequestTarget? Parse(RequestMethod method, string target)
    {
        if (method == RequestMethod.Connect)
        {
            return HostValue.IsHostAndPort(target) ? new(TargetForm.Authority, "", "", target) : null;
        }

        if (target[0] == '/')
        {
            var (path, query) = Split(target);
            return new(TargetForm.Origin, path, query, null);
        }

        if (target == "*")
        {
            return method == RequestMethod.Options ? new(TargetForm.Asterisk, "", "", null) : null;
        }

        return ParseAbsolute(target);
    }

    /// <summary>Whether the query has a parameter of this name, with or without a value.</summary>
    public bool HasParameter(string name)
    {
        if (Query.Length == 0)
        {
            return false;
        }

        foreach (var part in Query.AsSpan().Split('&'))
        {
            var parameter = Query.AsSpan(part);
            if (parameter.StartsWith(name, StringComparison.Ordinal) && (parameter.Length == name.Length || parameter[name.Length] == '='))
            {
                return true;
            }
        }

        return false;
    }

    private static RequestTarget? ParseAbsolute(string target)
    {
        var scheme = target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : 0;
        if (scheme == 0)
        {
            return null;
        }

        var end = target.AsSpan(scheme).IndexOfAny('/', '?');
        var authority = end < 0 ? target[scheme..] : target.Substring(scheme, end);
        if (!HostValue.IsValid(authority))
        {
            return null;
        }

        var (path, query) = end < 0 ? ("", "") : Split(target[(scheme + end)..]);
        return new(TargetForm.Absolute, path.Length == 0 ? "/" : path, query, authority);
    }

    private static (string Path, string Query) Split(string target)
    {
        var mark = target.IndexOf('?');
        return mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
    }
}
