using Akka.Actor;
using Akka.Util;

namespace Akka.Pattern;

/// <summary>What the two back-off supervisors share: one child, messages forwarded to it, and the count of its starts.</summary>
public abstract class BackoffSupervisorBase : ActorBase
{
    private readonly TimeSpan _minBackoff, _maxBackoff;
    private readonly double _randomFactor;

    internal BackoffSupervisorBase(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, IBackoffReset reset, double randomFactor,
        object? replyWhileStopped, Func<object, bool>? finalStopMessage)
    {
        ChildProps = childProps;
        ChildName = childName;
        _minBackoff = minBackoff;
        _maxBackoff = maxBackoff;
        Reset = reset;
        _randomFactor = randomFactor;
        ReplyWhileStopped = replyWhileStopped;
        FinalStopMessage = finalStopMessage;
    }

    /// <summary>What the child is made of.</summary>
    protected Props ChildProps { get; }

    /// <summary>The child's name.</summary>
    protected string ChildName { get; }

    /// <summary>When the pauses begin anew.</summary>
    protected IBackoffReset Reset { get; }

    /// <summary>What messages are answered with during a pause; null where they go to the dead letters.</summary>
    protected object? ReplyWhileStopped { get; }

    /// <summary>Says which message is the child's last one; null where there is none.</summary>
    protected Func<object, bool>? FinalStopMessage { get; }

    /// <summary>The child; null during a pause.</summary>
    protected IActorRef? Child { get; set; }

    /// <summary>How often the child was started again since the pauses began anew.</summary>
    protected int RestartCountN { get; set; }

    /// <summary>Whether the child has got its last message.</summary>
    protected bool FinalStopMessageReceived { get; set; }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        StartChild();
        base.PreStart();
    }

    /// <summary>Handles the supervisor's own messages and forwards any other to the child, or what the child sends to the parent.</summary>
    protected bool HandleBackoff(object message)
    {
        switch (message)
        {
            case BackoffSupervisor.StartChild:
                StartChild();
                if (Reset is AutoReset auto) Schedule(auto.ResetBackoff, new BackoffSupervisor.ResetRestartCount(RestartCountN));
                return true;
            case BackoffSupervisor.Reset when Reset is ManualReset:
                RestartCountN = 0;
                return true;
            case BackoffSupervisor.Reset:
                return false;
            case BackoffSupervisor.ResetRestartCount reset:
                if (reset.Current == RestartCountN) RestartCountN = 0;
                return true;
            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(RestartCountN));
                return true;
            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child!));
                return true;
            default:
                Pass(message);
                return true;
        }
    }

    private void Pass(object message)
    {
        if (Child is null)
        {
            if (ReplyWhileStopped is { } reply) Sender.Tell(reply);
            else Context.System.DeadLetters.Forward(message);
            if (FinalStopMessage?.Invoke(message) == true) Context.Stop(Self);
        }
        else if (Child.Equals(Sender))
        {
            Context.Parent.Tell(message, Self); // nobody else is to know the child, which is another one next time
        }
        else
        {
            Child.Forward(message);
            if (!FinalStopMessageReceived && FinalStopMessage is { } isFinal) FinalStopMessageReceived = isFinal(message);
        }
    }

    /// <summary>Starts the child after the pause that is due, and counts it; false when that were once too often.</summary>
    private protected bool StartChildLater(int maxNrOfRetries)
    {
        if (!MayStartAgain(maxNrOfRetries)) return false;
        var delay = Backoff.Delay(RestartCountN, _minBackoff, _maxBackoff, _randomFactor, ThreadLocalRandom.Current.NextDouble());
        Schedule(delay, BackoffSupervisor.StartChild.Instance);
        RestartCountN++;
        return true;
    }

    private protected bool MayStartAgain(int maxNrOfRetries) => maxNrOfRetries < 0 || RestartCountN < maxNrOfRetries;

    private protected void Schedule(TimeSpan delay, object message) =>
        Context.System.Scheduler.ScheduleTellOnce(delay, Self, message, Self);

    private void StartChild() => Child ??= Context.Watch(Context.ActorOf(ChildProps, ChildName));
}
