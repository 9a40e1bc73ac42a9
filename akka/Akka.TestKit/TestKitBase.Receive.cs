using System.Collections;
using System.Runtime.CompilerServices;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Receives one message.</summary>
    /// <param name="max">How long to wait, not stretched; infinite when negative, the default when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message; null when none came in time.</returns>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(Receive(sync: true, max, cancellationToken))?.Message;

    /// <inheritdoc cref="ReceiveOne"/>
    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Receive(sync: false, max, cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Receives one message with its sender.</summary>
    /// <param name="envelope">The message; <see cref="NullMessageEnvelope"/> when none came in time.</param>
    /// <param name="max">How long to wait, not stretched; infinite when negative, the default when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether one came in time.</returns>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var received = Synchronously.Result(Receive(sync: true, max, cancellationToken));
        envelope = received ?? NullMessageEnvelope.Instance;
        return received is not null;
    }

    /// <inheritdoc cref="TryReceiveOne"/>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var received = await Receive(sync: false, max, cancellationToken).ConfigureAwait(false);
        return (received is not null, received ?? NullMessageEnvelope.Instance);
    }

    /// <summary>Looks at the next message; the next expectation still receives it.</summary>
    /// <inheritdoc cref="ReceiveOne"/>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(_queue.Peek(sync: true, max ?? RemainingOrDefault, cancellationToken))?.Message;

    /// <inheritdoc cref="PeekOne(TimeSpan?, CancellationToken)"/>
    public async ValueTask<object?> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await _queue.Peek(sync: false, max ?? RemainingOrDefault, cancellationToken).ConfigureAwait(false))?.Message;

    /// <inheritdoc cref="PeekOne(TimeSpan?, CancellationToken)"/>
    public object? PeekOne(CancellationToken cancellationToken) => PeekOne(null, cancellationToken);

    /// <inheritdoc cref="PeekOne(TimeSpan?, CancellationToken)"/>
    public ValueTask<object?> PeekOneAsync(CancellationToken cancellationToken) => PeekOneAsync(null, cancellationToken);

    /// <summary>Looks at the next message with its sender; the next expectation still receives it.</summary>
    /// <inheritdoc cref="TryReceiveOne"/>
    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        var next = Synchronously.Result(_queue.Peek(sync: true, max ?? RemainingOrDefault, cancellationToken));
        envelope = next ?? NullMessageEnvelope.Instance;
        return next is not null;
    }

    /// <inheritdoc cref="TryPeekOne"/>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(TimeSpan? max, CancellationToken cancellationToken)
    {
        var next = await _queue.Peek(sync: false, max ?? RemainingOrDefault, cancellationToken).ConfigureAwait(false);
        return (next is not null, next ?? NullMessageEnvelope.Instance);
    }

    /// <summary>Receives a number of messages.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Synchronously.ToList(ReceiveNCore(sync: true, numberOfMessages, RemainingOrDefault, cancellationToken));

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)"/>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all of them, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return Synchronously.ToList(ReceiveNCore(sync: true, numberOfMessages, Dilated(max), cancellationToken));
    }

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)"/>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveNCore(sync: false, numberOfMessages, RemainingOrDefault, cancellationToken);

    /// <inheritdoc cref="ReceiveN(int, TimeSpan, CancellationToken)"/>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return ReceiveNCore(sync: false, numberOfMessages, Dilated(max), cancellationToken);
    }

    /// <summary>Receives messages until the predicate holds for one.</summary>
    /// <param name="isMessage">Says whether it is the one.</param>
    /// <param name="max">How long to wait for it, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Synchronously.Result(Fish(sync: true, isMessage, null, max, hint, cancellationToken));

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    /// <param name="isMessage">Says whether it is the one.</param>
    /// <param name="allMessages">Takes the messages that came before it; emptied first.</param>
    /// <param name="max">How long to wait for it, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T FishForMessage<T>(
        Predicate<T> isMessage, ArrayList? allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Synchronously.Result(Fish(sync: true, isMessage, allMessages, max, hint, cancellationToken));

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(sync: false, isMessage, null, max, hint, cancellationToken);

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(sync: false, isMessage, null, max, hint, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, ArrayList, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, ArrayList? allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(sync: false, isMessage, allMessages, max, hint, cancellationToken);

    /// <summary>Receives messages until the time is up, and fails as soon as one is a <typeparamref name="T"/>: the reverse of fishing for it.</summary>
    /// <param name="max">How long none may come, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var end = Now + RemainingOrDilated(max);
        while (await Receive(sync: false, AtLeastZero(end - Now), cancellationToken).ConfigureAwait(false) is { } envelope)
        {
            _assertions.AssertFalse(envelope.Message is T, $"did not expect a message of type {typeof(T)}");
        }

        _lastWasNoMsg = true;
    }

    /// <summary>Receives messages until none comes for a while.</summary>
    /// <param name="max">How long none may come, before it is stretched.</param>
    /// <param name="maxMessages">How many messages are too many; none is when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages.</returns>
    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var received = new ArrayList();
        while (await Receive(sync: false, RemainingOrDilated(max), cancellationToken).ConfigureAwait(false) is { } envelope)
        {
            received.Add(envelope.Message);
            _assertions.AssertFalse(
                received.Count > maxMessages,
                $"{nameof(maxMessages)} violated: {received.Count} messages came before silence, and no more than {maxMessages} should have.");
        }

        _lastWasNoMsg = true;
        return received;
    }

    private async ValueTask<MessageEnvelope?> Receive(bool sync, TimeSpan? max, CancellationToken cancellationToken)
    {
        var limit = max ?? RemainingOrDefault;
        var start = Now;
        var envelope = await _queue.Take(sync, limit, cancellationToken).ConfigureAwait(false);
        if (TestKitSettings.LogTestKitCalls)
        {
            Log.Debug(envelope is null ? "Received no message after {1} of {2}" : "Received message {0} after {1} of {2}", envelope, Now - start, limit);
        }

        _lastWasNoMsg = false;
        _last = envelope ?? NullMessageEnvelope.Instance;
        return envelope;
    }

    private async IAsyncEnumerable<object> ReceiveNCore(
        bool sync, int count, TimeSpan max, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Now;
        for (var i = 0; i < count; i++)
        {
            var envelope = await Receive(sync, AtLeastZero(start + max - Now), cancellationToken).ConfigureAwait(false);
            if (envelope is null)
            {
                _assertions.Fail($"Timeout ({max}) while expecting {count} messages. Only got {i} after {Now - start}.");
            }

            yield return envelope!.Message!;
        }
    }

    private async ValueTask<T> Fish<T>(
        bool sync, Predicate<T> isMessage, ArrayList? skipped, TimeSpan? max, string hint, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        var end = Now + limit;
        skipped?.Clear();
        while (true)
        {
            var envelope = await Receive(sync, AtLeastZero(end - Now), cancellationToken).ConfigureAwait(false);
            _assertions.AssertTrue(envelope is not null, $"Timeout ({limit}) during fishForMessage{(string.IsNullOrEmpty(hint) ? "" : ", hint: " + hint)}");
            if (envelope!.Message is T message && isMessage(message))
            {
                return message;
            }

            skipped?.Add(envelope.Message);
        }
    }
}
