namespace Vod.Actors.Web.Posters;

/// <summary>The programs that know more of films than this server does, where they are installed.</summary>
/// <param name="Ffmpeg">Full path of the program that makes pictures; null when there is none.</param>
/// <param name="Ffprobe">Full path of the program that tells what a film is; null when there is none.</param>
/// <param name="Nice">Full path of the program that lowers the priority of another; null when there is none.</param>
internal sealed record MediaTools(string? Ffmpeg, string? Ffprobe, string? Nice)
{
    /// <summary>Nothing is installed.</summary>
    public static MediaTools None { get; } = new(null, null, null);

    /// <summary>Whether there is anything that helps.</summary>
    public bool IsAny => Ffmpeg is not null || Ffprobe is not null;

    /// <summary>Looks for them.</summary>
    /// <param name="path">Value of <c>PATH</c>. Only absolute folders count: what is in the working directory is nobody's choice.</param>
    public static MediaTools Find(string? path)
    {
        string[] folders = [.. (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)];
        return new MediaTools(In(folders, "ffmpeg"), In(folders, "ffprobe"), In(folders, "nice"));
    }

    private static string? In(string[] folders, string name) => folders
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
