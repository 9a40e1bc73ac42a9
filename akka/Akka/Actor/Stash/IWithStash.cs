using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor that has a stash.</summary>
public interface IActorStash
{
    /// <summary>The stash; set before the actor gets its first message.</summary>
    IStash Stash { get; set; }
}

/// <summary>An actor with a stash, whatever its mailbox, as long as that is deque-based.</summary>
public interface IWithUnrestrictedStash : IActorStash;

/// <summary>An actor with a stash and a deque-based mailbox.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;

/// <summary>An actor with a stash of any size and an unbounded deque-based mailbox.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>;

/// <summary>An actor with a stash that can be full and a bounded deque-based mailbox.</summary>
public interface IWithBoundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>;
