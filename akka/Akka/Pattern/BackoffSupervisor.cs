using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>Starts its child again when the child has stopped, after a pause.</summary>
public sealed partial class BackoffSupervisor : BackoffSupervisorBase
{
    private readonly SupervisorStrategy _strategy;

    /// <summary>With the default strategy; pauses begin anew when the child has lived for <paramref name="minBackoff"/>.</summary>
    public BackoffSupervisor(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
        : this(childProps, childName, minBackoff, maxBackoff, new AutoReset(minBackoff), randomFactor, Akka.Actor.SupervisorStrategy.DefaultStrategy)
    {
    }

    /// <summary>With all options.</summary>
    public BackoffSupervisor(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, IBackoffReset reset, double randomFactor,
        SupervisorStrategy strategy, object? replyWhileStopped = null, Func<object, bool>? finalStopMessage = null)
        : base(childProps, childName, minBackoff, maxBackoff, reset, randomFactor, replyWhileStopped, finalStopMessage) => _strategy = strategy;

    /// <summary>Props of a supervisor with these options.</summary>
    /// <exception cref="ArgumentException">The options do not make sense.</exception>
    public static Props Props(BackoffOptions options) => options.Props;

    /// <summary>Props of a supervisor that starts a child again when it has stopped, without limit.</summary>
    /// <exception cref="ArgumentException">The durations or the factor do not make sense.</exception>
    public static Props Props(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        Props(Backoff.OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor));

    /// <summary>Props of a supervisor that starts a child again when it has stopped, so many times; -1 is without limit.</summary>
    /// <exception cref="ArgumentException">The durations or the factor do not make sense.</exception>
    public static Props Props(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        Props(Backoff.OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor, maxNrOfRetries));

    /// <summary>Props of a supervisor with a strategy for its child's failures.</summary>
    /// <exception cref="ArgumentException">The durations or the factor do not make sense.</exception>
    public static Props PropsWithSupervisorStrategy(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, SupervisorStrategy strategy)
    {
        Backoff.Check(minBackoff, maxBackoff, randomFactor);
        return Akka.Actor.Props.Create<BackoffSupervisor>(
            childProps, childName, minBackoff, maxBackoff, new AutoReset(minBackoff), randomFactor, strategy, null!, null!);
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    /// <inheritdoc/>
    protected override bool Receive(object message) =>
        message is Terminated terminated && terminated.ActorRef.Equals(Child) ? ChildStopped() : HandleBackoff(message);

    private bool ChildStopped()
    {
        Child = null;
        var max = _strategy is OneForOneStrategy oneForOne ? oneForOne.MaxNumberOfRetries : -1;
        if (FinalStopMessageReceived)
        {
            Context.Stop(Self);
        }
        else if (!StartChildLater(max))
        {
            Context.GetLogger().Debug("Terminating on restart #{0} which exceeds max allowed restarts ({1})", RestartCountN + 1, max);
            Context.Stop(Self);
        }

        return true;
    }
}
