using Akka.Dispatch;
using Akka.Util;

namespace Akka.Actor.Internal;

/// <summary>The stash of one actor.</summary>
internal sealed class ActorStash : IStash
{
    private readonly ActorCell _cell;
    private readonly IDequeBasedMessageQueueSemantics _mailbox;
    private readonly LinkedList<Envelope> _envelopes = new();
    private int _lastStashed = -1;

    /// <param name="cell">The actor's cell.</param>
    /// <param name="capacity">How many messages there is room for; none and less mean any number.</param>
    internal ActorStash(ActorCell cell, int capacity)
    {
        _cell = cell;
        Capacity = capacity > 0 ? capacity : -1;
        _mailbox = cell.Mailbox.MessageQueue as IDequeBasedMessageQueueSemantics ?? throw new NotSupportedException(
            $"DequeBasedMailbox required, got: {cell.Mailbox.MessageQueue.GetType().Name}. " +
            "An (unbounded) deque-based mailbox can be configured as follows: my-custom-mailbox { mailbox-type = \"Akka.Dispatch.UnboundedDequeBasedMailbox\" }");
    }

    public int Count => _envelopes.Count;

    public bool IsEmpty => _envelopes.Count == 0;

    public bool NonEmpty => _envelopes.Count != 0;

    public bool IsFull => Capacity >= 0 && _envelopes.Count >= Capacity;

    public int Capacity { get; }

    public void Stash()
    {
        var message = _cell.CurrentMessage
            ?? throw new InvalidOperationException("There is no message to stash right now. Stash() must be called inside an actor's Receive methods.");
        if (_cell.CurrentEnvelopeId == _lastStashed)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        _lastStashed = _cell.CurrentEnvelopeId;
        if (IsFull) throw new StashOverflowException($"Couldn't enqueue message {message} to stash of {_cell.Self}");
        _envelopes.AddLast(new Envelope(message, _cell.Sender));
    }

    public void Unstash()
    {
        if (_envelopes.First is not { } oldest) return;
        _envelopes.RemoveFirst();
        PutBack(oldest.Value);
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        // From the last to the first, each to the front: so they end up in their order.
        while (_envelopes.Last is { } youngest)
        {
            _envelopes.RemoveLast();
            if (predicate(youngest.Value)) PutBack(youngest.Value);
        }
    }

    private void PutBack(Envelope envelope)
    {
        _mailbox.EnqueueFirst(envelope);
        // It came up once already, and would pass for one that was unwatched meanwhile.
        if (envelope.Message is Terminated terminated) _cell.TerminatedQueuedFor(terminated.ActorRef, Option<object>.None);
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var all = _envelopes.ToArray();
        _envelopes.Clear();
        return all;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        var before = envelopes.ToArray();
        if (Capacity >= 0 && _envelopes.Count + before.Length > Capacity)
            throw new StashOverflowException($"Couldn't prepend {before.Length} messages to stash of {_cell.Self}");
        for (var i = before.Length - 1; i >= 0; i--) _envelopes.AddFirst(before[i]);
    }
}
