using Akka.Actor;

namespace Akka.Event;

/// <summary>Gets loggers, and translates between levels, their names and their event types.</summary>
public static class Logging
{
    /// <summary>Higher than every level: nothing is logged.</summary>
    internal const LogLevel OffLogLevel = (LogLevel)int.MaxValue;

    internal static readonly LogLevel[] AllLogLevels =
        [LogLevel.DebugLevel, LogLevel.InfoLevel, LogLevel.WarningLevel, LogLevel.ErrorLevel];

    /// <summary>The logger of an actor: its source is the actor's path.</summary>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null) =>
        Create(context.System.EventStream, LogSource.Create(context, context.System), logMessageFormatter ?? context.System.Settings.LogFormatter);

    /// <summary>The logger of <paramref name="logSourceObj"/>: an actor, a type, a text, or an object, whose type is taken.</summary>
    public static ILoggingAdapter GetLogger(ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) =>
        Create(system.EventStream, LogSource.Create(logSourceObj, system), logMessageFormatter ?? system.Settings.LogFormatter);

    /// <summary>The logger of <paramref name="logSourceObj"/> on a bus that is no actor system's.</summary>
    public static ILoggingAdapter GetLogger(LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) =>
        Create(loggingBus, LogSource.Create(logSourceObj), logMessageFormatter ?? DefaultLogMessageFormatter.Instance);

    /// <summary>The level of a name as configuration has it: DEBUG, INFO, WARNING, ERROR or OFF, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => OffLogLevel,
        _ => throw new ArgumentException($"Unknown LogLevel: \"{logLevel}\". Valid values are: \"DEBUG\", \"INFO\", \"WARNING\", \"ERROR\", \"OFF\"", nameof(logLevel)),
    };

    /// <summary>The level of an event type.</summary>
    /// <exception cref="ArgumentException">It is none of the four.</exception>
    public static LogLevel LogLevelFor<T>() where T : LogEvent
    {
        if (typeof(T) == typeof(Debug)) return LogLevel.DebugLevel;
        if (typeof(T) == typeof(Info)) return LogLevel.InfoLevel;
        if (typeof(T) == typeof(Warning)) return LogLevel.WarningLevel;
        if (typeof(T) == typeof(Error)) return LogLevel.ErrorLevel;
        throw new ArgumentException($"Unknown LogEvent type: \"{typeof(T).FullName}\".");
    }

    /// <summary>The name of a level as configuration has it.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        OffLogLevel => "OFF",
        _ => throw new ArgumentException($"Unknown LogLevel: {(int)logLevel}", nameof(logLevel)),
    };

    /// <summary>The event type of a level.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"Unknown LogLevel: {(int)logLevel}", nameof(logLevel)),
    };

    /// <summary>The name of the object's type, without its namespace.</summary>
    public static string SimpleName(object o) => SimpleName(o.GetType());

    /// <summary>The name of the type, without its namespace.</summary>
    public static string SimpleName(Type t) => t.Name;

    private static BusLogging Create(LoggingBus bus, LogSource source, ILogMessageFormatter formatter) =>
        new(bus, source.Source, source.Type, formatter);
}
