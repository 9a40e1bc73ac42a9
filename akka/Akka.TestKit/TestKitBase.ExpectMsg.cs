using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // The timeout of an expectation is stretched by the time factor; without one, what is left of a Within block counts, or the default.

    /// <summary>Receives the next message, which must be of the type.</summary>
    /// <param name="duration">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, null, duration, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, null, duration, hint, cancellationToken);

    /// <summary>Receives the next message, which must equal the one given.</summary>
    /// <param name="message">What is expected.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, EqualTo(message, hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(T, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, EqualTo(message, hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must equal the one given by the comparer's measure.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="comparer">Given what is expected and what came, says whether they are equal.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, EqualTo(expected, comparer, hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(T, Func{T, T, bool}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, EqualTo(expected, comparer, hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type and which the predicate must hold for.</summary>
    /// <param name="isMessage">The predicate.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, Matching<T>((message, _) => isMessage(message), hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, Matching<T>((message, _) => isMessage(message), hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type and which, with its sender, the predicate must hold for.</summary>
    /// <param name="isMessageAndSender">The predicate.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, Matching(isMessageAndSender, hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Func{T, IActorRef, bool}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, Matching(isMessageAndSender, hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type, and makes assertions about it.</summary>
    /// <param name="assert">The assertions.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, (message, _) => assert(message), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Action{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, (message, _) => assert(message), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type, and makes assertions about it and its sender.</summary>
    /// <param name="assertMessageAndSender">The assertions.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsg<T>(Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore(sync: true, assertMessageAndSender, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Action{T, IActorRef}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(sync: false, assertMessageAndSender, timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must tell that the actor, which is watched, has terminated.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Terminated ExpectTerminated(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<Terminated>(sync: true, TerminationOf(target, hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectTerminated"/>
    public ValueTask<Terminated> ExpectTerminatedAsync(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<Terminated>(sync: false, TerminationOf(target, hint), timeout, hint, cancellationToken);

    private async ValueTask<T> ExpectCore<T>(
        bool sync, Action<T, IActorRef>? check, TimeSpan? timeout, string? hint, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(timeout);
        var envelope = await Receive(sync, limit, cancellationToken).ConfigureAwait(false);
        if (envelope is null)
        {
            _assertions.Fail($"Failed: Timeout {limit} while waiting for a message of type {typeof(T)} {hint}");
        }

        if (envelope!.Message is not T message)
        {
            _assertions.Fail($"Failed: Expected a message of type {typeof(T)}, but received {Describe.Received(envelope, hint)}");
            return default!;
        }

        check?.Invoke(message, envelope.Sender!);
        return message;
    }

    private Action<T, IActorRef> EqualTo<T>(T expected, string? hint) => (actual, sender) =>
        _assertions.AssertEqual(expected, actual, ($"Expected the message [{expected}]{Hint(hint)}, but received [{actual}] from {Describe.Sender(sender)}."));

    private Action<T, IActorRef> EqualTo<T>(T expected, Func<T, T, bool> comparer, string? hint) => (actual, sender) =>
        _assertions.AssertEqual(
            expected, actual, comparer, ($"Expected the message [{expected}]{Hint(hint)}, but received [{actual}] from {Describe.Sender(sender)}."));

    private Action<T, IActorRef> Matching<T>(Func<T, IActorRef, bool> predicate, string? hint) => (actual, sender) =>
        _assertions.AssertTrue(
            predicate(actual, sender),
            $"Got a message of the expected type <{typeof(T)}>. Also expected the predicate to return true but the message {{{actual}}} of type <{actual!.GetType()}> did not match{Hint(hint)}");

    private Action<Terminated, IActorRef> TerminationOf(IActorRef target, string? hint) => (terminated, _) =>
        _assertions.AssertEqual(
            target, terminated.ActorRef, $"Expected that {Describe.Sender(target)} terminates{Hint(hint)}, but {Describe.Sender(terminated.ActorRef)} did.");
}
