namespace Akka.Actor;

/// <summary>Handles a message; false when it does not know it.</summary>
public delegate bool Receive(object message);

/// <summary>Handles a message of any kind.</summary>
public delegate void UntypedReceive(object message);

/// <summary>What the system knows of every actor.</summary>
public interface IInternalActor
{
    /// <summary>The actor's context.</summary>
    IActorContext ActorContext { get; }
}

/// <summary>
/// The base of all actors. An actor handles one message at a time; what it is made of is seen by nobody else. Made only through
/// <see cref="Props"/>.
/// </summary>
public abstract class ActorBase : IInternalActor
{
    private readonly ActorCell _cell;
    private IActorRef? _clearedSelf;

    /// <summary>Called by the actor system.</summary>
    /// <exception cref="ActorInitializationException">It was called by somebody else.</exception>
    protected ActorBase()
    {
        _cell = ActorCell.Current
            ?? throw new ActorInitializationException($"Do not create actors using 'new', always create them using an ActorContext/System [{GetType().FullName}]");
        _cell.Become(Receive);
        if (this is IWithTimers timed) timed.Timers = _cell.Timers; // constructors may start timers
    }

    /// <summary>The ref of this actor; safe to hand out.</summary>
    /// <exception cref="NotSupportedException">The actor lives, and no actor runs on this thread.</exception>
    protected IActorRef Self => _clearedSelf ?? OwnCell.Self;

    /// <summary>Who sent the message at hand; the dead letters where nobody did.</summary>
    /// <exception cref="NotSupportedException">No actor runs on this thread.</exception>
    protected IActorRef Sender => OwnCell.Sender;

    /// <summary>Off the actor's thread there is no message at hand, and whoever asks for its sender there has lost the actor's context.</summary>
    private ActorCell OwnCell
    {
        get
        {
            _ = CurrentCell();
            return _cell;
        }
    }

    /// <summary>The context of the actor that runs on this thread.</summary>
    /// <exception cref="NotSupportedException">No actor runs on this thread.</exception>
    protected static IActorContext Context => CurrentCell();

    internal static ActorCell CurrentCell() => ActorCell.Current
        ?? throw new NotSupportedException("There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    IActorContext IInternalActor.ActorContext => _cell;

    internal ActorCell Cell => _cell;

    /// <summary>A behaviour that knows no message.</summary>
    protected static Receive EmptyReceive { get; } = _ => false;

    /// <summary>Handles a message; false sends it to <see cref="Unhandled"/>.</summary>
    protected abstract bool Receive(object message);

    /// <summary>Around every message: calls <paramref name="receive"/>, then <see cref="Unhandled"/> for what it did not know.</summary>
    protected virtual bool AroundReceive(Receive receive, object message)
    {
        if (receive(message)) return true;
        Unhandled(message);
        return false;
    }

    internal bool InvokeReceive(Receive receive, object message) => AroundReceive(receive, message);

    /// <summary>Publishes the message as <see cref="Akka.Event.UnhandledMessage"/>.</summary>
    /// <exception cref="DeathPactException">It was <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        _cell.System.EventStream.Publish(new Akka.Event.UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Handles messages with another behaviour from now on.</summary>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>Handles messages with another behaviour until <see cref="UnbecomeStacked"/>.</summary>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Back to the behaviour before the last <see cref="BecomeStacked"/>.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Asks for <see cref="ReceiveTimeout"/> whenever nothing came for that long; null ends that.</summary>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>What is to be done about failing children.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    internal SupervisorStrategy SupervisorStrategyInternal => _cell.Props.SupervisorStrategy ?? (_strategy ??= SupervisorStrategy());
    private SupervisorStrategy? _strategy;

    /// <summary>Runs before the first message of a new actor.</summary>
    protected virtual void PreStart() { }

    /// <summary>Runs after the last message, once.</summary>
    protected virtual void PostStop() { }

    /// <summary>Runs on the failed instance before a restart: stops all children and calls <see cref="PostStop"/>.</summary>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        foreach (var child in _cell.GetChildren().ToArray())
        {
            _cell.Unwatch(child);
            _cell.Stop(child);
        }

        PostStop();
    }

    /// <summary>Runs on the new instance after a restart: calls <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Calls <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Calls <see cref="PostStop"/>.</summary>
    public virtual void AroundPostStop() => PostStop();

    /// <summary>Calls <see cref="PreRestart"/>.</summary>
    public virtual void AroundPreRestart(Exception cause, object? message) => PreRestart(cause, message);

    /// <summary>Calls <see cref="PostRestart"/>.</summary>
    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);

    /// <summary>After the end the instance still knows who it was, but reaches nobody through its cell.</summary>
    internal void Clear(IActorRef self) => _clearedSelf = self;
}
