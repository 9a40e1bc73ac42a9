using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Hosting;

/// <summary>Collects how a hosted system logs. Starts with the logger that writes to standard output.</summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    internal AkkaConfigurationBuilder Builder { get; }

    /// <summary>The least severe level that is logged; <see cref="LogLevel.InfoLevel"/> by default.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    /// <summary>Whether the whole configuration is logged when the system starts.</summary>
    public bool LogConfigOnStart { get; set; }

    /// <summary>The <see cref="ILogMessageFormatter"/> of loggers that are given none.</summary>
    public Type LogMessageFormatter { get; set; } = typeof(DefaultLogMessageFormatter);

    /// <summary>What is logged of the workings of actors, at level DEBUG; null for what HOCON says.</summary>
    public DebugOptions? DebugOptions { get; set; }

    /// <summary>Which dead letters are logged; null for what HOCON says.</summary>
    public DeadLetterOptions? DeadLetterOptions { get; set; }

    /// <summary>The filters that keep entries out of the log; none by default.</summary>
    public LogFilterBuilder LogFilterBuilder { get; set; } = new();

    /// <summary>Adds filters that keep entries out of the log.</summary>
    public LoggerConfigBuilder WithLogFilter(Action<LogFilterBuilder> filterBuilder)
    {
        ArgumentNullException.ThrowIfNull(filterBuilder);
        filterBuilder(LogFilterBuilder);
        return this;
    }

    /// <summary>Removes all loggers.</summary>
    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    /// <summary>Adds a logger, once.</summary>
    /// <typeparam name="T">The logger's actor type.</typeparam>
    public LoggerConfigBuilder AddLogger<T>()
        where T : IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        if (!_loggers.Contains(typeof(T)))
        {
            _loggers.Add(typeof(T));
        }

        return this;
    }

    /// <summary>Sets <see cref="LogMessageFormatter"/>.</summary>
    public LoggerConfigBuilder WithDefaultLogMessageFormatter<T>()
        where T : ILogMessageFormatter
    {
        LogMessageFormatter = typeof(T);
        return this;
    }

    internal Config ToConfig() => ConfigurationFactory.ParseString(
        $"""
        akka.loglevel = {LevelName(LogLevel)}
        akka.log-config-on-start = {LogConfigOnStart.ToHocon()}
        akka.logger-formatter = {AkkaConfigurationBuilder.TypeName(LogMessageFormatter).ToHocon()}
        akka.loggers = [{string.Join(", ", _loggers.Select(logger => AkkaConfigurationBuilder.TypeName(logger).ToHocon()))}]
        {DebugOptions}
        {DeadLetterOptions}
        """);

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => "Debug",
        LogLevel.InfoLevel => "Info",
        LogLevel.WarningLevel => "Warning",
        LogLevel.ErrorLevel => "Error",
        _ => throw new ConfigurationException($"[{level}] is not a log level."),
    };
}
