using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary><c>channel-executor</c>: things of one priority, run by the workers that all such dispatchers of a system share.</summary>
internal sealed class ChannelExecutor(string id, PriorityWorkers workers, WorkPriority priority) : ExecutorService(id)
{
    private volatile bool _shutdown;

    internal override bool HasThreads => false;

    public override void Execute(IRunnable run)
    {
        if (_shutdown)
            throw new RejectedExecutionException($"The executor of dispatcher [{Id}] was shut down");
        workers.Execute(run, priority);
    }

    public override void Shutdown() => _shutdown = true;
}

/// <summary>Makes the executors of <c>channel-executor</c>; <c>channel-executor.priority</c> is <c>normal</c> unless given.</summary>
internal sealed class ChannelExecutorConfigurator : ExecutorServiceConfigurator
{
    private readonly WorkPriority _priority;

    public ChannelExecutorConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _priority = config.GetString("channel-executor.priority", "normal")!.ToLowerInvariant() switch
        {
            "high" => WorkPriority.High,
            "normal" => WorkPriority.Normal,
            "low" => WorkPriority.Low,
            "idle" => WorkPriority.Idle,
            var other => throw new ConfigurationException(
                $"channel-executor.priority of dispatcher [{config.GetString("id")}] is high, normal, low or idle, not {other}"),
        };
    }

    public override ExecutorService Produce(string id) => new ChannelExecutor(id, PriorityWorkers.Of(Prerequisites.Settings), _priority);
}
