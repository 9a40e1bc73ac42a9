using System.Net;
using Vod.Actors.Settings;

namespace Vod.Actors.Admin;

/// <summary>The endpoint for whoever runs the server; <c>vod.admin</c>.</summary>
/// <param name="Enabled">Whether there is one.</param>
/// <param name="Host"><c>*</c> for all interfaces, an IP address, or <c>localhost</c>.</param>
/// <param name="Port">TCP port; 0 for any free one.</param>
/// <param name="Token">What a request has to show as <c>Authorization: Bearer</c> (RFC 6750); empty for none, on a loopback address only.</param>
public sealed record AdminSettings(bool Enabled, string Host, int Port, string Token)
{
    /// <summary>Whether only this machine can connect.</summary>
    public bool IsLoopback => Host == "localhost" || IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address);

    /// <summary>The address to bind.</summary>
    public IPEndPoint EndPoint => new ListenSettings(Host, Port, Backlog: 1).EndPoint;

    /// <summary>Reads and checks them.</summary>
    internal static AdminSettings Read(SettingsReader read)
    {
        const string token = "vod.admin.token";
        var settings = new AdminSettings(
            read.Switch("vod.admin.enabled"), read.Host("vod.admin.host"), read.Int("vod.admin.port", 0, 65535), read.Token(token));
        return settings is { Enabled: true, IsLoopback: false, Token: "" }
            ? throw new VodConfigurationException($"{token} is empty: it must be set when vod.admin.host is {settings.Host}, or others could stop the server")
            : settings;
    }

    /// <summary>These settings without what nobody may read.</summary>
    public override string ToString() => $"{(Enabled ? "on" : "off")}, {Host}:{Port}, {(Token.Length == 0 ? "no token" : "a token")}";
}
