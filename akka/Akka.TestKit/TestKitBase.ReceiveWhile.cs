using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Receives messages until the filter returns null for one, which is left to be received, or the time is up.</summary>
    /// <param name="max">How long to wait in all, before it is stretched.</param>
    /// <param name="filter">Turns a message into a result, or ends the series with null.</param>
    /// <param name="msgs">How many messages to receive at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhile(filter, max, null, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(TimeSpan?, Func{object, T}, int, CancellationToken)"/>
    /// <param name="max">How long to wait in all, before it is stretched.</param>
    /// <param name="idle">How long to wait for each message; as long as for all when null.</param>
    /// <param name="filter">Turns a message into a result, or ends the series with null.</param>
    /// <param name="msgs">How many messages to receive at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(TimeSpan?, TimeSpan?, Func{object, T}, int, CancellationToken)"/>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => Synchronously.ToList(ReceiveWhileCore(sync: true, filter, max, idle, msgs, cancellationToken));

    /// <summary>Receives messages of a type as long as the predicate holds; the one that it does not hold for is left to be received.</summary>
    /// <param name="shouldContinue">Says whether a message is part of the series.</param>
    /// <param name="max">How long to wait in all, before it is stretched.</param>
    /// <param name="idle">How long to wait for each message; as long as for all when null.</param>
    /// <param name="msgs">How many messages to receive at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are dropped; else they end the series.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
        where T : class => Synchronously.ToList(
            ReceiveWhileCore(sync: true, Filter(shouldContinue), max, idle, msgs, cancellationToken, Others<T>(shouldIgnoreOtherMessageTypes)));

    /// <inheritdoc cref="ReceiveWhile{T}(TimeSpan?, Func{object, T}, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhileCore(sync: false, filter, max, null, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(TimeSpan?, TimeSpan?, Func{object, T}, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhileCore(sync: false, filter, max, idle, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(TimeSpan?, TimeSpan?, Func{object, T}, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhileCore(sync: false, filter, max, idle, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Predicate{T}, TimeSpan?, TimeSpan?, int, bool, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
        where T : class =>
        ReceiveWhileCore(sync: false, Filter(shouldContinue), max, idle, msgs, cancellationToken, Others<T>(shouldIgnoreOtherMessageTypes));

    private static Func<object, T?> Filter<T>(Predicate<T> shouldContinue)
        where T : class => message => message is T typed && shouldContinue(typed) ? typed : null;

    private static Predicate<object> Others<T>(bool ignore) => message => ignore && message is not T;

    /// <param name="sync">Whether to block, not to await.</param>
    /// <param name="filter">Turns a message into a result, or ends the series with null.</param>
    /// <param name="max">How long to wait in all, before it is stretched.</param>
    /// <param name="idle">How long to wait for each message.</param>
    /// <param name="msgs">How many messages to receive at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="ignore">Says which messages are dropped: they neither end the series nor count.</param>
    private async IAsyncEnumerable<T> ReceiveWhileCore<T>(
        bool sync,
        Func<object, T?> filter,
        TimeSpan? max,
        TimeSpan? idle,
        int msgs,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        Predicate<object>? ignore = null)
        where T : class
    {
        var end = Now + RemainingOrDilated(max);
        var last = _last = NullMessageEnvelope.Instance;
        for (var count = 0; count < msgs;)
        {
            var left = AtLeastZero(end - Now);
            var wait = idle is { } each && !each.IsInfinite() ? TimeSpanExtensions.Min(left, each) : left;
            var next = await _queue.Peek(sync, wait, cancellationToken).ConfigureAwait(false);
            if (next is null)
            {
                break;
            }

            if (ignore is not null && ignore(next.Message!))
            {
                last = await Receive(sync, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                continue;
            }

            _last = next; // so that the filter can look at who sent it
            if (filter(next.Message!) is not { } result)
            {
                break;
            }

            last = await Receive(sync, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            count++;
            yield return result;
        }

        _last = last ?? NullMessageEnvelope.Instance;

        // Waiting until nothing more comes may use up the time of a Within block.
        _lastWasNoMsg = true;
    }
}
