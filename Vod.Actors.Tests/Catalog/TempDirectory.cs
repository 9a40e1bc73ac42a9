namespace Vod.Actors.Tests.Catalog;

/// <summary>A directory of the test's own, removed with all in it.</summary>
internal sealed class TempDirectory : IDisposable
{
    public TempDirectory() => FullPath = RealPathOf(Directory.CreateTempSubdirectory("vod-test-").FullName);

    public string FullPath { get; }

    public string this[string relative] => Path.Join(FullPath, relative);

    public string Write(string relative, string text = "x")
    {
        var path = this[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Folder(string relative) => Directory.CreateDirectory(this[relative]).FullName;

    public void LinkFile(string relative, string target) => File.CreateSymbolicLink(this[relative], target);

    public void LinkFolder(string relative, string target) => Directory.CreateSymbolicLink(this[relative], target);

    public void Dispose()
    {
        if (Directory.Exists(FullPath)) Directory.Delete(FullPath, recursive: true);
    }

    // The temporary directory itself is a link on some systems.
    private static string RealPathOf(string path) => Vod.Actors.Catalog.RealPath.Of(path)!;
}
