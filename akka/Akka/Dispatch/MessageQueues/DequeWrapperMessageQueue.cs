using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Gives another queue a head to put messages at: those put there are taken first, the last one put there before all.</summary>
public class DequeWrapperMessageQueue : IMessageQueue, IDequeBasedMessageQueueSemantics
{
    /// <summary>The queue that holds what was not put at the head.</summary>
    protected readonly IMessageQueue MessageQueue;

    // Only the actor itself puts messages at the head, and only its own mailbox takes them; most actors never do.
    private Stack<Envelope>? _first;

    /// <summary>Wraps <paramref name="messageQueue"/>.</summary>
    public DequeWrapperMessageQueue(IMessageQueue messageQueue)
    {
        MessageQueue = messageQueue;
    }

    /// <inheritdoc/>
    public bool HasMessages => _first is { Count: > 0 } || MessageQueue.HasMessages;

    /// <inheritdoc/>
    public int Count => (_first?.Count ?? 0) + MessageQueue.Count;

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope) => MessageQueue.Enqueue(receiver, envelope);

    /// <summary>Puts a message before all that wait. Only for the actor that owns the queue, while it processes a message.</summary>
    public void EnqueueFirst(Envelope envelope) => (_first ??= new Stack<Envelope>()).Push(envelope);

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
        => (_first is not null && _first.TryPop(out envelope)) || MessageQueue.TryDequeue(out envelope);

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (_first is not null && _first.TryPop(out var envelope))
            deadletters.Enqueue(owner, envelope);
        MessageQueue.CleanUp(owner, deadletters);
    }
}

/// <summary>A queue without a limit that also takes messages at its head.</summary>
public class UnboundedDequeMessageQueue : DequeWrapperMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    /// <summary>An empty queue.</summary>
    public UnboundedDequeMessageQueue()
        : base(new UnboundedMessageQueue())
    {
    }
}

/// <summary>A queue with a limit that also takes messages at its head; the limit does not hold back those.</summary>
public class BoundedDequeMessageQueue : DequeWrapperMessageQueue, IBoundedDequeBasedMessageQueueSemantics
{
    /// <summary>At most <paramref name="boundedCapacity"/> messages, apart from those put at its head.</summary>
    /// <exception cref="ArgumentException">The capacity is not positive.</exception>
    public BoundedDequeMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
        : base(new BoundedMessageQueue(boundedCapacity, pushTimeOut))
    {
        PushTimeOut = pushTimeOut;
    }

    /// <inheritdoc/>
    public TimeSpan PushTimeOut { get; }
}
