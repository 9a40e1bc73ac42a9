namespace Akka.Actor;

/// <summary>An untyped actor with a stash and a deque-based mailbox.</summary>
public abstract class UntypedActorWithStash : UntypedActor, IWithStash
{
    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;
}

/// <summary>An untyped actor with a stash of any size and an unbounded deque-based mailbox.</summary>
public abstract class UntypedActorWithUnboundedStash : UntypedActor, IWithUnboundedStash
{
    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;
}

/// <summary>An untyped actor with a stash, whatever its mailbox, as long as that is deque-based.</summary>
public abstract class UntypedActorWithUnrestrictedStash : UntypedActor, IWithUnrestrictedStash
{
    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;
}
