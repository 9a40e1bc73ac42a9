namespace Akka.Event;

/// <summary>How much a log entry matters.</summary>
public enum LogLevel
{
    /// <summary>For those who look for a fault.</summary>
    DebugLevel,

    /// <summary>What happens.</summary>
    InfoLevel,

    /// <summary>What should not happen, and does no harm yet.</summary>
    WarningLevel,

    /// <summary>What fails.</summary>
    ErrorLevel,
}
