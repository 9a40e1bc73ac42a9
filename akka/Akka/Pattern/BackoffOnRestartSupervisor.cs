using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>
/// Where its strategy says restart, it stops the child and starts it again after a pause. A child that stops of itself takes the
/// supervisor with it.
/// </summary>
internal sealed class BackoffOnRestartSupervisor(
    Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, IBackoffReset reset, double randomFactor,
    OneForOneStrategy strategy, object? replyWhileStopped, Func<object, bool>? finalStopMessage)
    : BackoffSupervisorBase(childProps, childName, minBackoff, maxBackoff, reset, randomFactor, replyWhileStopped, finalStopMessage)
{
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        strategy.MaxNumberOfRetries,
        strategy.WithinTimeRangeMilliseconds,
        cause => strategy.Decider.Decide(cause) is var directive && directive == Directive.Restart ? StopForAPause() : directive);

    protected override bool Receive(object message) =>
        message is Terminated terminated && terminated.ActorRef.Equals(Child) ? ChildStopped(terminated) : HandleAny(message);

    private bool HandleAny(object message)
    {
        if (message is not WindowOver) return HandleBackoff(message);
        RestartCountN = 0;
        return true;
    }

    private bool ChildStopped(Terminated terminated)
    {
        Child = null;
        if (!FinalStopMessageReceived)
            Context.GetLogger().Debug("Terminating, because child {0} terminated itself", terminated.ActorRef);
        Context.Stop(Self);
        return true;
    }

    private Directive StopForAPause()
    {
        if (RestartCountN == 0 && strategy.WithinTimeRangeMilliseconds > 0)
            Schedule(TimeSpan.FromMilliseconds(strategy.WithinTimeRangeMilliseconds), WindowOver.Instance);
        if (MayStartAgain(strategy.MaxNumberOfRetries))
        {
            Become(WaitingForItsEnd(Sender));
        }
        else
        {
            Context.GetLogger().Debug("Terminating on restart #{0} which exceeds max allowed restarts ({1})", RestartCountN + 1, strategy.MaxNumberOfRetries);
            Context.Stop(Self);
        }

        return Directive.Stop;
    }

    /// <summary>The child was told to stop, which is over when its own children have stopped too.</summary>
    private Receive WaitingForItsEnd(IActorRef child) => message =>
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(child):
                Become(Receive);
                Child = null;
                StartChildLater(-1);
                return true;
            case BackoffSupervisor.StartChild:
                return true; // of an earlier pause
            default:
                return HandleAny(message);
        }
    };

    /// <summary>The time is over within which the strategy counts starts.</summary>
    private sealed class WindowOver : IDeadLetterSuppression
    {
        public static readonly WindowOver Instance = new();
    }
}
