using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using AkkaLogLevel = Akka.Event.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>
/// Logs events to an <see cref="ILoggerFactory"/>, under the category <c>Akka.Actor.ActorSystem</c>. Where an event comes from is a property
/// (<c>LogSource</c>), not a category: factories keep a logger for each category that they ever saw, and actors come and go by the thousand.
/// </summary>
public class LoggerFactoryLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>Logs about this logger itself.</summary>
    protected readonly ILoggingAdapter InternalLogger = Event.Logging.GetLogger(Context.System.EventStream, nameof(LoggerFactoryLogger));

    private readonly ILogger<ActorSystem> _logger;

    /// <summary>Creates the logger.</summary>
    /// <exception cref="ConfigurationException">The system was created without a <see cref="LoggerFactorySetup"/>.</exception>
    public LoggerFactoryLogger()
    {
        var setup = Context.System.Settings.Setup.Get<LoggerFactorySetup>();
        _logger = setup.HasValue
            ? setup.Value!.LoggerFactory.CreateLogger<ActorSystem>()
            : throw new ConfigurationException($"{nameof(LoggerFactoryLogger)} needs a {nameof(LoggerFactorySetup)}, and the system has none.");
    }

    /// <inheritdoc/>
    protected override void PostStop() => InternalLogger.Debug($"{nameof(LoggerFactoryLogger)} stopped");

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent log when !Context.System.Settings.LogFilter.ShouldTryKeepMessage(log, out _):
                return true;
            case LogEvent log:
                Log(log, Sender.Path);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Logs one event.</summary>
    /// <param name="log">The event.</param>
    /// <param name="path">Who published it.</param>
    protected virtual void Log(LogEvent log, ActorPath path)
    {
        var level = Level(log.LogLevel());
        if (_logger.IsEnabled(level))
        {
            _logger.Log(level, default, new LogEventState(log, path), log.Cause, static (state, _) => state.ToString());
        }
    }

    private static LogLevel Level(AkkaLogLevel level) => level switch
    {
        AkkaLogLevel.DebugLevel => LogLevel.Debug,
        AkkaLogLevel.InfoLevel => LogLevel.Information,
        AkkaLogLevel.WarningLevel => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
