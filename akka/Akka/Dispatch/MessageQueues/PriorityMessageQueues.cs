using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue by priority: the smallest number first, those of the same number in no particular order.</summary>
public class UnboundedPriorityMessageQueue : BlockingMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly Func<object, int> _priorityGenerator;
    private readonly PriorityQueue<Envelope, int> _queue;
    private readonly Stack<Envelope> _first = new();

    /// <summary>An empty queue ordered by <paramref name="priorityGenerator"/>, with room for so many before it grows.</summary>
    public UnboundedPriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity)
    {
        _priorityGenerator = priorityGenerator;
        _queue = new PriorityQueue<Envelope, int>(initialCapacity);
    }

    /// <inheritdoc/>
    protected override int LockedCount => _first.Count + _queue.Count;

    /// <summary>Puts a message before all that wait, whatever its priority. Only for the actor that owns the queue.</summary>
    public void EnqueueFirst(Envelope envelope) => _first.Push(envelope);

    /// <inheritdoc/>
    protected override void LockedEnqueue(Envelope envelope) => _queue.Enqueue(envelope, _priorityGenerator(envelope.Message));

    /// <inheritdoc/>
    protected override bool LockedTryDequeue(out Envelope envelope)
        => _first.TryPop(out envelope) || _queue.TryDequeue(out envelope, out _);
}

/// <summary>A queue by priority: the smallest number first, those of the same number in the order they were sent.</summary>
public class UnboundedStablePriorityMessageQueue : BlockingMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly Func<object, int> _priorityGenerator;
    private readonly PriorityQueue<Envelope, (int Priority, long Order)> _queue;
    private readonly Stack<Envelope> _first = new();
    private long _sent;

    /// <summary>An empty queue ordered by <paramref name="priorityGenerator"/>, with room for so many before it grows.</summary>
    public UnboundedStablePriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity)
    {
        _priorityGenerator = priorityGenerator;
        _queue = new PriorityQueue<Envelope, (int Priority, long Order)>(initialCapacity);
    }

    /// <inheritdoc/>
    protected override int LockedCount => _first.Count + _queue.Count;

    /// <summary>Puts a message before all that wait, whatever its priority. Only for the actor that owns the queue.</summary>
    public void EnqueueFirst(Envelope envelope) => _first.Push(envelope);

    /// <inheritdoc/>
    protected override void LockedEnqueue(Envelope envelope)
        => _queue.Enqueue(envelope, (_priorityGenerator(envelope.Message), _sent++));

    /// <inheritdoc/>
    protected override bool LockedTryDequeue(out Envelope envelope)
        => _first.TryPop(out envelope) || _queue.TryDequeue(out envelope, out _);
}
