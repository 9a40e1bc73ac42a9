using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>
/// The dispatchers of an actor system, by id: the path of a section in its configuration. A section that is a string is another
/// name for the dispatcher of that id.
/// </summary>
public sealed class Dispatchers
{
    /// <summary>Id of the dispatcher of actors that name none, and the defaults of all others.</summary>
    public static readonly string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>Id of the dispatcher meant for work that blocks, such as file access.</summary>
    public static readonly string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";

    /// <summary>Id of the dispatcher of actors that run on the synchronization context of the thread that creates them.</summary>
    public static readonly string SynchronizedDispatcherId = "akka.actor.synchronized-dispatcher";

    /// <summary>Id of the dispatcher of the system's own actors.</summary>
    internal static readonly string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private const int MaxAliases = 20;

    private readonly Settings _settings;
    private readonly ILoggingAdapter? _logger;
    private readonly ConcurrentDictionary<string, MessageDispatcherConfigurator> _configurators = new();
    private readonly Lazy<MessageDispatcher> _default;
    private readonly Lazy<Config> _defaults;
    private readonly Lazy<CancellationToken> _terminated;

    /// <summary>The dispatchers of <paramref name="system"/>.</summary>
    public Dispatchers(ActorSystem system, IDispatcherPrerequisites prerequisites, ILoggingAdapter? logger)
    {
        _settings = system.Settings;
        _logger = logger;
        Prerequisites = prerequisites;
        _defaults = new Lazy<Config>(() => GetConfig(_settings.Config, DefaultDispatcherId));
        _default = new Lazy<MessageDispatcher>(() => Lookup(DefaultDispatcherId));
        _terminated = new Lazy<CancellationToken>(() =>
        {
            var terminated = new CancellationTokenSource();
            system.WhenTerminated.ContinueWith(_ => terminated.Cancel(), TaskScheduler.Default);
            return terminated.Token;
        });
    }

    /// <summary>What dispatchers need of the system.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher of actors that name none.</summary>
    public MessageDispatcher DefaultGlobalDispatcher => _default.Value;

    /// <summary>The section of the default dispatcher.</summary>
    public Config DefaultDispatcherConfig => _defaults.Value;

    /// <summary>Cancelled when the system has terminated: the time for executors that still have threads to end them.</summary>
    internal CancellationToken Terminated => _terminated.Value;

    /// <summary>The section that an id stands for, through at most 20 aliases.</summary>
    /// <exception cref="ConfigurationException">There is none, it is neither a section nor an alias, or the aliases go round.</exception>
    public static Config GetConfig(Config config, string id, int depth = 0)
        => config.GetConfig(Actual(config, id, depth))!;

    /// <summary>Whether there is a dispatcher of this id, configured or registered.</summary>
    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || _settings.Config.HasPath(id);

    /// <summary>The dispatcher of this id, for one actor to run on.</summary>
    /// <exception cref="ConfigurationException">It is not configured, or what is configured does not exist.</exception>
    public MessageDispatcher Lookup(string dispatcherName) => Configurator(dispatcherName).Dispatcher();

    /// <summary>Adds a dispatcher from code; <see langword="false"/>, and nothing is done, when the id was in use already.</summary>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) => _configurators.TryAdd(id, configurator);

    private MessageDispatcherConfigurator Configurator(string id)
    {
        if (_configurators.TryGetValue(id, out var known))
            return known;
        var actual = Actual(_settings.Config, id, 0);
        // Two threads may both make one; all get the one that was added. A dispatcher has no threads before it has something to run.
        var made = actual == id ? Make(id) : Configurator(actual);
        return _configurators.GetOrAdd(id, made);
    }

    // What an alias finally names, so that both names have the same dispatcher.
    private static string Actual(Config config, string id, int depth)
    {
        for (var actual = id; depth <= MaxAliases; depth++)
        {
            if (!config.HasPath(actual) || config.GetValue(actual) is not { } value)
                throw new ConfigurationException($"Dispatcher [{id}] not configured" + (actual == id ? "" : $": there is no [{actual}]"));
            if (!value.IsString() || value.GetString() is not { } next)
                return actual;
            actual = next;
        }
        throw new ConfigurationException($"Dispatcher [{id}] not configured: more than {MaxAliases} aliases, is there a loop?");
    }

    private MessageDispatcherConfigurator Make(string id)
    {
        var config = ConfigOf(id);
        var type = config.GetString("type");
        _logger?.Debug("Dispatcher [{0}] is a {1}", id, type);
        return type switch
        {
            "Dispatcher" => new DispatcherConfigurator(config, Prerequisites),
            "TaskDispatcher" => new DispatcherConfigurator(With(config, "task-executor"), Prerequisites),
            "ForkJoinDispatcher" => new DispatcherConfigurator(With(config, "fork-join-executor"), Prerequisites),
            "PinnedDispatcher" => new PinnedDispatcherConfigurator(config, Prerequisites),
            "SynchronizedDispatcher" => new CurrentSynchronizationContextDispatcherConfigurator(config, Prerequisites),
            null or "" => throw new ConfigurationException($"Dispatcher [{id}] has no type"),
            _ => ConfiguredType.Create<MessageDispatcherConfigurator>(type, id, "type", config, Prerequisites),
        };
    }

    private Config ConfigOf(string id)
        => ConfigurationFactory.ParseString($"id = {HoconPath.Quote(id)}")
            .WithFallback(GetConfig(_settings.Config, id))
            .WithFallback(DefaultDispatcherConfig);

    private static Config With(Config config, string executor)
        => ConfigurationFactory.ParseString($"executor = {executor}").WithFallback(config);
}
