using Akka.Actor;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// The way to the access log's actor. It never waits: when the disk cannot keep up, and too many lines wait already, a line is dropped and
/// counted. Safe for several threads.
/// </summary>
/// <param name="actor">Writes the lines.</param>
/// <param name="metrics">Counts those that are lost.</param>
/// <param name="maxWaiting">Lines that may wait.</param>
public sealed class AccessLog(IActorRef actor, VodMetrics metrics, int maxWaiting = 100_000)
{
    private int _waiting;
    private long _dropped;

    /// <summary>Lines lost since the start.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Hands a line over.</summary>
    public void Write(AccessEntry entry)
    {
        if (Interlocked.Increment(ref _waiting) > maxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            Drop(1);
            return;
        }

        actor.Tell(new Line(this, entry));
    }

    /// <summary>Writes what waits to a file that is opened anew, under the same name.</summary>
    public void Reopen() => actor.Tell(ReopenLog.Instance);

    /// <summary>Completes when all that was handed over is written.</summary>
    public Task FlushAsync(TimeSpan timeout) => actor.Ask<Akka.Done>(FlushLog.Instance, timeout);

    internal void Taken() => Interlocked.Decrement(ref _waiting);

    internal void Drop(int lines)
    {
        Interlocked.Add(ref _dropped, lines);
        metrics.LinesDropped(lines);
    }

    internal sealed record Line(AccessLog Log, AccessEntry Entry);

    internal sealed class ReopenLog
    {
        public static readonly ReopenLog Instance = new();
    }

    internal sealed class FlushLog
    {
        public static readonly FlushLog Instance = new();
    }
}
