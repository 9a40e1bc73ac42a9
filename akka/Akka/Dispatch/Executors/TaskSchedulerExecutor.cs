using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Runs each thing as a task on a scheduler: <c>task-executor</c>, <c>current-context-executor</c>.</summary>
internal sealed class TaskSchedulerExecutor(string id, TaskScheduler scheduler) : ExecutorService(id)
{
    private static readonly Action<object?> Run = static run => ((IRunnable)run!).Run();
    private volatile bool _shutdown;

    internal override bool HasThreads => false;

    public override void Execute(IRunnable run)
    {
        if (_shutdown)
            throw new RejectedExecutionException($"The executor of dispatcher [{Id}] was shut down");
        new Task(Run, run, TaskCreationOptions.DenyChildAttach).Start(scheduler);
    }

    public override void Shutdown() => _shutdown = true;
}

/// <summary>Makes the executors of <c>task-executor</c>: tasks on the default scheduler, which is the thread pool.</summary>
internal sealed class DefaultTaskSchedulerExecutorConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    public override ExecutorService Produce(string id) => new TaskSchedulerExecutor(id, TaskScheduler.Default);
}

/// <summary>
/// Makes the executors of <c>current-context-executor</c>: things are posted, one by one, to the synchronization context of the
/// thread that created this (a window's thread, say).
/// </summary>
internal sealed class CurrentSynchronizationContextExecutorServiceFactory(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    // Taken here and now: the executor is first needed on some other thread.
    private readonly TaskScheduler _context = SynchronizationContext.Current is null
        ? throw new InvalidOperationException(
            $"Dispatcher [{config.GetString("id")}] is for a thread with a synchronization context; this one has none")
        : TaskScheduler.FromCurrentSynchronizationContext();

    public override ExecutorService Produce(string id) => new TaskSchedulerExecutor(id, _context);
}
