using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>The event bus that also knows the loggers of its system, and the level from which on they log.</summary>
/// <remarks>A logger is subscribed to the event types of the levels that are on, and to no others.</remarks>
public class LoggingBus : ActorEventBus<object, Type>
{
    private static int _loggerId;

    private readonly Lock _gate = new();
    private readonly List<IActorRef> _loggers = [];
    private volatile LogLevel _logLevel;
    private bool _defaultLoggersStarted;

    /// <summary>Without loggers; every level is on.</summary>
    public LoggingBus() { }

    /// <summary>The lowest level that is logged.</summary>
    public LogLevel LogLevel => _logLevel;

    private string Name => $"{SimpleName(this)}({GetHashCode()})";

    /// <summary>Logs from <paramref name="logLevel"/> on, at once and for all loggers.</summary>
    public void SetLogLevel(LogLevel logLevel)
    {
        lock (_gate)
        {
            _logLevel = logLevel;
            foreach (var logger in _loggers) SubscribeFrom(logLevel, logger);
        }
    }

    /// <summary>Logs with <c>akka.stdout-logger-class</c> from <c>akka.stdout-loglevel</c> on, until the loggers of the system are there.</summary>
    public void StartStdoutLogger(Settings config)
    {
        var level = Logging.LogLevelFor(config.StdoutLogLevel);
        SetUp(config.StdoutLogger, level);
        Publish(new Debug(SimpleName(this), GetType(), "StandardOutLogger started"));
    }

    /// <summary>Starts <c>akka.loggers</c>, one actor each, and waits until each is ready, for <c>akka.logger-startup-timeout</c> at
    /// most, unless <c>akka.logger-async-start</c>. They take the place of the one that <see cref="StartStdoutLogger"/> set up.</summary>
    /// <exception cref="ConfigurationException">There is no such type, or it does not work.</exception>
    internal void StartDefaultLoggers(ActorSystemImpl system)
    {
        var settings = system.Settings;
        var level = Logging.LogLevelFor(settings.LogLevel);
        var keepStdout = false;
        foreach (var typeName in settings.Loggers)
        {
            var type = Type.GetType(typeName)
                ?? throw new ConfigurationException($"Logger specified in config cannot be found: \"{typeName}\"");
            if (type.IsAssignableTo(typeof(MinimalLogger))) keepStdout = true;
            else AddLogger(system, type, level);
        }

        lock (_gate)
        {
            _defaultLoggersStarted = true;
            SetLogLevel(level);
        }
        if (settings.DebugUnhandledMessage)
        {
            var forwarder = system.SystemActorOf(Props.Create<UnhandledMessageForwarder>(this), "UnhandledMessageForwarder");
            Subscribe(forwarder, typeof(UnhandledMessage));
        }

        Publish(new Debug(Name, GetType(), "Default Loggers started"));
        if (!keepStdout) Forget(settings.StdoutLogger);
    }

    /// <summary>Stops the loggers; what comes from now on goes to the one that <see cref="StartStdoutLogger"/> sets up.</summary>
    internal void StopDefaultLoggers(ActorSystem system)
    {
        IActorRef[] loggers;
        lock (_gate) loggers = _loggers.FindAll(logger => logger is not MinimalLogger).ToArray();
        if (loggers.Length == 0) return;
        var level = Logging.LogLevelFor(system.Settings.StdoutLogLevel);
        SetUp(system.Settings.StdoutLogger, level);
        foreach (var logger in loggers)
        {
            Forget(logger);
            ((IInternalActorRef)logger).Stop();
        }
        Publish(new Debug(Name, GetType(), "all default loggers stopped"));
    }

    /// <inheritdoc/>
    protected override bool IsSubClassification(Type parent, Type child) => parent.IsAssignableFrom(child);

    /// <inheritdoc/>
    protected override void Publish(object @event, IActorRef subscriber) => subscriber.Tell(@event, ActorRefs.NoSender);

    /// <inheritdoc/>
    protected override bool Classify(object @event, Type classifier) => classifier.IsInstanceOfType(@event);

    /// <inheritdoc/>
    protected override Type GetClassifier(object @event) => @event.GetType();

    private void AddLogger(ActorSystemImpl system, Type type, LogLevel level)
    {
        try
        {
            var name = $"log{Interlocked.Increment(ref _loggerId)}-{SimpleName(type)}";
            var logger = system.SystemActorOf(Props.Create(type).WithDispatcher(system.Settings.LoggersDispatcher), name);
            var started = Initialize(logger, name, level, system.Settings.LoggerStartTimeout);
            if (system.Settings.LoggerAsyncStart) _ = ReportFailure(started);
            else started.GetAwaiter().GetResult();
        }
        catch (Exception cause)
        {
            throw new ConfigurationException($"Logger [{type}] specified in config cannot be loaded: {cause}", cause);
        }
    }

    private async Task Initialize(IActorRef logger, string name, LogLevel level, TimeSpan timeout)
    {
        try
        {
            var answer = await logger.Ask(new InitializeLogger(this), timeout).ConfigureAwait(false);
            if (answer is not LoggerInitialized)
                throw new LoggerInitializationException($"Logger {name} did not respond with LoggerInitialized, sent instead {answer}");
        }
        catch (AskTimeoutException)
        {
            Publish(new Warning(Name, GetType(), $"Logger {name} did not respond within {timeout} to InitializeLogger(bus); it is used all the same."));
        }
        lock (_gate)
        {
            _loggers.Add(logger);
            // A late starter must not bring back a level that has been changed meanwhile.
            SubscribeFrom(_defaultLoggersStarted ? _logLevel : level, logger);
        }
        Publish(new Debug(Name, GetType(), $"Logger {name} started"));
    }

    private async Task ReportFailure(Task started)
    {
        try
        {
            await started.ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            Publish(new Error(cause, Name, GetType(), cause.Message));
        }
    }

    private void SetUp(IActorRef logger, LogLevel level)
    {
        lock (_gate)
        {
            if (!_loggers.Contains(logger)) _loggers.Add(logger);
            _logLevel = level;
            SubscribeFrom(level, logger);
        }
    }

    private void Forget(IActorRef logger)
    {
        lock (_gate) _loggers.Remove(logger);
        Unsubscribe(logger);
    }

    private void SubscribeFrom(LogLevel level, IActorRef logger)
    {
        foreach (var each in Logging.AllLogLevels)
        {
            if (each >= level) Subscribe(logger, each.ClassFor());
            else Unsubscribe(logger, each.ClassFor());
        }
    }
}
