using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Akka.Configuration;

namespace Vod.Actors.Settings;

/// <summary>Reads values of <c>vod { ... }</c>, checks each, and keeps a list of the keys that were read.</summary>
internal sealed class SettingsReader(Config config)
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/");

    private readonly List<string> _keys = [];

    /// <summary>Full paths of the keys read so far.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Any text but none.</summary>
    public string Text(string key)
    {
        var text = Raw(key);
        return text.Length > 0 && !text.Contains('\0') ? text : throw new VodConfigurationException(key, Shown(text), "a text that is not empty");
    }

    /// <summary>A whole number in a range.</summary>
    public int Int(string key, int min, int max)
    {
        var text = Raw(key);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new VodConfigurationException(key, Shown(text), $"a whole number from {Number(min)} to {Number(max)}");
    }

    /// <summary>A number of bytes in a range.</summary>
    public long Bytes(string key, long min, long max)
    {
        var text = Raw(key);
        return Units.TryParseBytes(text, out var value) && value >= min && value <= max
            ? value
            : throw new VodConfigurationException(key, Shown(text), $"a size from {Units.FormatBytes(min)} to {Units.FormatBytes(max)}, such as 512 KiB");
    }

    /// <summary>A length of time in a range.</summary>
    public TimeSpan Duration(string key, TimeSpan min, TimeSpan max)
    {
        var text = Raw(key);
        return Units.TryParseDuration(text, out var value) && value >= min && value <= max
            ? value
            : throw new VodConfigurationException(key, Shown(text), $"a time from {Units.FormatDuration(min)} to {Units.FormatDuration(max)}, such as 500 ms or 10 s");
    }

    /// <summary>On or off, in the words that HOCON has for them.</summary>
    public bool Switch(string key)
    {
        var text = Raw(key);
        return text switch
        {
            "on" or "true" or "yes" => true,
            "off" or "false" or "no" => false,
            _ => throw new VodConfigurationException(key, Shown(text), "on or off"),
        };
    }

    /// <summary>One name of an enumeration, in any case.</summary>
    public T Choice<T>(string key) where T : struct, Enum
    {
        var text = Raw(key);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Written(value), text, StringComparison.OrdinalIgnoreCase)) return value;
        }
        throw new VodConfigurationException(key, Shown(text), "one of " + string.Join(", ", Enum.GetValues<T>().Select(Written)));
    }

    /// <summary>A list of addresses and networks.</summary>
    public ImmutableArray<IPNetwork> Networks(string key)
    {
        _keys.Add(key);
        const string allowed = "a list of IP addresses and networks, such as [\"127.0.0.1\", \"10.0.0.0/8\"]";
        var value = config.HasPath(key) ? config.GetValue(key) : null;
        if (value is null) throw new VodConfigurationException($"{key} is missing");
        var list = HoconTree.List(value) ?? throw new VodConfigurationException(key, Shown(value.IsObject() ? "{...}" : value.GetString() ?? ""), allowed);
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var element in list)
        {
            var text = element.IsString() ? (element.GetString() ?? "").Trim() : "{...}";
            networks.Add(Network(text) ?? throw new VodConfigurationException(key, Shown(text), allowed));
        }
        return networks.ToImmutable();
    }

    private static IPNetwork? Network(string text)
    {
        if (!text.Contains(':') && text.Count(c => c == '.') != 3) return null;
        if (text.Contains('/')) return IPNetwork.TryParse(text, out var network) ? network : null;
        return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length) : null;
    }

    /// <summary>The name of a value in HOCON: <c>XForwardedFor</c> is <c>x-forwarded-for</c>.</summary>
    private static string Written<T>(T value) where T : struct, Enum
    {
        var written = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && written.Length > 0) written.Append('-');
            written.Append(char.ToLowerInvariant(c));
        }
        return written.ToString();
    }

    /// <summary>An address to listen on: <c>*</c>, <c>localhost</c> or an IP address, with or without the brackets of a URL.</summary>
    public string Host(string key)
    {
        var text = Raw(key);
        if (text is "*" or "localhost") return text;
        var bare = text is ['[', .. var inner, ']'] ? inner : text;
        // IPAddress also reads "1" and "0x7f.1"; nobody means those.
        return IPAddress.TryParse(bare, out var address) && (bare.Contains(':') || bare.Count(c => c == '.') == 3)
            ? address.ToString()
            : throw new VodConfigurationException(key, Shown(text), "an IP address, localhost, or * for all interfaces");
    }

    /// <summary>Something to be kept from others, or nothing: characters that a header field may carry as they are (RFC 6750 §2.1).</summary>
    public string Token(string key)
    {
        var text = Raw(key);
        var bare = text.AsSpan().TrimEnd('=');
        return text.Length == 0 || (text.Length is >= 16 and <= 1024 && !bare.IsEmpty && bare.ContainsAnyExcept(TokenCharacters) is false)
            ? text
            : throw new VodConfigurationException(key, "***", "empty, or 16 to 1,024 letters, digits and - . _ ~ + / and no others");
    }

    /// <summary>A table from extensions to content types.</summary>
    public ImmutableSortedDictionary<string, string> MimeTypes(string key)
    {
        _keys.Add(key);
        if (config.HasPath(key) && !config.GetValue(key)!.IsObject())
        {
            throw new VodConfigurationException(key, Shown(config.GetString(key) ?? "[...]"), "a group of extensions and content types");
        }
        var table = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (extension, type) in HoconTree.Children(config, key))
        {
            var text = type.IsString() ? type.GetString() ?? "" : "";
            var isType = Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(text, out var parsed) && !parsed.MatchesAllTypes && !text.Any(char.IsControl);
            var name = extension.Trim('"').TrimStart('.').ToLowerInvariant();
            if (!isType || name.Length == 0)
            {
                throw new VodConfigurationException($"{key}.{extension}", Shown(text), "a content type, such as \"video/mp4\", for an extension without its dot");
            }
            table[name] = text;
        }
        return table.ToImmutable();
    }

    private string Raw(string key)
    {
        _keys.Add(key);
        var value = config.HasPath(key) ? config.GetValue(key) : null;
        if (value is null) throw new VodConfigurationException($"{key} is missing");
        if (value.IsObject()) throw new VodConfigurationException(key, "{...}", "a value, not a group of keys");
        if (HoconTree.List(value) is not null) throw new VodConfigurationException(key, "[...]", "one value, not a list");
        return (value.GetString() ?? "").Trim();
    }

    private static string Shown(string text) => text.Length == 0 ? "\"\"" : text.ReplaceLineEndings(" ");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
