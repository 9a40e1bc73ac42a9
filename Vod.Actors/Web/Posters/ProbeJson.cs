using System.Globalization;
using System.Text.Json;
using Vod.Actors.Web.Metadata;

namespace Vod.Actors.Web.Posters;

/// <summary>What ffprobe tells of a film.</summary>
/// <param name="Info">What it is.</param>
/// <param name="HasPicture">Whether a picture can be had from it: of the film, or the cover of a piece of music.</param>
internal sealed record ProbeResult(MediaInfo Info, bool HasPicture)
{
    /// <summary>What was known, completed with this where it had nothing to say.</summary>
    public MediaInfo Complete(MediaInfo? known) => known is null ? Info : known with
    {
        Container = known.Container ?? Info.Container,
        Duration = known.Duration ?? Info.Duration,
        Width = known.Width ?? Info.Width,
        Height = known.Height ?? Info.Height,
        Video = known.Video ?? Info.Video,
        Audio = known.Audio ?? Info.Audio,
    };
}

/// <summary>Reads ffprobe's JSON. Total: what it cannot make sense of is left out.</summary>
internal static class ProbeJson
{
    /// <summary>Reads it; null when it is not what ffprobe writes of a film.</summary>
    public static ProbeResult? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !Has(document.RootElement, "format", JsonValueKind.Object, out var format)) return null;
            var info = new MediaInfo(Container(Text(format, "format_name")), Duration(Text(format, "duration")));
            var hasPicture = false;
            if (!Has(document.RootElement, "streams", JsonValueKind.Array, out var streams)) return new ProbeResult(info, false);
            foreach (var stream in streams.EnumerateArray())
            {
                if (stream.ValueKind != JsonValueKind.Object) continue;
                var codec = Codecs.OfFfmpeg(Text(stream, "codec_name"));
                switch (Text(stream, "codec_type"))
                {
                    case "video" when Has(stream, "disposition", JsonValueKind.Object, out var disposition) && Number(disposition, "attached_pic") == 1:
                        hasPicture = true;
                        break;
                    case "video" when info.Video is null:
                        hasPicture = true;
                        info = info with { Video = codec };
                        if (Number(stream, "width") is > 0 and < 65536 and var width && Number(stream, "height") is > 0 and < 65536 and var height) info = info with { Width = width, Height = height };
                        break;
                    case "audio" when info.Audio is null:
                        info = info with { Audio = codec };
                        break;
                }
            }
            return new ProbeResult(info, hasPicture);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Has(JsonElement parent, string name, JsonValueKind kind, out JsonElement value) => parent.TryGetProperty(name, out value) && value.ValueKind == kind;

    private static string Text(JsonElement parent, string name) => Has(parent, name, JsonValueKind.String, out var value) ? value.GetString() ?? "" : "";

    private static int? Number(JsonElement parent, string name) => Has(parent, name, JsonValueKind.Number, out var value) && value.TryGetInt32(out var number) ? number : null;

    private static TimeSpan? Duration(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Containers.Seconds(seconds) : null;

    /// <summary>The name that a format goes by among people.</summary>
    private static string? Container(string names) => names.Split(',')[0] switch
    {
        "" => null,
        "mov" => "MP4",
        "matroska" => "Matroska",
        "mpegts" => "MPEG-TS",
        "mpeg" => "MPEG-PS",
        "ogg" => "Ogg",
        "asf" => "Windows Media",
        "rm" => "RealMedia",
        var name => name.Length <= 12 && name.All(char.IsAsciiLetterOrDigit) ? name.ToUpperInvariant() : null,
    };
}
