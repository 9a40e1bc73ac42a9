using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>
/// <c>default-executor</c>: the process's thread pool. The first actors that a message wakes run next on the warm thread that sent it, see
/// <see cref="RunNext"/>; others go to that thread's own queue, from which idle threads steal.
/// </summary>
internal sealed class ThreadPoolExecutor(string id) : ExecutorService(id)
{
    // A thread takes its own queue newest first: two actors that keep waking each other would run for ever before the older ones.
    // Every so many times the thread therefore schedules behind everybody else's, and gets to its own older ones.
    private const int LocalRuns = 32;

    [ThreadStatic]
    private static int t_scheduled;

    private volatile bool _shutdown;

    internal override bool HasThreads => false;

    public override void Execute(IRunnable run)
    {
        if (_shutdown)
            throw new RejectedExecutionException($"The executor of dispatcher [{Id}] was shut down");
        if (RunNext.IsRunning(run))
        {
            // It has handled as many messages as it may in one go, and runs again after everybody else.
            ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
            return;
        }

        if (RunNext.TryTake(run)) return;
        ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: ++t_scheduled % LocalRuns != 0);
    }

    public override void Shutdown() => _shutdown = true;
}

/// <summary>Makes the executors of <c>default-executor</c>.</summary>
internal sealed class ThreadPoolExecutorServiceFactory(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    public override ExecutorService Produce(string id) => new ThreadPoolExecutor(id);
}
