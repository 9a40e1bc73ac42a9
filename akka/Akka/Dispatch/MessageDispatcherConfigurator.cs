using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>
/// Makes the dispatchers of one id. A type named by a dispatcher's <c>type</c> must have a public constructor
/// <c>(Config, IDispatcherPrerequisites)</c>; it is created once for the actor system.
/// </summary>
public abstract class MessageDispatcherConfigurator
{
    /// <summary>Keeps what it is given.</summary>
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The dispatcher's section, over the defaults of <c>akka.actor.default-dispatcher</c>; <c>id</c> is its path.</summary>
    public Config Config { get; }

    /// <summary>What dispatchers need of their actor system.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher for an actor that names this id: the same for all of them, or one each.</summary>
    public abstract MessageDispatcher Dispatcher();

    /// <summary>What makes the executor that <c>executor</c> names: one of those built in, or a type.</summary>
    /// <exception cref="ConfigurationException">There is no such executor.</exception>
    protected ExecutorServiceConfigurator ConfigureExecutor()
    {
        var executor = Config.GetString("executor");
        switch (executor)
        {
            case null or "" or "default-executor" or "thread-pool-executor":
                return new ThreadPoolExecutorServiceFactory(Config, Prerequisites);
            case "task-executor":
                return new DefaultTaskSchedulerExecutorConfigurator(Config, Prerequisites);
            case "fork-join-executor":
                return new ForkJoinExecutorServiceFactory(Config, Prerequisites);
            case "current-context-executor":
                return new CurrentSynchronizationContextExecutorServiceFactory(Config, Prerequisites);
            case "channel-executor":
                return new ChannelExecutorConfigurator(Config, Prerequisites);
            default:
                return ConfiguredType.Create<ExecutorServiceConfigurator>(executor, Config.GetString("id") ?? "", "executor", Config, Prerequisites);
        }
    }
}

/// <summary><c>type = Dispatcher</c>, and the types that differ from it by their executor only: one dispatcher for all.</summary>
public sealed class DispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Dispatcher _dispatcher;

    /// <summary>Reads a dispatcher's section.</summary>
    /// <exception cref="ConfigurationException">There is no such executor.</exception>
    public DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var settings = DispatcherSettings.Read(config);
        _dispatcher = new Dispatcher(
            this, settings.Id, settings.Throughput, settings.ThroughputDeadlineTime, ConfigureExecutor(), settings.ShutdownTimeout);
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
