using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// The default queue: without a limit, lock-free, for any number of senders and one consumer at a time. A message costs one node
/// and nothing else; an empty queue is two references.
/// </summary>
public class UnboundedMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    // Senders push onto _incoming, newest first. The consumer takes the whole stack at once and turns it round into _outgoing,
    // oldest first, which is its own: it never waits for a sender that was interrupted half way, as it would in a linked queue.
    private static readonly Node Closed = new(default);
    private Node? _incoming;
    private Node? _outgoing;

    /// <inheritdoc/>
    public bool HasMessages
    {
        get
        {
            if (Volatile.Read(ref _outgoing) is not null)
                return true;
            var newest = Volatile.Read(ref _incoming);
            return newest is not null && newest != Closed;
        }
    }

    /// <summary>How many messages are waiting: counted one by one, and an estimate while others send or take.</summary>
    public int Count => Length(Volatile.Read(ref _outgoing)) + Length(Volatile.Read(ref _incoming));

    /// <summary>Adds a message; once <see cref="CleanUp"/> was called it goes to the dead letters instead.</summary>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (!TryEnqueue(envelope))
            DeadLetters.Publish(receiver, envelope);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        var node = _outgoing ?? TakeIncoming();
        if (node is null)
        {
            envelope = default;
            return false;
        }
        _outgoing = node.Next;
        // A node that has grown old must not keep the younger ones after it alive.
        node.Next = null;
        envelope = node.Envelope;
        return true;
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        Close();
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }

    /// <summary>Adds a message; <see langword="false"/> once closed.</summary>
    internal bool TryEnqueue(Envelope envelope)
    {
        var node = new Node(envelope);
        var newest = Volatile.Read(ref _incoming);
        while (newest != Closed)
        {
            node.Next = newest;
            var seen = Interlocked.CompareExchange(ref _incoming, node, newest);
            if (seen == newest)
                return true;
            newest = seen;
        }
        return false;
    }

    /// <summary>
    /// Takes nothing in from here on: with the owner gone, what still arrived would be lost in silence. For the consumer to call;
    /// what is here already can still be taken.
    /// </summary>
    internal void Close()
    {
        var rest = Oldest(Interlocked.Exchange(ref _incoming, Closed));
        if (_outgoing is null)
        {
            _outgoing = rest;
            return;
        }
        var last = _outgoing;
        while (last.Next is not null)
            last = last.Next;
        last.Next = rest;
    }

    private Node? TakeIncoming()
    {
        var newest = Volatile.Read(ref _incoming);
        return newest is null || newest == Closed ? null : Oldest(Interlocked.Exchange(ref _incoming, null));
    }

    // Turns a stack of nodes round.
    private static Node? Oldest(Node? newest)
    {
        Node? oldest = null;
        while (newest is not null && newest != Closed)
        {
            var older = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = older;
        }
        return oldest;
    }

    // Ends however the consumer moves nodes about meanwhile: links are only ever turned round once, or cut.
    private static int Length(Node? node)
    {
        var length = 0;
        for (; node is not null && node != Closed; node = Volatile.Read(ref node.Next))
            length++;
        return length;
    }

    private sealed class Node(Envelope envelope)
    {
        public readonly Envelope Envelope = envelope;
        public Node? Next;
    }
}
