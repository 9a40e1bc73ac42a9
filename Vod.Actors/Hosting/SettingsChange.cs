using Akka.Configuration;
using Vod.Actors.Settings;

namespace Vod.Actors.Hosting;

/// <summary>What a configuration that was read again changes. Pure.</summary>
/// <param name="InForce">What holds from now on: the new where it can change while the server runs, the old elsewhere.</param>
/// <param name="Applied">Keys that have changed and hold now.</param>
/// <param name="NeedRestart">Keys that have changed and hold after a restart.</param>
internal sealed record SettingsChange(Startup InForce, IReadOnlyList<string> Applied, IReadOnlyList<string> NeedRestart)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>Compares two configurations.</summary>
    /// <param name="old">In force.</param>
    /// <param name="read">As it was read again.</param>
    public static SettingsChange Between(Startup old, Startup read)
    {
        var changed = KnownKeys.All.Where(key => Text(old.Config, key) != Text(read.Config, key)).Concat(OutsideOfOurs(old, read))
            .Order(StringComparer.Ordinal).ToList();
        var pinned = changed.Where(key => !IsLive(key)).ToList();
        var settings = read.Settings with
        {
            Listen = old.Settings.Listen,
            Content = read.Settings.Content with { Directory = old.Settings.Content.Directory },
            Http = read.Settings.Http with { DrainDelay = old.Settings.Http.DrainDelay, ShutdownTimeout = old.Settings.Http.ShutdownTimeout },
            Cache = old.Settings.Cache,
            Web = old.Settings.Web,
            Admin = old.Settings.Admin,
            AccessLog = old.Settings.AccessLog,
            Reload = old.Settings.Reload,
        };
        // Compared with what is in force, a key that waits for a restart is named each time until then.
        var config = VodConfiguration.Lay(pinned.Where(KnownKeys.All.Contains).Select(key => (key, old.Config)), read.Config);
        return new SettingsChange(read with { Config = config, Settings = settings, File = old.File }, [.. changed.Where(IsLive)], pinned);
    }

    /// <summary>Whether a change of this key holds without a restart.</summary>
    public static bool IsLive(string key) =>
        key is "akka.loglevel" or "vod.content.mime-types" or "vod.content.rescan-interval" or "vod.content.settle-time"
        || key.StartsWith("vod.slicing.", StringComparison.Ordinal)
        || (key.StartsWith("vod.http.", StringComparison.Ordinal) && key is not ("vod.http.shutdown-timeout" or "vod.http.drain-delay"));

    /// <summary>Keys of Akka's own that the operator's file has changed.</summary>
    private static IEnumerable<string> OutsideOfOurs(Startup old, Startup read)
    {
        string[] groups = ["akka", "vod.dispatchers", "vod.mailboxes"];
        var keys = groups.SelectMany(group => Leaves(old, group).Concat(Leaves(read, group))).Distinct(StringComparer.Ordinal);
        return keys.Where(key => Text(old.File, key) != Text(read.File, key));
    }

    private static IEnumerable<string> Leaves(Startup startup, string group) => startup.File is { } file ? HoconTree.Leaves(file, group, None) : [];

    /// <summary>A value as it is compared: with or without quotes it is the same.</summary>
    private static string Text(Config? config, string key) =>
        config is not null && config.HasPath(key) ? HoconTree.Write(config.GetValue(key)) : "";
}
