using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// What holds an actor's user messages between being sent and being processed. Any thread enqueues; unless the queue says
/// otherwise by <see cref="IMultipleConsumerSemantics"/>, one thread at a time (the mailbox that is running) dequeues.
/// </summary>
public interface IMessageQueue
{
    /// <summary>Whether there is a message to take. Exact for the consumer: what was enqueued before it asks, it sees.</summary>
    bool HasMessages { get; }

    /// <summary>How many messages are waiting; an estimate while others enqueue.</summary>
    int Count { get; }

    /// <summary>Adds a message at the end. <paramref name="receiver"/> is the actor that it is for, named where it cannot be taken.</summary>
    void Enqueue(IActorRef receiver, Envelope envelope);

    /// <summary>Takes the next message; <see langword="false"/> when there is none.</summary>
    bool TryDequeue(out Envelope envelope);

    /// <summary>Called once the owner has stopped: hands every message still here to <paramref name="deadletters"/>.</summary>
    void CleanUp(IActorRef owner, IMessageQueue deadletters);
}
