using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The base of refs that the actor system itself makes.</summary>
public abstract class InternalActorRefBase : ActorRefBase, IInternalActorRef
{
    /// <inheritdoc/>
    public abstract IInternalActorRef Parent { get; }

    /// <inheritdoc/>
    public abstract IActorRefProvider Provider { get; }

    /// <inheritdoc/>
    public abstract bool IsTerminated { get; }

    /// <inheritdoc/>
    public abstract bool IsLocal { get; }

    /// <inheritdoc/>
    public abstract IActorRef GetChild(IReadOnlyList<string> name);

    /// <inheritdoc/>
    public abstract void Resume(Exception? causedByFailure = null);

    /// <inheritdoc/>
    public abstract void Start();

    /// <inheritdoc/>
    public abstract void Stop();

    /// <inheritdoc/>
    public abstract void Restart(Exception cause);

    /// <inheritdoc/>
    public abstract void Suspend();

    /// <inheritdoc/>
    public abstract void SendSystemMessage(ISystemMessage message);

    /// <inheritdoc/>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => SendSystemMessage(message);
}

/// <summary>A ref with no actor behind it: life-cycle orders do nothing.</summary>
public abstract class MinimalActorRef : InternalActorRefBase
{
    /// <inheritdoc/>
    public override IInternalActorRef Parent => ActorRefs.Nobody;

    /// <inheritdoc/>
    public override bool IsLocal => true;

    /// <inheritdoc/>
    public override bool IsTerminated => false;

    /// <inheritdoc/>
    public override IActorRef GetChild(IReadOnlyList<string> name) =>
        name.All(string.IsNullOrEmpty) ? this : ActorRefs.Nobody;

    /// <inheritdoc/>
    public override void Resume(Exception? causedByFailure = null) { }

    /// <inheritdoc/>
    public override void Start() { }

    /// <inheritdoc/>
    public override void Stop() { }

    /// <inheritdoc/>
    public override void Restart(Exception cause) { }

    /// <inheritdoc/>
    public override void Suspend() { }

    /// <inheritdoc/>
    public override void SendSystemMessage(ISystemMessage message) => HandleSystemMessage(message);

    /// <summary>What becomes of a system message: nothing, unless a ref knows better.</summary>
    private protected virtual void HandleSystemMessage(ISystemMessage message) { }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender) { }
}
