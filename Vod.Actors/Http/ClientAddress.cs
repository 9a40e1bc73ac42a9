using System.Buffers;
using System.Collections.Immutable;
using System.Net;

namespace Vod.Actors.Http;

/// <summary>
/// For whom a request is made when it comes through proxies. Each proxy appends the address that it was asked from, so the field is read from
/// its end, and only as far as those who wrote it are trusted: what comes before that anybody may have made up.
/// </summary>
public static class ClientAddress
{
    private static readonly SearchValues<char> Dotted = SearchValues.Create("0123456789.");

    /// <summary>The address of the one that no trusted proxy stands for; the peer's when it is no trusted proxy, or does not tell.</summary>
    /// <param name="peer">Who is connected.</param>
    /// <param name="field">The value of the field, lines joined by commas; null when it is not there.</param>
    /// <param name="kind">Which field it is.</param>
    /// <param name="trusted">The proxies.</param>
    public static IPAddress Of(IPAddress peer, string? field, ForwardedField kind, ImmutableArray<IPNetwork> trusted)
    {
        var client = Plain(peer);
        if (field is null || !IsIn(trusted, client)) return client;
        var rest = field.AsSpan();
        while (!rest.IsEmpty)
        {
            var comma = LastComma(rest);
            var hop = rest[(comma + 1)..].Trim();
            rest = comma < 0 ? default : rest[..comma];
            var node = kind == ForwardedField.Forwarded ? For(hop) : hop;
            if (Address(node) is not { } address) return client; // "unknown", a made-up name, or nonsense: nobody knows any better
            client = address;
            if (!IsIn(trusted, client)) return client;
        }

        return client;
    }

    /// <summary>Whether an address is in one of the networks.</summary>
    public static bool IsIn(ImmutableArray<IPNetwork> networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address)) return true;
        }

        return false;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>The last comma that is not within quotes; -1 for none.</summary>
    private static int LastComma(ReadOnlySpan<char> text)
    {
        var (last, isQuoted) = (-1, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '\\') i++;
            else if (text[i] == '"') isQuoted = !isQuoted;
            else if (text[i] == ',' && !isQuoted) last = i;
        }

        return last;
    }

    /// <summary>The value of <c>for</c> in one element of <c>Forwarded</c> (RFC 7239 §4); empty when there is none.</summary>
    private static ReadOnlySpan<char> For(ReadOnlySpan<char> element)
    {
        foreach (var part in element.Split(';'))
        {
            var pair = element[part].Trim();
            if (!pair.StartsWith("for=", StringComparison.OrdinalIgnoreCase)) continue;
            var value = pair[4..].Trim();
            return value is ['"', .., '"'] ? value[1..^1] : value;
        }

        return default;
    }

    /// <summary>An address, with or without a port: 192.0.2.1, 192.0.2.1:80, 2001:db8::1, [2001:db8::1]:80. Null for anything else.</summary>
    private static IPAddress? Address(ReadOnlySpan<char> node)
    {
        if (node is ['[', ..])
        {
            var end = node.IndexOf(']');
            if (end < 0 || !IsPort(node[(end + 1)..])) return null;
            node = node[1..end];
            return node.Contains(':') && IPAddress.TryParse(node, out var inner) ? Plain(inner) : null;
        }

        if (node.Count(':') == 1)
        {
            var colon = node.IndexOf(':');
            if (!IsPort(node[colon..])) return null;
            node = node[..colon];
        }

        // IPAddress also reads "1" and "0x7f.1"; no proxy writes those.
        return (node.Contains(':') || (node.Count('.') == 3 && !node.ContainsAnyExcept(Dotted))) && IPAddress.TryParse(node, out var address)
            ? Plain(address)
            : null;
    }

    /// <summary>Nothing, or a colon and a port; an obfuscated one will do (RFC 7239 §6.3).</summary>
    private static bool IsPort(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] != ':' || text.Length == 1) return false;
        foreach (var c in text[1..])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')) return false;
        }

        return true;
    }
}
