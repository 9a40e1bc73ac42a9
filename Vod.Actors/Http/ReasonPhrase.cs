namespace Vod.Actors.Http;

/// <summary>The statuses that are sent, with their phrases (RFC 9110 §15).</summary>
public static class ReasonPhrase
{
    /// <summary>The phrase of a status.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is never sent.</exception>
    public static string Of(int status) => status switch
    {
        200 => "OK",
        204 => "No Content",
        206 => "Partial Content",
        304 => "Not Modified",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        412 => "Precondition Failed",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status that is sent."),
    };
}
