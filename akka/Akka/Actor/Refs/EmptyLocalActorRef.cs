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
        if (message is IDeadLetterSuppression suppressed)
            _eventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? Provider.DeadLetters, recipient));
        else
            _eventStream.Publish(new DeadLetter(message, sender ?? Provider.DeadLetters, recipient));
    }
}

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
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, this), this);
                break;
            case DeadLetter already:
                if (!SpecialHandle(already.Message, already.Sender)) Publish(already.Message, already.Sender, already.Recipient);
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

/// <summary>A name with refs below it that are no actors: <c>/temp</c>, where the refs of Ask live.</summary>
internal sealed class VirtualPathContainer(IActorRefProvider provider, ActorPath path, IInternalActorRef parent) : MinimalActorRef
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, IInternalActorRef> _children = new();

    public override ActorPath Path => path;
    public override IInternalActorRef Parent => parent;
    public override IActorRefProvider Provider => provider;

    public void AddChild(string name, IInternalActorRef actor) => _children[name] = actor;
    public void RemoveChild(string name) => _children.TryRemove(name, out _);

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        var rest = name.Where(n => n.Length > 0).ToArray();
        if (rest.Length == 0) return this;
        if (!_children.TryGetValue(rest[0].Split('#')[0], out var child)) return ActorRefs.Nobody;
        return rest.Length == 1 ? child : child.GetChild(rest[1..]);
    }
}
