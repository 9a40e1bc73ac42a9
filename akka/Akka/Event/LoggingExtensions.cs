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

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: a text with one argument.</summary>
    public static void Log<T1>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1)
    {
        if (log.IsEnabled(logLevel)) Write(log, logLevel, cause, format, [arg1]);
    }

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: a text with two arguments.</summary>
    public static void Log<T1, T2>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(logLevel)) Write(log, logLevel, cause, format, [arg1, arg2]);
    }

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: a text with three arguments.</summary>
    public static void Log<T1, T2, T3>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(logLevel)) Write(log, logLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: a text with four arguments.</summary>
    public static void Log<T1, T2, T3, T4>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(logLevel)) Write(log, logLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: a text with five arguments.</summary>
    public static void Log<T1, T2, T3, T4, T5>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsEnabled(logLevel)) Write(log, logLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <summary>Logs at a level that is chosen as one goes, with what was thrown: a text with six arguments.</summary>
    public static void Log<T1, T2, T3, T4, T5, T6>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsEnabled(logLevel)) Write(log, logLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    private static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args) =>
        log.Log(level, cause, new ArgumentsLogMessage(log.Formatter, format, args));
}
