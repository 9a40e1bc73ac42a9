using System.Globalization;

namespace Vod.Actors.Web.Posters;

/// <summary>
/// What ffmpeg and ffprobe are asked, argument by argument: no shell reads them. A file may claim to be a film and be a playlist, a script or
/// a list of other files; so only formats are let in that hold all of themselves, and of ways to fetch something only the one to a file.
/// </summary>
internal static class ToolArguments
{
    /// <summary>The tallest picture: films in which people stand upright are cut, not squeezed, up to twice their width.</summary>
    private const int MaxRatio = 2;

    /// <summary>Formats in which a film holds its own bytes. None of them leads anywhere else: no hls, dash, concat, image2, sdp, lavfi.</summary>
    private const string Formats =
        "mov,matroska,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,mxf,rm,ivf,nut,dv,gxf,wtv,m4v,h264,hevc,mp3,aac,flac,wav,w64,aiff,caf,ape,wv,tta,ac3,eac3,dts,amr";

    private static readonly string[] Safety = ["-hide_banner", "-protocol_whitelist", "file", "-format_whitelist", Formats];

    /// <summary>Has ffmpeg write one picture as JPEG to standard output.</summary>
    /// <param name="file">Full path of the film.</param>
    /// <param name="at">Where in the film; null for its beginning.</param>
    /// <param name="width">Pixels of the picture.</param>
    /// <param name="limit">Seconds of processor time after which ffmpeg ends by itself: it may outlive a server that was killed.</param>
    public static IReadOnlyList<string> Picture(string file, TimeSpan? at, int width, TimeSpan limit) =>
    [
        "-nostdin", "-loglevel", "error", "-timelimit", Whole(Math.Ceiling(limit.TotalSeconds)), "-threads", "1", .. Safety,
        .. Seek(at), "-i", "file:" + file,
        "-an", "-sn", "-dn", "-frames:v", "1", "-filter_threads", "1",
        "-vf", string.Create(CultureInfo.InvariantCulture, $"scale=w={width}:h='min({width * MaxRatio},max(2,trunc({width}/dar/2)*2))',setsar=1"),
        "-threads", "1", "-c:v", "mjpeg", "-q:v", "4", "-f", "image2pipe", "pipe:1",
    ];

    /// <summary>Has ffprobe write what it knows of a film, as JSON, to standard output.</summary>
    /// <param name="file">Full path of the film.</param>
    public static IReadOnlyList<string> Probe(string file) =>
    [
        "-loglevel", "error", .. Safety, "-print_format", "json=compact=1",
        "-show_entries", "format=format_name,duration:stream=codec_type,codec_name,width,height:stream_disposition=attached_pic", "-i", "file:" + file,
    ];

    /// <summary>Not even to the beginning where there is no need: a cover comes before that.</summary>
    private static IEnumerable<string> Seek(TimeSpan? at) => at is { } time ? ["-ss", time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)] : [];

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
