namespace Akka.Actor;

/// <summary>A message and who sent it.</summary>
public readonly struct Envelope
{
    /// <summary>Takes both as they are.</summary>
    public Envelope(object message, IActorRef? sender)
    {
        Message = message;
        Sender = sender!;
    }

    /// <summary>Takes both; where there is no sender it is the system's dead letters.</summary>
    public Envelope(object message, IActorRef? sender, ActorSystem system)
    {
        Message = message;
        Sender = sender.IsNobody() ? system.DeadLetters : sender!;
    }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>Who sent it; may be null.</summary>
    public IActorRef Sender { get; }

    /// <inheritdoc/>
    public override string ToString() => $"<{Message ?? "null"}> from {Sender?.ToString() ?? "NoSender"}";
}
