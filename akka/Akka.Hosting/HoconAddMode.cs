using Akka.Configuration;

namespace Akka.Hosting;

/// <summary>How HOCON that is added relates to the HOCON added before it.</summary>
public enum HoconAddMode
{
    /// <summary>What is added wins over what is there.</summary>
    Prepend,

    /// <summary>What is there wins: what is added fills the gaps.</summary>
    Append,

    /// <summary>What is there is dropped.</summary>
    Replace,
}

/// <summary>Combines the configuration built so far with one that is added to it.</summary>
/// <param name="currentConfig">What was configured so far.</param>
/// <param name="configToAdd">What is added now.</param>
/// <returns>The configuration to go on with.</returns>
public delegate Config HoconConfigurator(Config currentConfig, Config configToAdd);
