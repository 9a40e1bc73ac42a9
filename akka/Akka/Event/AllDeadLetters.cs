using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that did not reach an actor. Published on the event stream as one of the kinds below.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    /// <summary>With what was sent, by whom and to whom.</summary>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    /// <summary>What was sent.</summary>
    public object Message { get; }

    /// <summary>To whom it was sent.</summary>
    public IActorRef Recipient { get; }

    /// <summary>Who sent it.</summary>
    public IActorRef Sender { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}

/// <summary>A message to an actor that is not there (any more).</summary>
public sealed class DeadLetter : AllDeadLetters
{
    /// <summary>With what was sent, by whom and to whom.</summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public DeadLetter(object message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
        if (message is null) throw new ArgumentNullException(nameof(message), "DeadLetter message may not be null");
        if (sender is null) throw new ArgumentNullException(nameof(sender), "DeadLetter sender may not be null");
        if (recipient is null) throw new ArgumentNullException(nameof(recipient), "DeadLetter recipient may not be null");
    }
}

/// <summary>A message that is lost as a matter of course, when it comes to an actor that is not there: no <see cref="DeadLetter"/> but a
/// <see cref="SuppressedDeadLetter"/>, so that it is not logged.</summary>
public interface IDeadLetterSuppression;

/// <summary>A dead letter that is a matter of course.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    /// <summary>With what was sent, by whom and to whom.</summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
        if (message is null) throw new ArgumentNullException(nameof(message), "SuppressedDeadLetter message may not be null");
        if (sender is null) throw new ArgumentNullException(nameof(sender), "SuppressedDeadLetter sender may not be null");
        if (recipient is null) throw new ArgumentNullException(nameof(recipient), "SuppressedDeadLetter recipient may not be null");
    }
}

/// <summary>A message that its actor did not handle.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    /// <summary>With what was sent, by whom and to whom.</summary>
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient) { }
}

/// <summary>A message that was dropped on its way, by a full buffer for one.</summary>
public sealed class Dropped : AllDeadLetters
{
    /// <summary>With what was sent, why it was dropped, by whom and to whom it was sent.</summary>
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient) : base(message, sender, recipient) => Reason = reason;

    /// <summary>A message without a sender.</summary>
    public Dropped(object message, string reason, IActorRef recipient) : this(message, reason, ActorRefs.NoSender!, recipient) { }

    /// <summary>Why it was dropped.</summary>
    public string Reason { get; }
}
