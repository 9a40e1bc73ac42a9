using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The ref of a path with no actor at it: what it is told becomes a dead letter, and who watches it hears at once.</summary>
public class EmptyLocalActorRef : MinimalActorRef
{
    private readonly EventStream _eventStream;

    /// <summary>A ref for that path.</summary>
    public EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    {
        Provider = provider;
        Path = path;
        _eventStream = eventStream;
    }

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider { get; }

    /// <inheritdoc/>
    public override bool IsTerminated => true;

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is DeadLetter deadLetter)
            SpecialHandle(deadLetter.Message, deadLetter.Sender);
        else if (!SpecialHandle(message, sender))
            Publish(message, sender, this);
    }

    /// <inheritdoc/>
    public override void SendSystemMessage(ISystemMessage message) => SpecialHandle(message, ActorRefs.NoSender!);

    /// <summary>Answers what even an absent actor must answer; true when the message was one of these.</summary>
    protected virtual bool SpecialHandle(object message, IActorRef sender)
    {
        switch (message)
        {
            case Watch watch:
                if (watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
                    watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
                return true;
            case Unwatch:
                return true;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null), this);
                return true;
            case ActorSelectionMessage { Message: Identify inner } selection:
                if (!selection.WildCardFanOut) sender?.Tell(new ActorIdentity(inner.MessageId, null), this);
                return true;
            case ActorSelectionMessage selection:
                if (selection.Message is IDeadLetterSuppression) Publish(selection.Message, sender, this);
                else if (!selection.WildCardFanOut) Publish(selection.Message, sender, this);
                return true;
            default:
                return false;
        }
    }

    internal void Publish(object message, IActorRef? sender, IActorRef recipient)
    {
        if (Suppressed(message) is { } suppressed)
            _eventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? Provider.DeadLetters, recipient));
        else
            _eventStream.Publish(new DeadLetter(message, sender ?? Provider.DeadLetters, recipient));
    }

    /// <summary>What nobody misses: the message, or the one inside it; null for any other. A dead letter that is itself undeliverable is
    /// told of, but not again and again.</summary>
    private protected static IDeadLetterSuppression? Suppressed(object message)
    {
        while (message is not IDeadLetterSuppression && message is IWrappedMessage wrapped and not AllDeadLetters) message = wrapped.Message;
        return message as IDeadLetterSuppression;
    }
}
