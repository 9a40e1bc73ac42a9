using Akka.Configuration;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Settings;

namespace Vod.Actors.Hosting;

/// <summary>All that the server starts with, checked.</summary>
/// <param name="Config">For the actor system.</param>
/// <param name="Settings">For the actors.</param>
internal sealed record Startup(Config Config, VodSettings Settings)
{
    /// <summary>The operator's file alone; null when there is none.</summary>
    public Config? File { get; init; }

    /// <summary>The path of that file.</summary>
    public string? FilePath { get; init; }

    /// <summary>What that file was like before it was read: what is written from then on is seen as a change.</summary>
    public FileStamp FileStamp { get; init; }

    /// <summary>The least severe level that is logged.</summary>
    public required LogLevel LogLevel { get; init; }

    /// <summary>Reads everything again; throws as <see cref="Load"/> does.</summary>
    public required Func<Startup> Again { get; init; }

    /// <summary>Puts the settings together: options over the operator's file over the defaults.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="workingDirectory">What relative paths start from.</param>
    /// <param name="programDirectory">Where the program is: the sample films are looked for from there, too.</param>
    /// <exception cref="VodConfigurationException">Something is to be mended; says what, as the operator typed it.</exception>
    public static Startup Load(CommandLineOptions options, string workingDirectory, string programDirectory)
    {
        var filePath = options.ConfigFile is { Length: > 0 } written ? Path.GetFullPath(written, workingDirectory) : null;
        var stamp = filePath is null ? default : FileStamp.Of(filePath, followLink: true);
        var file = options.ConfigFile is { } path ? VodConfiguration.LoadFile(path) : null;
        var underneath = file is null ? VodConfiguration.Reference : file.WithFallback(VodConfiguration.Reference);
        var config = VodConfiguration.Override(options.Settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)), underneath);
        DeploymentCheck.Shape(config);
        try
        {
            var settings = VodSettings.From(config);
            const string key = "vod.content.directory";
            var isDefault = options.Settings.All(setting => setting.Key != key) && (file is null || !file.HasPath(key));
            var directory = ContentDirectory.Find(settings.Content.Directory, isDefault, workingDirectory, programDirectory)
                ?? throw new VodConfigurationException(key, settings.Content.Directory, "a directory that exists");
            return new Startup(config, settings with { Content = settings.Content with { Directory = directory } })
            {
                File = file,
                FilePath = filePath,
                FileStamp = stamp,
                LogLevel = LogLevelOf(config),
                Again = () => Load(options, workingDirectory, programDirectory),
            };
        }
        catch (VodConfigurationException e) when (e is { Key: { } key, Value: { } value, Allowed: { } allowed })
        {
            foreach (var setting in options.Settings)
            {
                if (setting.Key == key) throw new VodConfigurationException($"{setting.Option} {value}: must be {allowed}", e);
            }
            throw file is not null && file.HasPath(key) ? new VodConfigurationException($"{options.ConfigFile}: {e.Message}", e) : e;
        }
    }

    private static LogLevel LogLevelOf(Config config)
    {
        const string key = "akka.loglevel";
        var text = config.GetString(key, "INFO");
        try
        {
            return Logging.LogLevelFor(text);
        }
        catch (ArgumentException e)
        {
            throw new VodConfigurationException($"{key} = {text}: must be one of DEBUG, INFO, WARNING, ERROR, OFF", e);
        }
    }
}

/// <summary>Finds the content directory.</summary>
internal static class ContentDirectory
{
    private const int LevelsUp = 5;

    /// <summary>The absolute path of the directory, or null when it is not there.</summary>
    /// <param name="directory">As it was written.</param>
    /// <param name="isDefault">Whether nobody wrote it: then it may also be above the program, as the sample films of a clone are.</param>
    /// <param name="workingDirectory">What a relative path starts from.</param>
    /// <param name="programDirectory">Where the program is.</param>
    public static string? Find(string directory, bool isDefault, string workingDirectory, string programDirectory)
    {
        var path = Path.GetFullPath(directory, workingDirectory);
        if (Directory.Exists(path)) return path;
        if (!isDefault) return null;
        var above = new DirectoryInfo(programDirectory);
        for (var level = 0; level <= LevelsUp && above is not null; level++, above = above.Parent)
        {
            path = Path.Join(above.FullName, directory);
            if (Directory.Exists(path)) return path;
        }
        return null;
    }
}
