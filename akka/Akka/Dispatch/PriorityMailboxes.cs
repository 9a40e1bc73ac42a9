using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Queues by priority, in no particular order within one. Derive from it to say what is urgent.</summary>
public abstract class UnboundedPriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedPriorityMessageQueue>
{
    /// <summary>How many messages a queue has room for before it grows.</summary>
    public const int DefaultCapacity = 11;

    /// <summary>As named by <c>mailbox-type</c>.</summary>
    protected UnboundedPriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        InitialCapacity = DefaultCapacity;
    }

    /// <summary>How many messages a queue has room for before it grows.</summary>
    public int InitialCapacity { get; }

    /// <summary>The priority of a message: the smaller, the sooner. Called by its sender's thread.</summary>
    protected abstract int PriorityGenerator(object message);

    /// <inheritdoc/>
    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system)
        => new UnboundedPriorityMessageQueue(PriorityGenerator, InitialCapacity);
}

/// <summary>Queues by priority, in the order sent within one. Derive from it to say what is urgent.</summary>
public abstract class UnboundedStablePriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedStablePriorityMessageQueue>
{
    /// <summary>How many messages a queue has room for before it grows.</summary>
    public const int DefaultCapacity = 11;

    /// <summary>As named by <c>mailbox-type</c>.</summary>
    protected UnboundedStablePriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        InitialCapacity = DefaultCapacity;
    }

    /// <summary>How many messages a queue has room for before it grows.</summary>
    public int InitialCapacity { get; }

    /// <summary>The priority of a message: the smaller, the sooner. Called by its sender's thread.</summary>
    protected abstract int PriorityGenerator(object message);

    /// <inheritdoc/>
    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system)
        => new UnboundedStablePriorityMessageQueue(PriorityGenerator, InitialCapacity);
}
