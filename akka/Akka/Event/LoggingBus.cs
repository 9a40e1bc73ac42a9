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
    private readonly CancellationTokenSource _stopping = new();
    private bool _defaultLoggersStarted;

    /// <summary>Without loggers; every level is on.</summary>
    public LoggingBus() { }

    /// <summary>The lowest level that is logged.</summary>
    public LogLevel LogLevel => _logLevel;

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
    /// most, unless <c>akka.logger-async-start</c>. One that is ready later gets what is logged from then on. They take the place of the one that <see cref="StartStdoutLogger"/> set up.</summary>
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

        Publish(new Debug(NameIn(system), GetType(), "Default Loggers started"));
        if (!keepStdout) Forget(settings.StdoutLogger);
    }

    /// <summary>Stops the loggers; what comes from now on goes to the one that <see cref="StartStdoutLogger"/> sets up.</summary>
    internal void StopDefaultLoggers(ActorSystem system)
    {
        IActorRef[] loggers;
        lock (_gate)
        {
            _stopping.Cancel();
            loggers = _loggers.FindAll(logger => logger is not MinimalLogger).ToArray();
        }
        if (loggers.Length == 0) return;
        var level = Logging.LogLevelFor(system.Settings.StdoutLogLevel);
        SetUp(system.Settings.StdoutLogger, level);
        Publish(new Debug(NameIn(system), GetType(), "Shutting down: StandardOutLogger started"));
        foreach (var logger in loggers)
        {
            Forget(logger);
            ((IInternalActorRef)logger).Stop();
        }
        Publish(new Debug(NameIn(system), GetType(), "all default loggers stopped"));
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
            var started = Initialize(system, logger, name, level);
            if (!system.Settings.LoggerAsyncStart && started.Wait(system.Settings.LoggerStartTimeout)) return;
            if (!system.Settings.LoggerAsyncStart)
            {
                Publish(new Warning(NameIn(system), GetType(),
                    $"Logger {name} did not respond within {system.Settings.LoggerStartTimeout} to InitializeLogger(bus). It is used as soon as it does, and misses what is logged before."));
            }
            _ = ReportFailure(system, started);
        }
        catch (Exception e)
        {
            var cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            throw new ConfigurationException($"Logger [{type}] specified in config cannot be loaded: {cause}", cause);
        }
    }

    private async Task Initialize(ActorSystem system, IActorRef logger, string name, LogLevel level)
    {
        var answer = await logger.Ask(new InitializeLogger(this), Timeout.InfiniteTimeSpan, _stopping.Token).ConfigureAwait(false);
        if (answer is not LoggerInitialized)
            throw new LoggerInitializationException($"Logger {name} did not respond with LoggerInitialized, sent instead {answer}");
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested) return;
            _loggers.Add(logger);
            // A late starter must not bring back a level that has been changed meanwhile.
            SubscribeFrom(_defaultLoggersStarted ? _logLevel : level, logger);
        }
        Publish(new Debug(NameIn(system), GetType(), $"Logger {name} started"));
    }

    private async Task ReportFailure(ActorSystem system, Task started)
    {
        try
        {
            await started.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The system stops before the logger was ready.
        }
        catch (Exception cause)
        {
            Publish(new Error(cause, NameIn(system), GetType(), cause.Message));
        }
    }

    private string NameIn(ActorSystem system) => $"{SimpleName(this)}({system.Name})";

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
