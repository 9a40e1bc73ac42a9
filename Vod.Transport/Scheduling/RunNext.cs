using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>
/// Lets the mailboxes that a thread wakes run next on that thread, instead of going through the thread pool: a conversation of a few
/// actors then costs no thread switch. Each thread keeps a bounded number of them (<see cref="RunNextPlaces"/>); the others go to the
/// pool. What waits behind an actor that blocks is given to the pool by <see cref="RunNextTicker"/>.
/// </summary>
internal static class RunNext
{
    [ThreadStatic]
    private static RunNextThread? t_mine;

    /// <summary>
    /// Runs <paramref name="first"/>, then the mailboxes it has woken and those that these wake, within the bounds; the rest goes to the
    /// pool. A nested call only runs <paramref name="first"/>.
    /// </summary>
    public static void Run<TState>(TState state, Action<TState> first) => Run(state, first, RunNextBounds.Default);

    /// <inheritdoc cref="Run{TState}(TState, Action{TState})"/>
    public static void Run<TState>(TState state, Action<TState> first, RunNextBounds bounds)
    {
        var mine = t_mine ??= RunNextTicker.Shared.Register();
        if (!mine.TryOpen(bounds, running: null))
        {
            first(state);
            return;
        }

        try
        {
            first(state);
            mine.RunWhatWaits();
        }
        finally
        {
            mine.Close();
        }
    }

    /// <summary>Runs a mailbox, then the ones that it wakes, like <see cref="Run{TState}(TState, Action{TState})"/>.</summary>
    public static void Run(IRunnable first, RunNextBounds bounds)
    {
        var mine = t_mine ??= RunNextTicker.Shared.Register();
        if (!mine.TryOpen(bounds, first))
        {
            first.Run();
            return;
        }

        try
        {
            first.Run();
            mine.RunWhatWaits();
        }
        finally
        {
            mine.Close();
        }
    }

    /// <summary>Keeps a mailbox to run next on this thread; false when no <c>Run</c> is in progress here or all places are taken.</summary>
    public static bool TryTake(IRunnable run) => t_mine is { } mine && mine.TryTake(run);

    /// <summary>Whether this is what runs on this thread now. When it is scheduled again, its turn is over.</summary>
    public static bool IsRunning(IRunnable run) => t_mine is { } mine && mine.IsRunning(run);

    /// <summary>Whether a <c>Run</c> is in progress on this thread.</summary>
    public static bool IsOpen => t_mine is { IsOpen: true };
}
