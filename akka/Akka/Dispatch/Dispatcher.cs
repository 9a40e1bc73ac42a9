namespace Akka.Dispatch;

/// <summary>
/// Runs the mailboxes of many actors on one executor, which it makes when it is first needed and again when it is needed after a
/// shutdown: the last actor that leaves shuts it down, some time later.
/// </summary>
public class Dispatcher : MessageDispatcher
{
    private readonly ExecutorServiceFactory _executorServiceFactory;
    private readonly Lock _swap = new();
    private volatile ExecutorService? _executor;

    /// <summary>A dispatcher of this id. <paramref name="throughputDeadlineTime"/> is in ticks.</summary>
    public Dispatcher(
        MessageDispatcherConfigurator configurator,
        string id,
        int throughput,
        long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory,
        TimeSpan shutdownTimeout)
        : base(configurator)
    {
        _executorServiceFactory = executorServiceFactory;
        Id = id;
        Throughput = throughput;
        ThroughputDeadlineTime = throughputDeadlineTime;
        ShutdownTimeout = shutdownTimeout;
    }

    private protected override bool ReleasesThreads => _executor is { HasThreads: true };

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run)
    {
        var executor = _executor ?? MakeExecutor();
        try
        {
            executor.Execute(run);
        }
        catch (RejectedExecutionException) when (executor != _executor)
        {
            // Shut down between the two lines above: its successor takes it.
            MakeExecutor().Execute(run);
        }
    }

    /// <inheritdoc/>
    protected override void Shutdown()
    {
        ExecutorService? executor;
        lock (_swap)
        {
            executor = _executor;
            _executor = null;
        }
        executor?.Shutdown();
    }

    private ExecutorService MakeExecutor()
    {
        lock (_swap)
            return _executor ??= _executorServiceFactory.Produce(Id);
    }
}
