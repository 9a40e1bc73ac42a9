using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary><c>fork-join-executor</c>: threads of its own, named after the dispatcher and numbered, over one queue.</summary>
internal sealed class ForkJoinExecutor : ExecutorService
{
    private readonly WorkQueue _queue = new();
    private readonly CancellationTokenRegistration _ending;

    /// <summary>
    /// Starts <paramref name="threads"/> threads named <c>id_1</c> onwards, or <c>id_first</c> onwards, which end on
    /// <see cref="Shutdown"/> and when <paramref name="terminated"/> is cancelled at the latest.
    /// </summary>
    public ForkJoinExecutor(string id, int threads, bool background, CancellationToken terminated, int first = 1)
        : base(id)
    {
        _ending = terminated.UnsafeRegister(static executor => ((ForkJoinExecutor)executor!)._queue.Close(), this);
        for (var number = first; number < first + threads; number++)
        {
            var thread = new Thread(Work) { Name = $"{id}_{number}", IsBackground = background };
            thread.UnsafeStart();
        }
    }

    public override void Execute(IRunnable run)
    {
        if (!_queue.TryAdd(run)) throw new RejectedExecutionException($"The executor of dispatcher [{Id}] was shut down");
    }

    public override void Shutdown()
    {
        _ending.Unregister();
        _queue.Close();
    }

    private void Work()
    {
        var sleeper = new WorkQueue.Sleeper();
        while (_queue.TryTake(sleeper, out var run)) run.Run();
    }
}

/// <summary>
/// Makes the executors of <c>fork-join-executor</c>, of as many threads as <c>dedicated-thread-pool.thread-count</c> says; without it
/// as many as <c>fork-join-executor { parallelism-min, parallelism-factor, parallelism-max }</c> make of the number of processors.
/// </summary>
internal sealed class ForkJoinExecutorServiceFactory : ExecutorServiceConfigurator
{
    private readonly int _threads;
    private readonly bool _background;

    public ForkJoinExecutorServiceFactory(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _threads = Threads(config, Environment.ProcessorCount);
        _background = Background(config);
    }

    public override ExecutorService Produce(string id) => new ForkJoinExecutor(id, _threads, _background, Prerequisites.Settings.System.Dispatchers.Terminated);

    /// <summary>How many threads a dispatcher's section asks for.</summary>
    internal static int Threads(Config config, int processors)
    {
        if (!config.HasPath("dedicated-thread-pool.thread-count"))
            return ScaledParallelism.Of(config, "fork-join-executor", processors);
        var threads = config.GetInt("dedicated-thread-pool.thread-count");
        return threads > 0
            ? threads
            : throw new ConfigurationException(
                $"dedicated-thread-pool.thread-count of dispatcher [{config.GetString("id")}] must be positive, not {threads}");
    }

    /// <summary>Whether the process may end while the threads live: <c>threadtype</c>, <c>background</c> unless it says <c>foreground</c>.</summary>
    internal static bool Background(Config config)
        => config.GetString("dedicated-thread-pool.threadtype", "background")!.ToLowerInvariant() switch
        {
            "background" => true,
            "foreground" => false,
            var other => throw new ConfigurationException(
                $"dedicated-thread-pool.threadtype of dispatcher [{config.GetString("id")}] is background or foreground, not {other}"),
        };
}
