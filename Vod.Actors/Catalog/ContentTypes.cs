using System.Collections.Immutable;
using Microsoft.AspNetCore.StaticFiles;

namespace Vod.Actors.Catalog;

/// <summary>Content types by file extension: the operator's, then ours where the framework's table lacks one or is dated, then the framework's.</summary>
/// <param name="overrides">The operator's: lower-case extension without its dot, and content type.</param>
internal sealed class ContentTypes(ImmutableSortedDictionary<string, string> overrides)
{
    /// <summary>What a file is when its name does not say.</summary>
    public const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["3g2"] = "video/3gpp2",
        ["aac"] = "audio/aac",
        ["ass"] = "text/x-ssa",
        ["avif"] = "image/avif",
        ["f4v"] = "video/mp4",
        ["flac"] = "audio/flac",
        ["jxl"] = "image/jxl",
        ["m2ts"] = "video/mp2t",
        ["m3u8"] = "application/vnd.apple.mpegurl",
        ["m4a"] = "audio/mp4",
        ["m4s"] = "video/iso.segment",
        ["m4v"] = "video/mp4",
        ["mjs"] = "text/javascript",
        ["mk3d"] = "video/x-matroska-3d",
        ["mka"] = "audio/x-matroska",
        ["mkv"] = "video/x-matroska",
        ["mpd"] = "application/dash+xml",
        ["mts"] = "video/mp2t",
        ["oga"] = "audio/ogg",
        ["ogg"] = "audio/ogg",
        ["ogv"] = "video/ogg",
        ["opus"] = "audio/ogg",
        ["srt"] = "application/x-subrip",
        ["ssa"] = "text/x-ssa",
        ["ts"] = "video/mp2t",
        ["vtt"] = "text/vtt",
        ["weba"] = "audio/webm",
        ["webm"] = "video/webm",
        ["webp"] = "image/webp",
    };

    private readonly FileExtensionContentTypeProvider _framework = new();
    private volatile ImmutableSortedDictionary<string, string> _overrides = overrides;

    /// <summary>The operator's; they may be replaced while others look them up.</summary>
    public ImmutableSortedDictionary<string, string> Overrides { get => _overrides; set => _overrides = value; }

    /// <summary>The content type of a file by its name.</summary>
    /// <param name="name">Name or path.</param>
    public string Of(string name)
    {
        var extension = Path.GetExtension(name.AsSpan());
        if (extension.Length < 2) return Unknown;
        var key = extension[1..].ToString().ToLowerInvariant();
        if (_overrides.TryGetValue(key, out var type) || Ours.TryGetValue(key, out type)) return type;
        return _framework.TryGetContentType(name, out type) ? type : Unknown;
    }
}
