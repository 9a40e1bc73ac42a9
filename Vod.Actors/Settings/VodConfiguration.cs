using System.Text;
using Akka.Configuration;

namespace Vod.Actors.Settings;

/// <summary>
/// Puts the configuration together: command line over the operator's file over the embedded <c>vod.conf</c>.
/// The part outside <c>vod { ... }</c> is Akka's own and goes to the actor system as it is.
/// </summary>
public static class VodConfiguration
{
    /// <summary>The embedded reference: every key with its default.</summary>
    public static Config Reference { get; } = ConfigurationFactory.ParseString(ReadReference());

    /// <summary>Groups whose keys are the operator's own, not the server's.</summary>
    internal static IReadOnlySet<string> OpenGroups { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "vod.content.mime-types", "vod.dispatchers", "vod.mailboxes" };

    /// <summary>Reads an operator's file.</summary>
    /// <param name="path">Path of a HOCON file.</param>
    /// <exception cref="VodConfigurationException">It cannot be read, is not HOCON, or has an unknown key of <c>vod</c>.</exception>
    public static Config LoadFile(string path) => Parse(Read(path), path);

    /// <summary>Parses an operator's HOCON.</summary>
    /// <param name="hocon">The text.</param>
    /// <param name="name">What messages call it; what it includes is looked for from its directory.</param>
    /// <exception cref="VodConfigurationException">It is not HOCON, or has an unknown key of <c>vod</c>.</exception>
    public static Config Parse(string hocon, string name)
    {
        var config = new Config(HoconDocument.Parse(hocon, name, Environment.GetEnvironmentVariable, Read));
        try
        {
            RejectUnknownKeys(config);
        }
        catch (VodConfigurationException e)
        {
            throw new VodConfigurationException($"{name}: {e.Message}", e);
        }
        return config;
    }

    /// <summary>Lays settings over others.</summary>
    /// <param name="overrides">Key and value, both plain text.</param>
    /// <param name="config">What lies under them.</param>
    public static Config Override(IEnumerable<KeyValuePair<string, string>> overrides, Config config)
    {
        var hocon = new StringBuilder();
        foreach (var (key, value) in overrides) hocon.Append(key).Append(" = ").Append(HoconReferences.Quote(value)).Append('\n');
        return hocon.Length == 0 ? config : ConfigurationFactory.ParseString(hocon.ToString()).WithFallback(config);
    }

    /// <summary>Lays values of other configurations over one.</summary>
    /// <param name="values">Full path of each key, and the configuration that has its value.</param>
    /// <param name="config">What lies under them.</param>
    internal static Config Lay(IEnumerable<(string Key, Config From)> values, Config config)
    {
        var hocon = new StringBuilder();
        foreach (var (key, from) in values)
        {
            hocon.Append(key).Append(" = ").Append(HoconTree.Write(from.GetValue(key))).Append('\n');
        }
        return hocon.Length == 0 ? config : ConfigurationFactory.ParseString(hocon.ToString()).WithFallback(config);
    }

    /// <summary>Throws when there is a key under <c>vod</c> that nothing reads, naming the nearest one that is read.</summary>
    private static void RejectUnknownKeys(Config config)
    {
        foreach (var key in HoconTree.Leaves(config, "vod", OpenGroups))
        {
            if (KnownKeys.All.Contains(key) || OpenGroups.Contains(key)) continue;
            if (KnownKeys.IsGroup(key))
            {
                // A group without keys says nothing.
                if (config.GetValue(key) is { } value && value.IsObject()) continue;
                throw new VodConfigurationException(key, config.GetString(key) ?? "[...]", "a group of keys");
            }
            throw new VodConfigurationException($"{key}: there is no such key; did you mean {KnownKeys.Nearest(key)}?");
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VodConfigurationException($"{path}: there is no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new VodConfigurationException($"{path}: cannot be read: {OneLine(e.Message)}", e);
        }
    }

    private static string ReadReference()
    {
        using var stream = typeof(VodConfiguration).Assembly.GetManifestResourceStream("vod.conf")
            ?? throw new VodConfigurationException("vod.conf is missing from the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
