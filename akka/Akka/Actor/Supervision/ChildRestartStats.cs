namespace Akka.Actor.Internal;

/// <summary>A child and how often it was restarted lately.</summary>
public class ChildRestartStats
{
    private bool _windowOpen;

    /// <summary>A child that was never restarted, unless said otherwise.</summary>
    public ChildRestartStats(IInternalActorRef child, uint maxNrOfRetriesCount = 0, long restartTimeWindowStartTicks = 0)
    {
        Child = child;
        MaxNrOfRetriesCount = maxNrOfRetriesCount;
        RestartTimeWindowStartTicks = restartTimeWindowStartTicks;
        _windowOpen = restartTimeWindowStartTicks != 0;
    }

    /// <summary>The child.</summary>
    public IInternalActorRef Child { get; }

    /// <summary>Its incarnation.</summary>
    public long Uid => Child.Path.Uid;

    /// <summary>Restarts in the current window.</summary>
    public uint MaxNrOfRetriesCount { get; private set; }

    /// <summary>When the window began, on the monotonic clock.</summary>
    public long RestartTimeWindowStartTicks { get; private set; }

    /// <summary>Counts a restart and says whether it is within the limit; -1 is without limit, for either.</summary>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0) return false;
        if (withinTimeMilliseconds <= 0) return maxNrOfRetries < 0 || ++MaxNrOfRetriesCount <= maxNrOfRetries;

        // Without a number, a window allows one restart.
        var allowed = maxNrOfRetries < 0 ? 1 : maxNrOfRetries;
        var now = Environment.TickCount64;
        if (!_windowOpen || now - RestartTimeWindowStartTicks > withinTimeMilliseconds)
        {
            _windowOpen = true;
            RestartTimeWindowStartTicks = now;
            MaxNrOfRetriesCount = 1;
            return true;
        }

        return ++MaxNrOfRetriesCount <= allowed;
    }
}
