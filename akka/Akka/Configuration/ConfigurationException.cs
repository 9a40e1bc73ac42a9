using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration that is missing, cannot be read, or makes no sense.</summary>
public class ConfigurationException : AkkaException
{
    /// <summary>Says what is wrong with the configuration.</summary>
    public ConfigurationException(string message) : base(message) { }

    /// <summary>Says what is wrong with the configuration, and what led to it.</summary>
    public ConfigurationException(string message, Exception? exception) : base(message, exception) { }

    /// <summary>For a <typeparamref name="T"/> whose configuration section, at <paramref name="path"/>, is missing or empty.</summary>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) =>
        new($"{typeof(T).FullName} has no configuration" + (string.IsNullOrWhiteSpace(path) ? "." : $": {path} is missing or empty."));
}
