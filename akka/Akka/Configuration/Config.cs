using System.Diagnostics.CodeAnalysis;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// An immutable configuration: a HOCON object, and perhaps others behind it that give what it lacks. Paths are dotted;
/// an element in quotes may hold dots. A key set to <c>null</c> hides what is behind it, and else counts as not set.
/// </summary>
public partial class Config
{
    /// <summary>The configuration without any key.</summary>
    public static readonly Config Empty = new();

    private readonly HoconValue _own;
    private HoconValue? _merged;

    /// <summary>An empty configuration.</summary>
    public Config() => _own = new HoconValue(new HoconObject());

    /// <summary>A configuration of a document.</summary>
    /// <exception cref="ArgumentException">The root has no value.</exception>
    public Config(HoconRoot root) =>
        _own = root.Value ?? throw new ArgumentException("The root has no value.", nameof(root));

    /// <summary>The keys of <paramref name="source"/>, and of <paramref name="fallback"/> where the source has none.</summary>
    /// <exception cref="ArgumentNullException">There is no source.</exception>
    public Config(Config source, Config? fallback)
    {
        ArgumentNullException.ThrowIfNull(source);
        _own = source._own;
        Fallback = source.Fallback.SafeWithFallback(fallback); // one that is in the chain already adds nothing
    }

    /// <summary>What gives the keys that this configuration does not set itself.</summary>
    public Config? Fallback { get; }

    /// <summary>Whether there is no key at all.</summary>
    public virtual bool IsEmpty => Root.IsEmpty;

    /// <summary>The value of all, this configuration's own and its fallbacks' together.</summary>
    public virtual HoconValue Root =>
        // Merged once, when first asked for; if two threads do, either's work will do.
        _merged ??= Fallback is null ? _own : HoconValue.Merged(_own, Fallback.Root);

    /// <summary>Parses HOCON.</summary>
    /// <exception cref="FormatException">The text is not HOCON.</exception>
    /// <exception cref="ConfigurationException">The text ends too early.</exception>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    /// <summary>The configuration with HOCON behind it.</summary>
    public static Config operator +(Config config, string fallback) => config.WithFallback(ConfigurationFactory.ParseString(fallback));

    /// <summary>HOCON with a configuration behind it.</summary>
    public static Config operator +(string configHocon, Config fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    /// <summary>This configuration with another one behind it, which gives what this one lacks; this one stays as it is.</summary>
    /// <exception cref="ArgumentException">The fallback is this configuration itself.</exception>
    public virtual Config WithFallback(Config? fallback)
    {
        if (ReferenceEquals(fallback, this))
            throw new ArgumentException("A configuration cannot be its own fallback.", nameof(fallback));
        if (fallback.IsNullOrEmpty())
            return this;
        return IsEmpty ? fallback : Copy(fallback);
    }

    /// <summary>Whether there is a value at a path.</summary>
    public virtual bool HasPath(string path) => Find(path) is not null;

    /// <summary>The part below a path as a configuration of its own, or null when there is no value.</summary>
    public virtual Config? GetConfig(string path) => Find(path) is { } value ? new Config(new HoconRoot(value)) : null;

    /// <summary>The value at a path, or null when there is none.</summary>
    public HoconValue? GetValue(string path) => HoconPath.Find(Root, path);

    /// <summary>The top keys and their values.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() => Root.GetObject()?.Items ?? [];

    /// <summary>This configuration's own keys as HOCON, without its fallbacks'.</summary>
    public override string ToString() => _own.ToString();

    /// <summary>The configuration as HOCON, its fallbacks' keys included or not.</summary>
    public string ToString(bool includeFallback) => includeFallback ? Root.ToString() : ToString();

    /// <summary>A copy, with another configuration behind all it has.</summary>
    protected Config Copy(Config? fallback = null) => new(this, fallback);

    /// <summary>The value at a path; none when it is <c>null</c>.</summary>
    private HoconValue? Find(string path) => GetValue(path) is { IsNull: false } value ? value : null;

    private bool TryFind(string path, [NotNullWhen(true)] out HoconValue? value) => (value = Find(path)) is not null;
}
