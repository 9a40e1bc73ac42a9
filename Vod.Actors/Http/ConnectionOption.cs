namespace Vod.Actors.Http;

/// <summary>The <c>Connection</c> field's options (RFC 9110 §7.6.1).</summary>
public static class ConnectionOption
{
    /// <summary>Whether the connection persists (RFC 9112 §9.3): never with <c>close</c>; in HTTP/1.0 only with <c>keep-alive</c>.</summary>
    /// <param name="version">The request's version.</param>
    /// <param name="value">The field's value, all its lines joined; or null.</param>
    public static bool KeepsAlive(RequestVersion version, string? value)
    {
        var persists = version == RequestVersion.Http11;
        if (value is null)
        {
            return persists;
        }

        foreach (var part in value.AsSpan().Split(','))
        {
            var option = value.AsSpan(part).Trim(" \t");
            if (option.Equals("close", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            persists |= option.Equals("keep-alive", StringComparison.OrdinalIgnoreCase);
        }

        return persists;
    }
}
