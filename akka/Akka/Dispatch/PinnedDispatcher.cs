using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Gives one actor a thread of its own. The thread ends <c>shutdown-timeout</c> after the actor.</summary>
public sealed class PinnedDispatcher : Dispatcher
{
    /// <summary>A dispatcher for one actor. <paramref name="throughputDeadlineTime"/> is in ticks.</summary>
    public PinnedDispatcher(
        MessageDispatcherConfigurator configurator,
        string id,
        int throughput,
        long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory,
        TimeSpan shutdownTimeout)
        : base(configurator, id, throughput, throughputDeadlineTime, executorServiceFactory, shutdownTimeout)
    {
    }
}

/// <summary><c>type = PinnedDispatcher</c>: a dispatcher for each actor that asks for one.</summary>
internal sealed class PinnedDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly SingleThreadExecutorServiceFactory _executors;

    public PinnedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _executors = new SingleThreadExecutorServiceFactory(config, prerequisites);
    }

    public override MessageDispatcher Dispatcher()
    {
        var settings = DispatcherSettings.Read(Config);
        return new PinnedDispatcher(
            this, settings.Id, settings.Throughput, settings.ThroughputDeadlineTime, _executors, settings.ShutdownTimeout);
    }

    /// <summary>Makes executors of one thread, numbered in the order they are made.</summary>
    private sealed class SingleThreadExecutorServiceFactory(Config config, IDispatcherPrerequisites prerequisites)
        : ExecutorServiceConfigurator(config, prerequisites)
    {
        private readonly bool _background = ForkJoinExecutorServiceFactory.Background(config);
        private int _made;

        public override ExecutorService Produce(string id)
            => new ForkJoinExecutor(
                id, threads: 1, _background, Prerequisites.Settings.System.Dispatchers.Terminated, first: Interlocked.Increment(ref _made));
    }
}
