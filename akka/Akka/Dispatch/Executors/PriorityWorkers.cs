using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Priorities of work, the most urgent first.</summary>
internal enum WorkPriority
{
    High,
    Normal,
    Low,
    Idle,
}

/// <summary>
/// Runs work by priority on at most so many threads of the pool at once: <c>akka.channel-scheduler</c> says how many. Nothing of a
/// lower priority starts while something of a higher one waits.
/// </summary>
internal sealed class PriorityWorkers : IThreadPoolWorkItem
{
    // A worker goes to the end of the pool's queue after so many, for others use the pool as well.
    private const int RunsInARow = 32;

    private static readonly ConditionalWeakTable<Settings, PriorityWorkers> OfSystems = [];

    private readonly ConcurrentQueue<IRunnable>[] _queues = [new(), new(), new(), new()];
    private readonly int _parallelism;
    private int _workers;

    public PriorityWorkers(int parallelism)
    {
        _parallelism = parallelism;
    }

    /// <summary>Those that all dispatchers of an actor system share.</summary>
    public static PriorityWorkers Of(Settings settings)
        => OfSystems.GetValue(settings, static settings => new PriorityWorkers(Parallelism(settings.Config, Environment.ProcessorCount)));

    /// <summary>How many threads <c>akka.channel-scheduler</c> asks for.</summary>
    internal static int Parallelism(Config config, int processors)
        => ScaledParallelism.Of(config, "akka.channel-scheduler", processors);

    /// <summary>Has something run.</summary>
    public void Execute(IRunnable run, WorkPriority priority)
    {
        _queues[(int)priority].Enqueue(run);
        AddWorker();
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var runs = 0; runs < RunsInARow; runs++)
        {
            if (!TryTake(out var run))
            {
                Interlocked.Decrement(ref _workers);
                // Whoever added work while this was still counted as a worker has started no other.
                if (HasWork())
                    AddWorker();
                return;
            }
            run.Run();
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void AddWorker()
    {
        // The work must be in its queue before the workers are counted: each of them looks again after it is no longer counted.
        Interlocked.MemoryBarrier();
        for (var workers = Volatile.Read(ref _workers); workers < _parallelism;)
        {
            var seen = Interlocked.CompareExchange(ref _workers, workers + 1, workers);
            if (seen == workers)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
            workers = seen;
        }
    }

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IRunnable? run)
    {
        foreach (var queue in _queues)
        {
            if (queue.TryDequeue(out run))
                return true;
        }
        run = null;
        return false;
    }

    private bool HasWork()
    {
        foreach (var queue in _queues)
        {
            if (!queue.IsEmpty)
                return true;
        }
        return false;
    }
}
