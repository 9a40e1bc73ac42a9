using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Makes stashes.</summary>
public static class StashFactory
{
    /// <summary>The stash for an actor: one of any size for <see cref="IWithUnboundedStash"/> and <see cref="IWithUnrestrictedStash"/>; for
    /// the others one of <see cref="Props.WithStashCapacity"/> messages or, failing that, <c>stash-capacity</c> of its mailbox.</summary>
    /// <exception cref="NotSupportedException">Its mailbox is not deque-based.</exception>
    public static IStash CreateStash(this IActorContext context, IActorStash actorInstance)
    {
        var anySize = actorInstance is not (IWithStash or IWithBoundedStash);
        return new ActorStash((ActorCell)context, anySize ? -1 : CapacityOf((ActorCell)context));
    }

    private static int CapacityOf(ActorCell cell)
    {
        var props = cell.Props;
        return props.Deploy.StashCapacity > 0
            ? props.Deploy.StashCapacity
            : cell.SystemImpl.Mailboxes.StashCapacity(props.Dispatcher, props.Mailbox);
    }
}
