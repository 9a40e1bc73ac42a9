using Vod.Actors.Catalog;
using Vod.Actors.Streaming;

namespace Vod.Actors.Web.Posters;

/// <summary>What came of looking at a film.</summary>
/// <param name="Item">The film.</param>
/// <param name="Info">What is known of it now.</param>
internal sealed record Illustration(MediaItem Item, MediaInfo Info)
{
    /// <summary>The picture, JPEG; null for none.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>Whether there is none in this version of the film, and never will be.</summary>
    public bool IsHopeless { get; init; }

    /// <summary>What ffprobe said, if it was asked now.</summary>
    public byte[]? Probe { get; init; }

    /// <summary>Why there is no picture, for the log; null when that is no surprise.</summary>
    public string? Trouble { get; init; }
}

/// <summary>Has ffprobe and ffmpeg look at one film. It is opened as for a viewer, and they get the open file: its name never reaches them.</summary>
/// <param name="Tools">The programs.</param>
/// <param name="Opener">Opens films.</param>
/// <param name="Settings">Says how long a program may take, and how large a picture is.</param>
internal sealed record Illustrator(MediaTools Tools, IFileOpener Opener, PosterSettings Settings)
{
    private const int MaxJson = 256 * 1024, MaxPicture = 2 * 1024 * 1024;

    /// <summary>Whether ffprobe may tell what the film's header did not.</summary>
    public static bool IsIncomplete(MediaInfo info, MediaKind kind) =>
        info.Container is null || info.Duration is null || (kind == MediaKind.Video && info.Width is null);

    /// <summary>Looks at it.</summary>
    /// <param name="ask">The film.</param>
    /// <param name="probe">What ffprobe said of it in a former run; null when it was not asked.</param>
    /// <param name="stop">Kills the program that is running.</param>
    /// <exception cref="MediaFileException">The film is not to be had.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/>.</exception>
    public async Task<Illustration> RunAsync(Illustrate ask, byte[]? probe, CancellationToken stop)
    {
        var (item, info) = ask;
        var kind = MediaKinds.Of(item);
        using var file = Opener.Open(item);
        var path = file.SharedPath ?? item.FullPath;
        var isNew = probe is null;
        // Only ffprobe knows whether a piece of music has a cover.
        if (isNew && Tools.Ffprobe is { } ffprobe && (kind == MediaKind.Audio || IsIncomplete(info, kind)))
        {
            var told = await Run(ffprobe, ToolArguments.Probe(path), MaxJson, stop).ConfigureAwait(false);
            probe = told.End switch { ToolEnd.Done => told.Output, ToolEnd.Failed => "{}"u8.ToArray(), _ => null };
        }
        var known = probe is null ? null : ProbeJson.Read(probe);
        if (known is not null) info = known.Complete(info);
        else if (probe is not null && info.Container is null) info = info with { IsBroken = true };

        var result = new Illustration(item, info) { Probe = isNew ? probe : null };
        if (Tools.Ffmpeg is not { } ffmpeg) return result;
        if (kind == MediaKind.Audio ? known is not { HasPicture: true } : known is { HasPicture: false }) return result with { IsHopeless = true };
        var made = await Run(ffmpeg, ToolArguments.Picture(path, kind == MediaKind.Audio ? null : info.Duration / 10, Settings.Width, Settings.Timeout), MaxPicture, stop).ConfigureAwait(false);
        return made switch
        {
            { End: ToolEnd.Done, Output: [0xFF, 0xD8, ..] } => result with { Picture = made.Output },
            { End: ToolEnd.TimedOut } => result with { Trouble = "ffmpeg took longer than vod.web.posters.timeout and was killed" },
            { End: ToolEnd.Killed } => result with { Trouble = "ffmpeg was killed" },
            { End: ToolEnd.NotStarted } => result with { Trouble = "ffmpeg could not be started: " + made.Errors },
            _ => result with { IsHopeless = true, Trouble = made.Errors.Length == 0 ? "ffmpeg found none in it" : made.Errors },
        };
    }

    private Task<ToolResult> Run(string program, IReadOnlyList<string> arguments, int maxOutput, CancellationToken stop) =>
        ToolProcess.RunAsync(program, arguments, Tools.Nice, maxOutput, Settings.Timeout, stop);
}
