using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue that guards a plain collection with a lock. What derives from it is called with the lock held.</summary>
public abstract class BlockingMessageQueue : IMessageQueue, IBlockingMessageQueueSemantics
{
    private readonly Lock _lock = new();

    /// <summary>How long an operation waits for the lock, 1 s unless set; then it throws <see cref="TimeoutException"/>.</summary>
    public TimeSpan BlockTimeOut { get; set; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public bool HasMessages => Count > 0;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            Enter();
            try
            {
                return LockedCount;
            }
            finally
            {
                _lock.Exit();
            }
        }
    }

    /// <summary>How many messages are waiting.</summary>
    protected abstract int LockedCount { get; }

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        Enter();
        try
        {
            LockedEnqueue(envelope);
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        Enter();
        try
        {
            return LockedTryDequeue(out envelope);
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }

    /// <summary>Adds a message.</summary>
    protected abstract void LockedEnqueue(Envelope envelope);

    /// <summary>Takes the next message; <see langword="false"/> when there is none.</summary>
    protected abstract bool LockedTryDequeue(out Envelope envelope);

    private void Enter()
    {
        if (!_lock.TryEnter(BlockTimeOut))
            throw new TimeoutException($"A message queue stayed locked for {BlockTimeOut}");
    }
}
