using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Receives the next message, which must be of the type and from the sender.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="duration">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore(sync: true, From<T>(sender, null, hint), duration, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(sync: false, From<T>(sender, null, hint), duration, hint, cancellationToken);

    /// <summary>Receives the next message, which must equal the one given and be from the sender.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="message">What is expected.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsgFrom<T>(IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore(sync: true, From(sender, EqualTo(message, hint), hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, T, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(sync: false, From(sender, EqualTo(message, hint), hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type and from the sender, and which the predicate must hold for.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="isMessage">The predicate.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsgFrom<T>(IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore(sync: true, From(sender, Matching<T>((message, _) => isMessage(message), hint), hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(sync: false, From(sender, Matching<T>((message, _) => isMessage(message), hint), hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type; a predicate each must hold for it and for its sender.</summary>
    /// <param name="isSender">The sender's predicate.</param>
    /// <param name="isMessage">The message's predicate.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsgFrom<T>(Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore(sync: true, From(isSender, Matching<T>((message, _) => isMessage(message), hint), hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(Predicate{IActorRef}, Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(sync: false, From(isSender, Matching<T>((message, _) => isMessage(message), hint), hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type and from the sender, and makes assertions about it.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="assertMessage">The assertions.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsgFrom<T>(IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore(sync: true, From<T>(sender, (message, _) => assertMessage(message), hint), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Action{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(sync: false, From<T>(sender, (message, _) => assertMessage(message), hint), timeout, hint, cancellationToken);

    /// <summary>Receives the next message, which must be of the type, and makes assertions about its sender, then about it.</summary>
    /// <param name="assertSender">The assertions about the sender.</param>
    /// <param name="assertMessage">The assertions about the message.</param>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T ExpectMsgFrom<T>(Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(ExpectCore<T>(sync: true, Asserting(assertSender, assertMessage), timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(Action{IActorRef}, Action{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(sync: false, Asserting(assertSender, assertMessage), timeout, hint, cancellationToken);

    private Action<T, IActorRef> From<T>(IActorRef expected, Action<T, IActorRef>? check, string? hint) => (message, sender) =>
    {
        _assertions.AssertEqual(
            expected, sender, $"Expected a message from {Describe.Sender(expected)}{Hint(hint)}, but received [{message}] from {Describe.Sender(sender)}.");
        check?.Invoke(message, sender);
    };

    private Action<T, IActorRef> From<T>(Predicate<IActorRef> isSender, Action<T, IActorRef> check, string? hint) => (message, sender) =>
    {
        _assertions.AssertTrue(
            isSender(sender), $"Received [{message}] from {Describe.Sender(sender)}, but the sender's predicate does not hold for that{Hint(hint)}.");
        check(message, sender);
    };

    private static Action<T, IActorRef> Asserting<T>(Action<IActorRef> assertSender, Action<T> assertMessage) => (message, sender) =>
    {
        assertSender(sender);
        assertMessage(message);
    };
}
