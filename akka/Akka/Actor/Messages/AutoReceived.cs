using Akka.Event;

namespace Akka.Actor;

/// <summary>Stops the actor once it has handled what was in its mailbox before this.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill() { }

    /// <summary>The one instance.</summary>
    public static PoisonPill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<PoisonPill>";
}

/// <summary>Makes the actor throw <see cref="ActorKilledException"/>, so that its supervisor decides.</summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill() { }

    /// <summary>The one instance.</summary>
    public static Kill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<Kill>";
}

/// <summary>Asks an actor who it is; it answers with <see cref="ActorIdentity"/>.</summary>
/// <param name="messageId">Comes back in the answer.</param>
public sealed class Identify(object messageId) : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>Comes back in the answer.</summary>
    public object MessageId { get; } = messageId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Identify other && Equals(MessageId, other.MessageId);

    /// <inheritdoc/>
    public override int GetHashCode() => MessageId?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => $"<Identify>: {MessageId}";
}

/// <summary>The answer to <see cref="Identify"/>.</summary>
/// <param name="messageId">That of the question.</param>
/// <param name="subject">The actor, or null where there is none at that path.</param>
public sealed class ActorIdentity(object messageId, IActorRef? subject)
{
    /// <summary>That of the question.</summary>
    public object MessageId { get; } = messageId;

    /// <summary>The actor, or null where there is none at that path.</summary>
    public IActorRef? Subject { get; } = subject;

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is ActorIdentity other && Equals(MessageId, other.MessageId) && Equals(Subject, other.Subject);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MessageId, Subject);

    /// <inheritdoc/>
    public override string ToString() => $"<ActorIdentity>: {MessageId} {Subject}";
}

/// <summary>Tells a watcher that the actor which it watches has stopped, or never was there.</summary>
/// <param name="actorRef">The watched actor.</param>
/// <param name="existenceConfirmed">False when no such actor was there.</param>
/// <param name="addressTerminated">True when its whole system is gone; never so for a local actor.</param>
public sealed class Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    : IAutoReceivedMessage, INoSerializationVerificationNeeded, IPossiblyHarmful, IDeadLetterSuppression, IEquatable<Terminated>
{
    /// <summary>The watched actor.</summary>
    public IActorRef ActorRef { get; } = actorRef;

    /// <summary>True when its whole system is gone.</summary>
    public bool AddressTerminated { get; } = addressTerminated;

    /// <summary>False when no such actor was there.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <inheritdoc/>
    public bool Equals(Terminated? other) =>
        other is not null && Equals(ActorRef, other.ActorRef) && AddressTerminated == other.AddressTerminated
        && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <inheritdoc/>
    public override string ToString() =>
        $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";
}

/// <summary>Sent to an actor that received nothing for the time given to <c>SetReceiveTimeout</c>.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout() { }

    /// <summary>The one instance.</summary>
    public static ReceiveTimeout Instance { get; } = new();
}
