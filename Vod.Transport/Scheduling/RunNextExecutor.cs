using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>
/// Runs mailboxes on the process's thread pool. What a running mailbox wakes runs next on its thread, see <see cref="RunNext"/>.
/// </summary>
internal sealed class RunNextExecutor(string id, RunNextBounds bounds) : ExecutorService(id)
{
    // A pool thread takes its own queue newest first: two actors that keep waking each other would run for ever before older ones.
    // Every so many times what it wakes therefore goes to the end of the global queue.
    private const int LocalRuns = 32;

    [ThreadStatic]
    private static uint t_scheduled;

    /// <inheritdoc/>
    public override void Execute(IRunnable run)
    {
        // A mailbox that schedules itself while it runs has used up its throughput: it goes behind all other work.
        if (RunNext.IsRunning(run)) PooledRun.Queue(run, bounds, preferLocal: false);
        else if (!RunNext.TryTake(run)) PooledRun.Queue(run, bounds, preferLocal: !RunNext.IsOpen && ++t_scheduled % LocalRuns != 0);
    }

    /// <summary>
    /// Does nothing: there are no threads to end. The dispatcher shuts its executor down when it has had no actors for a while, and may
    /// still schedule to it at that moment.
    /// </summary>
    public override void Shutdown()
    {
    }
}
