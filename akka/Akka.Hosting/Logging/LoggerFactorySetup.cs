using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Logging;

/// <summary>Hands a <see cref="LoggerFactoryLogger"/> the factory that it logs to.</summary>
public class LoggerFactorySetup : Setup
{
    /// <summary>Creates the setup.</summary>
    public LoggerFactorySetup(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        LoggerFactory = loggerFactory;
    }

    /// <summary>The factory.</summary>
    public ILoggerFactory LoggerFactory { get; }
}
