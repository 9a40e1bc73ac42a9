namespace Akka.Event;

/// <summary>Writes to the log, in the name of one source. For the methods one uses see <see cref="LoggingExtensions"/>.</summary>
public interface ILoggingAdapter
{
    /// <summary>Puts arguments into texts.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>True when debug entries are logged.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>True when info entries are logged.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>True when warnings are logged.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>True when errors are logged.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>True when entries of the level are logged.</summary>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a text with arguments, if the level is enabled.</summary>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);

    /// <summary>Logs a text as it is, if the level is enabled.</summary>
    void Log(LogLevel logLevel, Exception? cause, string format);
}
