namespace Vod.Actors.Web.Metadata;

/// <summary>The names that codecs go by among people.</summary>
internal static class Codecs
{
    /// <summary>By the four letters of MP4; those themselves when they are not known, and can be read.</summary>
    public static string? OfMp4(string code) => code switch
    {
        "avc1" or "avc3" => "H.264",
        "hvc1" or "hev1" or "dvh1" or "dvhe" => "HEVC",
        "av01" => "AV1",
        "vp08" => "VP8",
        "vp09" => "VP9",
        "mp4v" => "MPEG-4",
        "apcn" or "apch" or "apcs" or "apco" or "ap4h" or "ap4x" => "ProRes",
        "mp4a" => "AAC",
        "ac-3" => "AC-3",
        "ec-3" => "E-AC-3",
        "Opus" => "Opus",
        "fLaC" => "FLAC",
        "alac" => "ALAC",
        ".mp3" => "MP3",
        "dtsc" or "dtsh" or "dtsl" or "dtse" => "DTS",
        "sowt" or "twos" or "lpcm" or "in24" => "PCM",
        _ => Legible(code),
    };

    /// <summary>By the names of Matroska.</summary>
    public static string? OfMatroska(string id) => id switch
    {
        "V_MPEG4/ISO/AVC" => "H.264",
        "V_MPEGH/ISO/HEVC" => "HEVC",
        "V_AV1" => "AV1",
        "V_VP8" => "VP8",
        "V_VP9" => "VP9",
        "V_THEORA" => "Theora",
        "V_MPEG1" => "MPEG-1",
        "V_MPEG2" => "MPEG-2",
        _ when id.StartsWith("V_MPEG4/", StringComparison.Ordinal) => "MPEG-4",
        _ when id.StartsWith("A_AAC", StringComparison.Ordinal) => "AAC",
        "A_AC3" => "AC-3",
        "A_EAC3" => "E-AC-3",
        "A_OPUS" => "Opus",
        "A_VORBIS" => "Vorbis",
        "A_FLAC" => "FLAC",
        "A_MPEG/L3" => "MP3",
        "A_MPEG/L2" => "MP2",
        "A_TRUEHD" => "TrueHD",
        _ when id.StartsWith("A_DTS", StringComparison.Ordinal) => "DTS",
        _ when id.StartsWith("A_PCM", StringComparison.Ordinal) => "PCM",
        _ => Legible(id),
    };

    /// <summary>By the names of ffmpeg.</summary>
    public static string? OfFfmpeg(string name) => name switch
    {
        "h264" => "H.264",
        "hevc" => "HEVC",
        "mpeg1video" => "MPEG-1",
        "mpeg2video" => "MPEG-2",
        "mpeg4" or "msmpeg4v2" or "msmpeg4v3" => "MPEG-4",
        "theora" => "Theora",
        "prores" => "ProRes",
        "vorbis" => "Vorbis",
        "opus" => "Opus",
        "eac3" => "E-AC-3",
        "ac3" => "AC-3",
        "truehd" => "TrueHD",
        "wmav1" or "wmav2" or "wmapro" => "WMA",
        _ when name.StartsWith("pcm_", StringComparison.Ordinal) => "PCM",
        _ => Legible(name)?.ToUpperInvariant(),
    };

    private static string? Legible(string code)
    {
        var text = code.Trim();
        return text.Length is > 0 and <= 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/') ? text : null;
    }
}
