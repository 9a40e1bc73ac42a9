using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A ref with a cell, and so with children, behind it.</summary>
public abstract class ActorRefWithCell : InternalActorRefBase
{
    /// <summary>What is behind the ref.</summary>
    public abstract ICell Underlying { get; }

    /// <summary>The children that live.</summary>
    public abstract IEnumerable<IActorRef> Children { get; }

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    public abstract IInternalActorRef GetSingleChild(string name);
}

/// <summary>The ref of an actor in this process.</summary>
public class LocalActorRef : ActorRefWithCell
{
    private readonly ActorCell _cell;

    /// <summary>A ref with a new cell behind it, not started yet.</summary>
    public LocalActorRef(ActorSystemImpl system, Props props, MessageDispatcher dispatcher, MailboxType mailboxType, IInternalActorRef supervisor, ActorPath path)
    {
        System = system;
        Path = path;
        Dispatcher = dispatcher;
        MailboxType = mailboxType;
        Supervisor = supervisor;
        _cell = NewActorCell(system, this, props, dispatcher, supervisor);
        _cell.Init(mailboxType);
    }

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider => _cell.SystemImpl.Provider;

    /// <inheritdoc/>
    public override IInternalActorRef Parent => _cell.Parent;

    /// <inheritdoc/>
    public override bool IsTerminated => _cell.IsTerminated;

    /// <inheritdoc/>
    public override bool IsLocal => true;

    /// <inheritdoc/>
    public override IEnumerable<IActorRef> Children => _cell.GetChildren();

    /// <inheritdoc/>
    public override ICell Underlying => _cell;

    /// <summary>What runs the actor.</summary>
    public ActorCell Cell => _cell;

    /// <summary>The system.</summary>
    protected ActorSystem System { get; }

    /// <summary>What the actor is made of.</summary>
    protected Props Props => _cell.Props;

    /// <summary>Whose threads run it.</summary>
    protected MessageDispatcher Dispatcher { get; }

    /// <summary>What its mailbox was made by.</summary>
    protected MailboxType MailboxType { get; }

    /// <summary>Who supervises it.</summary>
    protected IInternalActorRef Supervisor { get; }

    /// <summary>Makes the cell; called once, by the constructor.</summary>
    protected virtual ActorCell NewActorCell(ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef supervisor) =>
        new(system, self, props, dispatcher, supervisor);

    /// <inheritdoc/>
    public override void Start() => _cell.Start();

    /// <inheritdoc/>
    public override void Stop() => _cell.Stop();

    /// <inheritdoc/>
    public override void Suspend() => _cell.Suspend();

    /// <inheritdoc/>
    public override void Resume(Exception? causedByFailure = null) => _cell.Resume(causedByFailure);

    /// <inheritdoc/>
    public override void Restart(Exception cause) => _cell.Restart(cause);

    /// <inheritdoc/>
    public override void SendSystemMessage(ISystemMessage message) => _cell.SendSystemMessage(message);

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender) => _cell.SendMessage(sender, message);

    /// <inheritdoc/>
    public override IInternalActorRef GetSingleChild(string name) => _cell.GetSingleChild(name);

    /// <inheritdoc/>
    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        for (var i = 0; i < name.Count; i++)
        {
            if (string.IsNullOrEmpty(name[i])) continue;
            if (name[i] == "..") current = current.Parent;
            else if (current is ActorRefWithCell withCell) current = withCell.GetSingleChild(name[i]);
            else return current.GetChild(name.Skip(i).ToArray());
            if (current.IsNobody()) return ActorRefs.Nobody;
        }

        return current;
    }
}
