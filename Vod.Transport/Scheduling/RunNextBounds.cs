namespace Vod.Transport.Scheduling;

/// <summary>How much runs in a row on one thread before the other work of the thread pool has its turn.</summary>
internal sealed class RunNextBounds(int maxRuns, int maxMilliseconds)
{
    /// <summary>64 mailboxes or 10 ms.</summary>
    public static RunNextBounds Default { get; } = new(64, 10);

    /// <summary>So many mailboxes after the first.</summary>
    public int MaxRuns { get; } = maxRuns;

    /// <summary>No mailbox is begun after so long.</summary>
    public int MaxMilliseconds { get; } = maxMilliseconds;
}
