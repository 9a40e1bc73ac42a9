namespace Vod.Actors.Web.Posters;

/// <summary>
/// A directory of what was found out about films: <c>KEY.jpg</c> is a picture, <c>KEY.none</c> says that none can be made, <c>KEY.json</c> is
/// what ffprobe said. Files come into being in one step. Blocks.
/// </summary>
/// <param name="directory">Full path; made when something is written.</param>
/// <param name="maxSize">Bytes that are kept at most.</param>
internal sealed class PosterStore(string directory, long maxSize)
{
    private const string Picture = ".jpg", Nothing = ".none", Probe = ".json", Unfinished = ".tmp";

    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal); // by file name
    private long _size;

    /// <summary>Bytes of all files.</summary>
    public long Size => _size;

    /// <summary>Where it is, for a server's content directory.</summary>
    /// <param name="settings">Says where.</param>
    /// <param name="content">Full path of the content directory.</param>
    public static PosterStore Of(PosterSettings settings, string content) =>
        new(Path.Combine(CacheDirectory(), settings.Directory, PosterKey.OfDirectory(content, settings.Width)), settings.Size);

    /// <summary>Looks what is there, and removes what a server that was killed has left unfinished.</summary>
    /// <returns>The keys of all pictures, and of the films of which none can be made.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory is not ours.</exception>
    public (HashSet<string> Pictures, HashSet<string> Nothings) Open()
    {
        Directory.CreateDirectory(directory);
        HashSet<string> pictures = new(StringComparer.Ordinal), nothings = new(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles())
        {
            var key = Path.GetFileNameWithoutExtension(file.Name);
            switch (file.Extension)
            {
                case Picture:
                    pictures.Add(key);
                    Count(file.Name, file.Length);
                    break;
                case Nothing:
                    nothings.Add(key);
                    Count(file.Name, 0);
                    break;
                case Probe:
                    Count(file.Name, file.Length);
                    break;
                case Unfinished:
                    file.Delete();
                    break;
            }
        }
        return (pictures, nothings);
    }

    /// <summary>A picture; null when it is gone.</summary>
    public byte[]? ReadPicture(string key) => Read(key + Picture);

    /// <summary>What ffprobe said; null when it was not asked.</summary>
    public byte[]? ReadProbe(string key) => Read(key + Probe);

    /// <summary>Keeps a picture.</summary>
    /// <returns>False when there is no room for it.</returns>
    public bool WritePicture(string key, byte[] picture) => Write(key + Picture, picture);

    /// <summary>Remembers that none can be made.</summary>
    public void WriteNothing(string key) => Write(key + Nothing, []);

    /// <summary>Keeps what ffprobe said, if there is room.</summary>
    public void WriteProbe(string key, byte[] json) => Write(key + Probe, json);

    /// <summary>Removes what belongs to none of these keys.</summary>
    /// <returns>How many files were removed.</returns>
    public int Prune(IReadOnlySet<string> keys)
    {
        string[] gone = [.. _sizes.Keys.Where(name => !keys.Contains(Path.GetFileNameWithoutExtension(name)))];
        foreach (var name in gone)
        {
            File.Delete(Path.Combine(directory, name));
            _size -= _sizes[name];
            _sizes.Remove(name);
        }
        return gone.Length;
    }

    private byte[]? Read(string name)
    {
        try
        {
            return _sizes.ContainsKey(name) ? File.ReadAllBytes(Path.Combine(directory, name)) : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            _size -= _sizes[name];
            _sizes.Remove(name);
            return null; // somebody has cleared the cache
        }
    }

    private bool Write(string name, byte[] content)
    {
        if (_size + content.Length > maxSize) return false;
        var unfinished = Path.Combine(directory, Path.GetRandomFileName() + Unfinished);
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(unfinished, content);
        File.Move(unfinished, Path.Combine(directory, name), overwrite: true);
        Count(name, content.Length);
        return true;
    }

    private void Count(string name, long size)
    {
        _size += size - _sizes.GetValueOrDefault(name);
        _sizes[name] = size;
    }

    /// <summary>$XDG_CACHE_HOME, otherwise .cache in the home directory; what is temporary where there is no home.</summary>
    private static string CacheDirectory()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathFullyQualified(cache)) return cache;
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(home.Length == 0 ? Path.GetTempPath() : home, ".cache");
    }
}
