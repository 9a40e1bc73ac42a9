using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Vod.Actors.Web;

/// <summary>A part of the pages that is the same for all: embedded in the assembly, compressed too, read when it is first asked for.</summary>
/// <param name="Page">The part, ready to be sent.</param>
/// <param name="Version">Changes whenever it does.</param>
internal sealed record Asset(Page Page, string Version);

/// <summary>The parts of the pages.</summary>
internal static class Assets
{
    private static readonly FrozenDictionary<string, Lazy<Asset>> All = new Dictionary<string, string>
    {
        ["vod.css"] = "text/css; charset=utf-8",
        ["cards.js"] = "text/javascript; charset=utf-8",
        ["library.js"] = "text/javascript; charset=utf-8",
        ["player.js"] = "text/javascript; charset=utf-8",
        ["media-chrome.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary(entry => entry.Key, entry => new Lazy<Asset>(() => Load(entry.Key, entry.Value)), StringComparer.Ordinal);

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>One of them; null when there is none of that name.</summary>
    public static Asset? Find(string name) => All.TryGetValue(name, out var asset) ? asset.Value : null;

    private static Asset Load(string name, string contentType)
    {
        var bytes = Embedded(name);
        return new Asset(new Page(contentType, bytes, Embedded(name + ".gz"), Embedded(name + ".br")), Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)));
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream("web/" + name)
            ?? throw new InvalidOperationException($"The asset {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
