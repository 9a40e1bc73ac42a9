using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Where messages end that reach nobody; each becomes an event on the event stream.</summary>
public class DeadLetterActorRef : EmptyLocalActorRef
{
    private readonly EventStream _eventStream;

    /// <summary>The dead letters of a system.</summary>
    public DeadLetterActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream) : base(provider, path, eventStream) =>
        _eventStream = eventStream;

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case DeadLetter already:
                if (SpecialHandle(already.Message, already.Sender)) break;
                if (Suppressed(already.Message) is null) _eventStream.Publish(already);
                else Publish(already.Message, already.Sender, already.Recipient);
                break;
            case AllDeadLetters already:
                _eventStream.Publish(already);
                break;
            default:
                if (!SpecialHandle(message, sender)) Publish(message, sender, this);
                break;
        }
    }

    /// <inheritdoc/>
    protected override bool SpecialHandle(object message, IActorRef sender)
    {
        if (message is not Watch watch) return base.SpecialHandle(message, sender);
        // A system message that came too late for its actor: its watcher must hear of the actor, not of these dead letters.
        if (!watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
        return true;
    }
}
