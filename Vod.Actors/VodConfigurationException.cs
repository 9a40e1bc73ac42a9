namespace Vod.Actors;

/// <summary>A setting that the server cannot start with. The message is one line for the operator.</summary>
public sealed class VodConfigurationException : Exception
{
    /// <summary>A value that is not allowed.</summary>
    /// <param name="key">The HOCON key, for example <c>vod.listen.port</c>.</param>
    /// <param name="value">The value as it was written.</param>
    /// <param name="allowed">What is allowed, to follow "must be".</param>
    public VodConfigurationException(string key, string value, string allowed)
        : base($"{key} = {value}: must be {allowed}")
    {
        Key = key;
        Value = value;
        Allowed = allowed;
    }

    /// <summary>Anything else, in a line.</summary>
    public VodConfigurationException(string message, Exception? cause = null) : base(message, cause)
    {
    }

    /// <summary>The HOCON key, when one is to blame.</summary>
    public string? Key { get; }

    /// <summary>The value as it was written, when one is to blame.</summary>
    public string? Value { get; }

    /// <summary>What is allowed, when a value is to blame.</summary>
    public string? Allowed { get; }
}
