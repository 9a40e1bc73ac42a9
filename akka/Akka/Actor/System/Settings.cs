using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The <c>akka.*</c> keys that the system itself reads, read once.</summary>
public class Settings
{
    private Config _config;

    /// <summary>Reads the HOCON over the reference.</summary>
    public Settings(ActorSystem system, Config config) : this(system, config, ActorSystemSetup.Empty) { }

    /// <summary>Reads the HOCON over the reference.</summary>
    /// <exception cref="ConfigurationException">A value is not valid; it names the key.</exception>
    public Settings(ActorSystem system, Config config, ActorSystemSetup setup)
    {
        System = system;
        Setup = setup;
        _config = config.WithFallback(ConfigurationFactory.Default());
        ConfigVersion = Text("akka.version");
        ProviderClass = Provider(setup.Get<BootstrapSetup>() is { HasValue: true } b && b.Value!.ActorRefProvider.HasValue ? b.Value.ActorRefProvider.Value!.Fqn : Text("akka.actor.provider"));
        ProviderSelectionType = ProviderSelection.Local.Instance;
        SupervisorStrategyClass = Text("akka.actor.guardian-supervisor-strategy");
        var ask = Config.GetTimeSpan("akka.actor.ask-timeout", Timeout.InfiniteTimeSpan, allowInfinite: true);
        AskTimeout = ask == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : ask;
        CreationTimeout = Config.GetTimeSpan("akka.actor.creation-timeout");
        UnstartedPushTimeout = Config.GetTimeSpan("akka.actor.unstarted-push-timeout", TimeSpan.FromSeconds(10));
        SerializeAllMessages = Config.GetBoolean("akka.actor.serialize-messages", false);
        SerializeAllCreators = Config.GetBoolean("akka.actor.serialize-creators", false);
        DefaultVirtualNodesFactor = Config.GetInt("akka.actor.deployment.default.virtual-nodes-factor");
        LogLevel = Level("akka.loglevel");
        StdoutLogLevel = Level("akka.stdout-loglevel");
        LogFormatter = Formatter(Text("akka.logger-formatter"));
        Loggers = Config.GetStringList("akka.loggers");
        LoggersDispatcher = Text("akka.loggers-dispatcher");
        LoggerStartTimeout = Config.GetTimeSpan("akka.logger-startup-timeout");
        LoggerAsyncStart = Config.GetBoolean("akka.logger-async-start");
        LogConfigOnStart = Config.GetBoolean("akka.log-config-on-start");
        LogDeadLetters = DeadLetters(Text("akka.log-dead-letters"));
        LogDeadLettersDuringShutdown = Config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = Config.GetTimeSpan("akka.log-dead-letters-suspend-duration", Timeout.InfiniteTimeSpan, allowInfinite: true);
        LogFilter = setup.Get<LogFilterSetup>() is { HasValue: true } filters ? filters.Value!.CreateEvaluator() : LogFilterEvaluator.NoFilters;
        StdoutLogger = MinimalLogger(Config.GetString("akka.stdout-logger-class"));
        StdoutLogger.Filter = LogFilter;
        EmitActorTelemetry = Config.GetBoolean("akka.actor.telemetry.enabled");
        AddLoggingReceive = Config.GetBoolean("akka.actor.debug.receive");
        DebugAutoReceive = Config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = Config.GetBoolean("akka.actor.debug.lifecycle");
        DebugEventStream = Config.GetBoolean("akka.actor.debug.event-stream");
        DebugUnhandledMessage = Config.GetBoolean("akka.actor.debug.unhandled");
        DebugRouterMisconfiguration = Config.GetBoolean("akka.actor.debug.router-misconfiguration");
        DebugTimerScheduler = Config.GetBoolean("akka.actor.debug.log-timers");
        FsmDebugEvent = Config.GetBoolean("akka.actor.debug.fsm", false);
        SchedulerClass = Text("akka.scheduler.implementation");
        SchedulerShutdownTimeout = Config.GetTimeSpan("akka.scheduler.shutdown-timeout");
        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate = Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
            throw new ConfigurationException("akka.coordinated-shutdown.run-by-actor-system-terminate=on and akka.coordinated-shutdown.terminate-actor-system=off is not a supported configuration combination.");
    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>The HOCON, with the reference behind it.</summary>
    public Config Config => Volatile.Read(ref _config);

    /// <summary>What was given in code.</summary>
    public ActorSystemSetup Setup { get; }

    /// <summary><c>akka.version</c></summary>
    public string ConfigVersion { get; }

    /// <summary><c>akka.actor.provider</c></summary>
    public string ProviderClass { get; }

    /// <summary>The same as a value: <see cref="ProviderSelection.Local"/>.</summary>
    public ProviderSelection ProviderSelectionType { get; }

    /// <summary>False: the provider is local.</summary>
    public bool HasCluster => false;

    /// <summary><c>akka.actor.guardian-supervisor-strategy</c></summary>
    public string SupervisorStrategyClass { get; }

    /// <summary><c>akka.actor.ask-timeout</c>; infinite unless said otherwise.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary><c>akka.actor.creation-timeout</c></summary>
    public TimeSpan CreationTimeout { get; }

    /// <summary><c>akka.actor.unstarted-push-timeout</c>. No effect: an actor takes messages from the moment it exists.</summary>
    public TimeSpan UnstartedPushTimeout { get; }

    /// <summary><c>akka.actor.serialize-messages</c>. No effect: messages stay in the process.</summary>
    public bool SerializeAllMessages { get; }

    /// <summary><c>akka.actor.serialize-creators</c>. No effect: actors are made in the process.</summary>
    public bool SerializeAllCreators { get; }

    /// <summary><c>akka.actor.deployment.default.virtual-nodes-factor</c>: places of a routee on the circle of a consistent-hashing router.</summary>
    public int DefaultVirtualNodesFactor { get; }

    /// <summary><c>akka.loglevel</c></summary>
    public string LogLevel { get; }

    /// <summary><c>akka.stdout-loglevel</c></summary>
    public string StdoutLogLevel { get; }

    /// <summary>Logs to standard output while the loggers are not there: at start and at the end.</summary>
    public MinimalLogger StdoutLogger { get; }

    /// <summary><c>akka.logger-formatter</c>: makes the text of log messages with arguments.</summary>
    public ILogMessageFormatter LogFormatter { get; }

    /// <summary><c>akka.loggers</c></summary>
    public IList<string> Loggers { get; }

    /// <summary><c>akka.loggers-dispatcher</c></summary>
    public string LoggersDispatcher { get; }

    /// <summary><c>akka.logger-startup-timeout</c></summary>
    public TimeSpan LoggerStartTimeout { get; }

    /// <summary><c>akka.logger-async-start</c></summary>
    public bool LoggerAsyncStart { get; }

    /// <summary><c>akka.log-config-on-start</c></summary>
    public bool LogConfigOnStart { get; }

    /// <summary><c>akka.log-dead-letters</c>: how many are logged; 0 for none, the largest int for all.</summary>
    public int LogDeadLetters { get; }

    /// <summary><c>akka.log-dead-letters-during-shutdown</c></summary>
    public bool LogDeadLettersDuringShutdown { get; }

    /// <summary><c>akka.log-dead-letters-suspend-duration</c></summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }

    /// <summary>Says which entries loggers leave out: what the <see cref="LogFilterSetup"/> of the system says.</summary>
    public LogFilterEvaluator LogFilter { get; }

    /// <summary><c>akka.actor.telemetry.enabled</c>: whether actors tell of their lives on the event stream.</summary>
    public bool EmitActorTelemetry { get; }

    /// <summary><c>akka.actor.debug.receive</c></summary>
    public bool AddLoggingReceive { get; }

    /// <summary><c>akka.actor.debug.autoreceive</c></summary>
    public bool DebugAutoReceive { get; }

    /// <summary><c>akka.actor.debug.lifecycle</c></summary>
    public bool DebugLifecycle { get; }

    /// <summary><c>akka.actor.debug.event-stream</c></summary>
    public bool DebugEventStream { get; }

    /// <summary><c>akka.actor.debug.unhandled</c></summary>
    public bool DebugUnhandledMessage { get; }

    /// <summary><c>akka.actor.debug.router-misconfiguration</c></summary>
    public bool DebugRouterMisconfiguration { get; }

    /// <summary><c>akka.actor.debug.log-timers</c></summary>
    public bool DebugTimerScheduler { get; }

    /// <summary><c>akka.actor.debug.fsm</c>. No effect: there are no finite state machines.</summary>
    public bool FsmDebugEvent { get; }

    /// <summary><c>akka.scheduler.implementation</c></summary>
    public string SchedulerClass { get; }

    /// <summary><c>akka.scheduler.shutdown-timeout</c></summary>
    public TimeSpan SchedulerShutdownTimeout { get; }

    /// <summary><c>akka.coordinated-shutdown.terminate-actor-system</c></summary>
    public bool CoordinatedShutdownTerminateActorSystem { get; }

    /// <summary><c>akka.coordinated-shutdown.run-by-actor-system-terminate</c></summary>
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    /// <summary>Puts more HOCON behind all that is there.</summary>
    public void InjectTopLevelFallback(Config config)
    {
        // Several may do it at once, each from an extension that starts: none's is to be lost.
        while (true)
        {
            var before = Config;
            if (ReferenceEquals(Interlocked.CompareExchange(ref _config, before.WithFallback(config), before), before)) return;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Config.ToString();

    private string Text(string key) => Config.GetString(key)
        ?? throw new ConfigurationException($"{key} has no value.");

    private string Level(string key)
    {
        var level = Text(key);
        return level.ToUpperInvariant() is "DEBUG" or "INFO" or "WARNING" or "ERROR" or "OFF"
            ? level
            : throw new ConfigurationException($"{key} is [{level}], allowed are DEBUG, INFO, WARNING, ERROR and OFF.");
    }

    private static ILogMessageFormatter Formatter(string name) =>
        name.Split(',')[0].Trim() == typeof(DefaultLogMessageFormatter).FullName ? DefaultLogMessageFormatter.Instance
        : Internal.ActorSystemImpl.FindType(name) is { } type && typeof(ILogMessageFormatter).IsAssignableFrom(type)
            ? (ILogMessageFormatter)Activator.CreateInstance(type)!
            : throw new ConfigurationException($"akka.logger-formatter: [{name}] is not the type of a formatter.");

    private static MinimalLogger MinimalLogger(string? name) =>
        string.IsNullOrEmpty(name) ? new StandardOutLogger()
        : Internal.ActorSystemImpl.FindType(name) is { } type && typeof(MinimalLogger).IsAssignableFrom(type)
            ? (MinimalLogger)Activator.CreateInstance(type)!
            : throw new ConfigurationException($"akka.stdout-logger-class: [{name}] is not the type of a minimal logger.");

    private static int DeadLetters(string value) => value.ToLowerInvariant() switch
    {
        "on" or "true" or "yes" => int.MaxValue,
        "off" or "false" or "no" => 0,
        { } number when int.TryParse(number, out var count) && count >= 0 => count,
        _ => throw new ConfigurationException($"akka.log-dead-letters is [{value}], allowed are on, off and how many to log."),
    };

    private static string Provider(string name) => name is "local" or "Akka.Actor.LocalActorRefProvider" || name.StartsWith("Akka.Actor.LocalActorRefProvider,", StringComparison.Ordinal)
        ? "Akka.Actor.LocalActorRefProvider"
        : throw new ConfigurationException($"akka.actor.provider is [{name}]; this implementation has local actors only: allowed is local.");
}
