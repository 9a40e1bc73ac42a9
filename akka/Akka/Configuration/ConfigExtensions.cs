using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>Help with configurations that may be missing.</summary>
public static class ConfigExtensions
{
    /// <summary>Whether there is no configuration, or one without any key.</summary>
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config is null || config.IsEmpty;

    /// <summary>The configuration with a fallback behind it, or the fallback alone when there is no configuration.</summary>
    [return: NotNullIfNotNull(nameof(config))]
    [return: NotNullIfNotNull(nameof(fallback))]
    public static Config? SafeWithFallback(this Config? config, Config? fallback)
    {
        if (config is null)
            return fallback;
        return ReferenceEquals(config, fallback) ? config : config.WithFallback(fallback);
    }
}
