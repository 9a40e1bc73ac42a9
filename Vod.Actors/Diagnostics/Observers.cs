using System.Collections.Immutable;
using System.Net;
using Vod.Actors.Http;

namespace Vod.Actors.Diagnostics;

/// <summary>Who is told of requests, and whom is believed about where they come from.</summary>
/// <param name="Metrics">Counts and times them.</param>
/// <param name="Log">Gets a line of each; null when there is no access log.</param>
public sealed record Observers(VodMetrics Metrics, AccessLog? Log = null)
{
    /// <summary>Nobody.</summary>
    public static Observers None { get; } = new(new VodMetrics("Vod.Nobody", isOpen: false));

    /// <summary>Proxies whose word is taken for whom they ask.</summary>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The field in which they say it.</summary>
    public ForwardedField ForwardedIn { get; init; }

    /// <summary>The address that a trusted proxy tells; null when there is none.</summary>
    internal string? ClientOf(RequestHead head, EndPoint peer)
    {
        if (TrustedProxies.Length == 0 || peer is not IPEndPoint { Address: var address }) return null;
        return ClientAddress.Of(address, ForwardedIn == ForwardedField.Forwarded ? head.Forwarded : head.ForwardedFor, ForwardedIn, TrustedProxies).ToString();
    }
}
