namespace Vod.Actors.Http;

/// <summary>The field in which a proxy tells for whom it asks.</summary>
public enum ForwardedField
{
    /// <summary><c>X-Forwarded-For</c>: addresses with commas between them.</summary>
    XForwardedFor,

    /// <summary><c>Forwarded</c> (RFC 7239).</summary>
    Forwarded,
}
