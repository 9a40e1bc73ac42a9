using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Marks an interface that says how a message queue behaves, so that an actor can require it.</summary>
public interface ISemantics
{
}

/// <summary>A queue without a limit.</summary>
public interface IUnboundedMessageQueueSemantics : ISemantics
{
}

/// <summary>A queue that holds so many messages at most.</summary>
public interface IBoundedMessageQueueSemantics : ISemantics
{
    /// <summary>How long a sender waits for room before its message goes to the dead letters. Negative: without end.</summary>
    TimeSpan PushTimeOut { get; }
}

/// <summary>A queue that also takes messages at its head: what stashing needs.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics
{
    /// <summary>Puts a message before all that wait.</summary>
    void EnqueueFirst(Envelope envelope);
}

/// <summary>A queue without a limit that also takes messages at its head.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics
{
}

/// <summary>A queue with a limit that also takes messages at its head.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics : IBoundedMessageQueueSemantics, IDequeBasedMessageQueueSemantics
{
}

/// <summary>A queue that several threads may take from at once.</summary>
public interface IMultipleConsumerSemantics : ISemantics
{
}

/// <summary>A queue guarded by a lock: an operation may wait for another thread's.</summary>
public interface IBlockingMessageQueueSemantics : IMultipleConsumerSemantics
{
    /// <summary>How long an operation waits for the lock at most.</summary>
    TimeSpan BlockTimeOut { get; set; }
}
