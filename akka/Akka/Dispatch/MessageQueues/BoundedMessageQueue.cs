using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// A queue with a limit. A sender that finds it full waits <see cref="PushTimeOut"/> for room, blocking its thread; then its message
/// goes to the dead letters.
/// </summary>
public class BoundedMessageQueue : IMessageQueue, IBoundedMessageQueueSemantics
{
    private readonly UnboundedMessageQueue _queue = new();
    private readonly SemaphoreSlim _room;

    /// <summary>Limits from <c>mailbox-capacity</c> and <c>mailbox-push-timeout-time</c>.</summary>
    /// <exception cref="ArgumentException">The capacity is not positive.</exception>
    public BoundedMessageQueue(Config config)
        : this(config.GetInt("mailbox-capacity"), config.GetTimeSpan("mailbox-push-timeout-time"))
    {
    }

    /// <summary>At most <paramref name="boundedCapacity"/> messages.</summary>
    /// <exception cref="ArgumentException">The capacity is not positive.</exception>
    public BoundedMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
    {
        if (boundedCapacity <= 0)
            throw new ArgumentException($"A bounded queue must have room for a message, not for {boundedCapacity}", nameof(boundedCapacity));
        _room = new SemaphoreSlim(boundedCapacity, boundedCapacity);
        PushTimeOut = pushTimeOut;
    }

    /// <inheritdoc/>
    public TimeSpan PushTimeOut { get; set; }

    /// <inheritdoc/>
    public bool HasMessages => _queue.HasMessages;

    /// <inheritdoc/>
    public int Count => _queue.Count;

    /// <summary>Adds a message, waiting for room if need be; without room, or once cleaned up, it goes to the dead letters.</summary>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (_room.Wait(PushTimeOut < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : PushTimeOut))
        {
            if (_queue.TryEnqueue(envelope))
                return;
            // The owner is gone: the next sender that waits must learn it too.
            _room.Release();
        }
        DeadLetters.Publish(receiver, envelope);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        if (!_queue.TryDequeue(out envelope))
            return false;
        _room.Release();
        return true;
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        _queue.Close();
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
