namespace Vod.Actors.Tests.Browser;

/// <summary>The repository's own <c>content/</c> folder.</summary>
public static class SampleFilms
{
    /// <summary>Its full path: beside the solution above the folder that the tests run from.</summary>
    public static string Folder { get; } = Path.Combine(Solution(new DirectoryInfo(AppContext.BaseDirectory)), "content");

    private static string Solution(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Vod.sln"))
        ? folder.FullName
        : Solution(folder.Parent ?? throw new InvalidOperationException($"There is no Vod.sln above {AppContext.BaseDirectory}."));
}
