using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Makes stashes.</summary>
public static class StashFactory
{
    /// <summary>The stash for actors of a class.</summary>
    /// <exception cref="NotSupportedException">The actor's mailbox is not deque-based.</exception>
    public static IStash CreateStash<T>(this IActorContext context) where T : ActorBase => context.CreateStash(typeof(T));

    /// <summary>The stash for actors of a class.</summary>
    /// <exception cref="NotSupportedException">The actor's mailbox is not deque-based.</exception>
    public static IStash CreateStash(this IActorContext context, Type actorType) =>
        new ActorStash((ActorCell)context, IsBounded(actorType) ? CapacityOf((ActorCell)context) : -1);

    /// <summary>The stash for an actor: one of any size for <see cref="IWithUnboundedStash"/> and <see cref="IWithUnrestrictedStash"/>; for
    /// the others one of <see cref="Props.WithStashCapacity"/> messages or, failing that, <c>stash-capacity</c> of its mailbox.</summary>
    /// <exception cref="NotSupportedException">Its mailbox is not deque-based.</exception>
    public static IStash CreateStash(this IActorContext context, IActorStash actorInstance) => context.CreateStash(actorInstance.GetType());

    private static bool IsBounded(Type actorType) =>
        typeof(IWithStash).IsAssignableFrom(actorType) || typeof(IWithBoundedStash).IsAssignableFrom(actorType);

    private static int CapacityOf(ActorCell cell)
    {
        var props = cell.Props;
        return props.Deploy.StashCapacity > 0
            ? props.Deploy.StashCapacity
            : cell.SystemImpl.Mailboxes.StashCapacity(props.Dispatcher, props.Mailbox);
    }
}
