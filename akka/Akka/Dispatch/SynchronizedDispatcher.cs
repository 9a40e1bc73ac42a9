using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Runs actors on the synchronization context of the thread that creates them, such as that of a window.</summary>
public sealed class CurrentSynchronizationContextDispatcher : Dispatcher
{
    /// <summary>A dispatcher of this id. <paramref name="throughputDeadlineTime"/> is in ticks.</summary>
    public CurrentSynchronizationContextDispatcher(
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

/// <summary><c>type = SynchronizedDispatcher</c>: a dispatcher for the context of whichever thread looks it up.</summary>
internal sealed class CurrentSynchronizationContextDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    public override MessageDispatcher Dispatcher()
    {
        var settings = DispatcherSettings.Read(Config);
        var context = new CurrentSynchronizationContextExecutorServiceFactory(Config, Prerequisites);
        return new CurrentSynchronizationContextDispatcher(
            this, settings.Id, settings.Throughput, settings.ThroughputDeadlineTime, context, settings.ShutdownTimeout);
    }
}
