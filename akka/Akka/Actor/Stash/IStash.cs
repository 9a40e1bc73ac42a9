namespace Akka.Actor;

/// <summary>Puts the message that is being handled aside, to be handled later, in its turn again.</summary>
/// <remarks>Only for use by the actor itself, within its message handling.</remarks>
public interface IStash
{
    /// <summary>How many messages are put aside.</summary>
    int Count { get; }

    /// <summary>True when none is.</summary>
    bool IsEmpty { get; }

    /// <summary>True when one is.</summary>
    bool NonEmpty { get; }

    /// <summary>True when no other can be.</summary>
    bool IsFull { get; }

    /// <summary>How many can be put aside; -1 for any number.</summary>
    int Capacity { get; }

    /// <summary>Puts the current message aside.</summary>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    /// <exception cref="IllegalActorStateException">The current message is in the stash already.</exception>
    /// <exception cref="InvalidOperationException">No message is being handled.</exception>
    void Stash();

    /// <summary>Puts the message that is longest in the stash back in front of the mailbox.</summary>
    void Unstash();

    /// <summary>Puts all messages back in front of the mailbox, in their order.</summary>
    void UnstashAll();

    /// <summary>Puts the messages that <paramref name="predicate"/> chooses back in front of the mailbox; the others are dropped.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash and returns what was in it.</summary>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts <paramref name="envelopes"/> in front of what is in the stash.</summary>
    /// <exception cref="StashOverflowException">They do not fit.</exception>
    void Prepend(IEnumerable<Envelope> envelopes);
}
