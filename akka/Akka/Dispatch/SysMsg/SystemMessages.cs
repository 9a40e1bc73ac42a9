using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message between cells about the life of an actor; handled before any user message.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;

/// <summary>The base of all system messages: they are links of the mailbox's system queue themselves.</summary>
public abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage? Next;
}

/// <summary>The first message of a cell: make the actor.</summary>
public sealed class Create : SystemMessage
{
    /// <summary>An order to make the actor, or the reason why it cannot be made.</summary>
    public Create(ActorInitializationException? failure = null) => Failure = failure;

    /// <summary>Why the actor cannot be made; null when it can.</summary>
    public ActorInitializationException? Failure { get; }

    /// <inheritdoc/>
    public override string ToString() => $"<Create>{(Failure is null ? "" : $" Failure: {Failure}")}";
}

/// <summary>Restart the actor.</summary>
/// <param name="cause">Why.</param>
public sealed class Recreate(Exception cause) : SystemMessage
{
    /// <summary>Why.</summary>
    public Exception Cause { get; } = cause;

    /// <inheritdoc/>
    public override string ToString() => $"<Recreate> Cause: {Cause}";
}

/// <summary>Take no user message until resumed.</summary>
public sealed class Suspend : SystemMessage
{
    /// <inheritdoc/>
    public override string ToString() => "<Suspend>";
}

/// <summary>Take user messages again.</summary>
/// <param name="causedByFailure">The failure that the supervisor decided to overlook; null when there was none.</param>
public sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    /// <summary>The failure that the supervisor decided to overlook; null when there was none.</summary>
    public Exception? CausedByFailure { get; set; } = causedByFailure;

    /// <inheritdoc/>
    public override string ToString() => $"<Resume>{(CausedByFailure is null ? "" : $" CausedByFailure: {CausedByFailure}")}";
}

/// <summary>Stop the actor and its children.</summary>
public sealed class Terminate : SystemMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    /// <inheritdoc/>
    public override string ToString() => "<Terminate>";
}

/// <summary>The watcher wants to know when the watchee stops.</summary>
/// <param name="watchee">Who is watched.</param>
/// <param name="watcher">Who watches.</param>
public class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    /// <summary>Who is watched.</summary>
    public IInternalActorRef Watchee { get; } = watchee;

    /// <summary>Who watches.</summary>
    public IInternalActorRef Watcher { get; } = watcher;

    /// <inheritdoc/>
    public override string ToString() => $"<Watch>: {Watcher} wants to watch {Watchee}";
}

/// <summary>The watcher no longer wants to know.</summary>
/// <param name="watchee">Who is watched.</param>
/// <param name="watcher">Who watches.</param>
public sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    /// <summary>Who is watched.</summary>
    public IInternalActorRef Watchee { get; } = watchee;

    /// <summary>Who watches.</summary>
    public IInternalActorRef Watcher { get; } = watcher;

    /// <inheritdoc/>
    public override string ToString() => $"<Unwatch>: {Watcher} wants to unwatch {Watchee}";
}

/// <summary>A watched actor, or a child, has stopped.</summary>
/// <param name="actor">The one that stopped.</param>
/// <param name="existenceConfirmed">False when there was no such actor.</param>
/// <param name="addressTerminated">True when its whole system is gone.</param>
public sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    : SystemMessage, IDeadLetterSuppression
{
    /// <summary>The one that stopped.</summary>
    public IActorRef Actor { get; } = actor;

    /// <summary>False when there was no such actor.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <summary>True when its whole system is gone.</summary>
    public bool AddressTerminated { get; } = addressTerminated;

    /// <inheritdoc/>
    public override string ToString() =>
        $"<DeathWatchNotification>: {Actor}, ExistenceConfirmed={ExistenceConfirmed}, AddressTerminated={AddressTerminated}";
}

/// <summary>A child tells its parent that it failed, and waits suspended for the decision.</summary>
/// <param name="child">The child.</param>
/// <param name="cause">What it threw.</param>
/// <param name="uid">Which incarnation of that name.</param>
public sealed class Failed(IActorRef child, Exception cause, long uid) : SystemMessage
{
    /// <summary>The child.</summary>
    public IActorRef Child { get; } = child;

    /// <summary>What it threw.</summary>
    public Exception Cause { get; } = cause;

    /// <summary>Which incarnation of that name.</summary>
    public long Uid { get; } = uid;

    /// <inheritdoc/>
    public override string ToString() => $"<Failed>: {Child} ({Uid}) {Cause}";
}

/// <summary>A continuation of an async message handler, to run as the actor.</summary>
/// <param name="task">The continuation.</param>
public sealed class ActorTask(Task task) : SystemMessage
{
    /// <summary>The continuation.</summary>
    public Task Task { get; } = task;
}

/// <summary>Asks the guardian to stop one of its children.</summary>
/// <param name="child">Which.</param>
public sealed class StopChild(IActorRef child)
{
    /// <summary>Which.</summary>
    public IActorRef Child { get; } = child;

    /// <inheritdoc/>
    public override string ToString() => $"<StopChild> {Child}";
}
