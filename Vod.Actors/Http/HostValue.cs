using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vod.Actors.Http;

/// <summary>The grammar of <c>Host</c> and of a target's authority: <c>uri-host [ ":" port ]</c> (RFC 9110 §7.2, RFC 3986 §3.2.2).</summary>
public static class HostValue
{
    private static readonly SearchValues<char> RegName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=%");

    private static readonly SearchValues<char> FutureAddress =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:");

    /// <summary>Whether a value names a host, with a port of 0–65535, an empty one, or none. An empty host is invalid: an http URI has one (RFC 9110 §4.2.1).</summary>
    public static bool IsValid(ReadOnlySpan<char> value) => TrySplit(value, out var port) && IsPort(port, optional: true);

    /// <summary>Whether a value names a host and a port, as the target of CONNECT must (RFC 9112 §3.2.3).</summary>
    public static bool IsHostAndPort(ReadOnlySpan<char> value) => TrySplit(value, out var port) && IsPort(port, optional: false);

    /// <summary>Checks the host, and gives what is left: empty, or the port with its colon.</summary>
    private static bool TrySplit(ReadOnlySpan<char> value, out ReadOnlySpan<char> port)
    {
        port = default;
        if (value.StartsWith('['))
        {
            var close = value.IndexOf(']');
            if (close < 0)
            {
                return false;
            }

            port = value[(close + 1)..];
            return IsAddressLiteral(value[1..close]);
        }

        var colon = value.IndexOf(':');
        var host = colon < 0 ? value : value[..colon];
        port = value[host.Length..];
        return IsRegName(host);
    }

    private static bool IsRegName(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty || host.ContainsAnyExcept(RegName))
        {
            return false;
        }

        for (var i = host.IndexOf('%'); i >= 0 && i < host.Length; i++)
        {
            if (host[i] == '%' && (i + 2 >= host.Length || !char.IsAsciiHexDigit(host[i + 1]) || !char.IsAsciiHexDigit(host[i + 2])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAddressLiteral(ReadOnlySpan<char> address)
    {
        if (address.Length > 0 && address[0] is 'v' or 'V')
        {
            var dot = address.IndexOf('.');
            return dot > 1 && !address[1..dot].ContainsAnyExcept(HexDigits) && address.Length > dot + 1 && !address[(dot + 1)..].ContainsAnyExcept(FutureAddress);
        }

        // A zone ("%eth0") is no part of the grammar; IPAddress accepts it, and a '/' too.
        return !address.ContainsAny('%', '/') && IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6;
    }

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private static bool IsPort(ReadOnlySpan<char> port, bool optional)
    {
        if (port.IsEmpty || port is ":")
        {
            return optional;
        }

        return port[0] == ':' && ushort.TryParse(port[1..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }
}
