using System.Collections.Concurrent;

namespace Akka.TestKit.Internal;

/// <summary>
/// The messages that a test actor has received and the test has not. One reader at a time; each wait ends with the arrival of a message,
/// not by polling. A negative timeout is infinite.
/// </summary>
internal sealed class EnvelopeQueue
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24); // a semaphore takes no more than int.MaxValue ms

    private readonly ConcurrentQueue<MessageEnvelope> _messages = new();
    private readonly SemaphoreSlim _available = new(0);

    internal bool HasMessages => !_messages.IsEmpty;

    /// <summary>What is there now, which stays there.</summary>
    internal MessageEnvelope[] Unread => [.. _messages];

    internal void Add(MessageEnvelope envelope)
    {
        _messages.Enqueue(envelope);
        _available.Release();
    }

    /// <summary>Takes the next message, or nothing after the timeout.</summary>
    internal async ValueTask<MessageEnvelope?> Take(bool sync, TimeSpan timeout, CancellationToken cancellationToken) =>
        await Wait(sync, timeout, cancellationToken).ConfigureAwait(false) && _messages.TryDequeue(out var envelope) ? envelope : null;

    /// <summary>Looks at the next message and leaves it where it is; nothing after the timeout.</summary>
    internal async ValueTask<MessageEnvelope?> Peek(bool sync, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!await Wait(sync, timeout, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        _available.Release();
        return _messages.TryPeek(out var envelope) ? envelope : null;
    }

    private ValueTask<bool> Wait(bool sync, TimeSpan timeout, CancellationToken cancellationToken) => timeout < TimeSpan.Zero
        ? _available.WaitOnce(sync, Timeout.InfiniteTimeSpan, cancellationToken)
        : _available.WaitFor(sync, timeout > Longest ? Longest : timeout, cancellationToken);
}
