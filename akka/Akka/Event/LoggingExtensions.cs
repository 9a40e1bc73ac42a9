namespace Akka.Event;

/// <summary>Logging, a method for each level. When the level is off nothing is allocated and nothing formatted.</summary>
public static partial class LoggingExtensions
{
    /// <summary>Logs at a level that is chosen as one goes: the text as it is.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format) => log.Log(level, null, format);

    /// <summary>Logs at a level that is chosen as one goes: the text with its arguments.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format, object?[] args)
    {
        if (log.IsEnabled(level)) Write(log, level, null, format, args);
    }

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: the text with its arguments.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args)
    {
        if (log.IsEnabled(level)) Write(log, level, cause, format, args);
    }

    private static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args) =>
        log.Log(level, cause, new ArgumentsLogMessage(log.Formatter, format, args));
}
