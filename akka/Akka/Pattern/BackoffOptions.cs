using Akka.Actor;

namespace Akka.Pattern;

/// <summary>How a supervisor backs off. Immutable: each method gives changed options.</summary>
public abstract class BackoffOptions
{
    /// <summary>When a child has lived for that long since its last start, the next pause is the shortest again. The shortest pause by default.</summary>
    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    /// <summary>The next pause is the shortest again only after <see cref="BackoffSupervisor.Reset"/>.</summary>
    public abstract BackoffOptions WithManualReset();

    /// <summary>What is to be done when the child throws; where the strategy says restart, on-failure supervisors pause.</summary>
    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);

    /// <summary>Stops the child whatever it throws.</summary>
    public abstract BackoffOptions WithDefaultStoppingStrategy();

    /// <summary>After how many starts the supervisor gives up and stops; -1 for never.</summary>
    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);

    /// <summary>What messages are answered with during a pause; otherwise they go to the dead letters.</summary>
    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    /// <summary>Says which message is the child's last one: when the child stops after it, so does the supervisor.</summary>
    public abstract BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage);

    /// <exception cref="ArgumentException">The durations or the factor do not make sense.</exception>
    internal abstract Props Props { get; }
}

/// <summary>When a supervisor pauses.</summary>
internal enum BackoffType
{
    OnStop,
    OnFailure,
}

internal sealed class BackoffOptionsImpl(
    BackoffType type, Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) : BackoffOptions
{
    private IBackoffReset _reset = new AutoReset(minBackoff);
    private OneForOneStrategy _strategy = new(SupervisorStrategy.DefaultDecider);
    private object? _replyWhileStopped;
    private Func<object, bool>? _finalStopMessage;

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) => With(o => o._reset = new AutoReset(resetBackoff));

    public override BackoffOptions WithManualReset() => With(o => o._reset = new ManualReset());

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) => With(o => o._strategy = supervisorStrategy);

    public override BackoffOptions WithDefaultStoppingStrategy() => WithSupervisorStrategy(
        new OneForOneStrategy(_strategy.MaxNumberOfRetries, _strategy.WithinTimeRangeMilliseconds, SupervisorStrategy.StoppingStrategy.Decider));

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) => WithSupervisorStrategy(_strategy.WithMaxNrOfRetries(maxNrOfRetries));

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) => With(o => o._replyWhileStopped = replyWhileStopped);

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage) => With(o => o._finalStopMessage = isFinalStopMessage);

    internal override Props Props
    {
        get
        {
            Backoff.Check(minBackoff, maxBackoff, randomFactor);
            if (_reset is AutoReset auto && (auto.ResetBackoff < minBackoff || auto.ResetBackoff > maxBackoff))
                throw new ArgumentException("ResetBackoff must be between MinBackoff and MaxBackoff");
            return Props.CreateBy(new Producer(type, () => type == BackoffType.OnStop
                ? new BackoffSupervisor(childProps, childName, minBackoff, maxBackoff, _reset, randomFactor, _strategy, _replyWhileStopped, _finalStopMessage)
                : new BackoffOnRestartSupervisor(childProps, childName, minBackoff, maxBackoff, _reset, randomFactor, _strategy, _replyWhileStopped, _finalStopMessage)));
        }
    }

    private BackoffOptionsImpl With(Action<BackoffOptionsImpl> change)
    {
        var copy = (BackoffOptionsImpl)MemberwiseClone();
        change(copy);
        return copy;
    }

    private sealed class Producer(BackoffType type, Func<ActorBase> make) : IIndirectActorProducer
    {
        public Type ActorType => type == BackoffType.OnStop ? typeof(BackoffSupervisor) : typeof(BackoffOnRestartSupervisor);
        public ActorBase Produce() => make();
        public void Release(ActorBase actor) { }
    }
}
