using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Vod.Actors.Admin;

/// <summary>What of a request decides whether it may pass; a field is null when it is not there.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Host">The host of <c>Host</c>, without the port.</param>
/// <param name="Authority"><c>Host</c> as it was sent.</param>
/// <param name="IsOpen">Whether it asks for something that shows nothing: health, and the parts of the page.</param>
internal readonly record struct AdminRequest(string Method, string? Host, string? Authority, bool IsOpen)
{
    /// <summary><c>Origin</c>.</summary>
    public string? Origin { get; init; }

    /// <summary><c>Sec-Fetch-Site</c>.</summary>
    public string? FetchSite { get; init; }

    /// <summary><c>Authorization</c>.</summary>
    public string? Authorization { get; init; }
}

/// <summary>Whether a request may pass.</summary>
internal enum AdminVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>421: it was meant for another host; a page may have had its name point here (DNS rebinding).</summary>
    Misdirected,

    /// <summary>403: a page of another site wants something changed.</summary>
    CrossSite,

    /// <summary>401: it does not show the token.</summary>
    Unauthorized,
}

/// <summary>Decides who may pass.</summary>
internal static class AdminAccess
{
    private const string Scheme = "Bearer ";

    /// <summary>Decides about one request.</summary>
    public static AdminVerdict Decide(in AdminRequest request, AdminSettings settings)
    {
        if (settings.IsLoopback && !IsLoopbackName(request.Host)) return AdminVerdict.Misdirected;
        if (!IsSafe(request.Method) && IsFromAnotherSite(request)) return AdminVerdict.CrossSite;
        return settings.Token.Length == 0 || request.IsOpen || ShowsToken(request.Authorization, settings.Token)
            ? AdminVerdict.Allowed
            : AdminVerdict.Unauthorized;
    }

    /// <summary>A program may leave the host out, in HTTP/1.0; a browser does not.</summary>
    private static bool IsLoopbackName(string? host) =>
        string.IsNullOrEmpty(host)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    private static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Programs send neither field; browsers send one with all that changes something.</summary>
    private static bool IsFromAnotherSite(in AdminRequest request) =>
        request.FetchSite is not (null or "same-origin" or "none")
        || request.Origin is { } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsSame(uri, request.Authority));

    private static bool IsSame(Uri origin, string? authority) =>
        Uri.TryCreate($"{origin.Scheme}://{authority}", UriKind.Absolute, out var own)
        && own.IdnHost.Equals(origin.IdnHost, StringComparison.OrdinalIgnoreCase) && own.Port == origin.Port;

    /// <summary>Takes as long whatever is wrong: hashes are compared, in constant time.</summary>
    private static bool ShowsToken(string? authorization, string token)
    {
        var isBearer = authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        var shown = isBearer ? authorization![Scheme.Length..].Trim() : "";
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes], given = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), expected);
        SHA256.HashData(Encoding.UTF8.GetBytes(shown), given);
        return CryptographicOperations.FixedTimeEquals(expected, given) & isBearer;
    }
}
