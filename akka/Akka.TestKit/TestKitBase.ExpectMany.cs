using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Receives as many messages as are given: each of those must come, and no other, in any order. One that is given twice need come
    /// only once.</summary>
    /// <returns>The messages in the order that they came in.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => ExpectMsgAllOf((IReadOnlyCollection<T>)messages);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Synchronously.ToList(AllOf(sync: true, RemainingOrDefault, messages, cancellationToken));

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    /// <param name="max">How long to wait for all of them, before it is stretched.</param>
    /// <param name="messages">What is expected.</param>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) => ExpectMsgAllOf(max, (IReadOnlyCollection<T>)messages);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(TimeSpan, T[])"/>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return Synchronously.ToList(AllOf(sync: true, Dilated(max), messages, cancellationToken));
    }

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(sync: false, RemainingOrDefault, messages, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(TimeSpan, T[])"/>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return AllOf(sync: false, Dilated(max), messages, cancellationToken);
    }

    /// <summary>Receives the next message, which must equal one of those given.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Synchronously.Result(AnyOf(sync: true, messages, cancellationToken));

    /// <inheritdoc cref="ExpectMsgAnyOf"/>
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        AnyOf(sync: false, messages, cancellationToken);

    /// <summary>Expects that no message comes in the time left of a <c>Within</c> block, or else in the default time.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        Synchronously.Result(NoMsg(sync: true, RemainingOrDefault, cancellationToken));

    /// <summary>Expects that no message comes for a while.</summary>
    /// <param name="duration">How long, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Synchronously.Result(NoMsg(sync: true, Dilated(duration), cancellationToken));

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) => NoMsg(sync: false, RemainingOrDefault, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        NoMsg(sync: false, Dilated(duration), cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async IAsyncEnumerable<T> AllOf<T>(
        bool sync, TimeSpan max, IReadOnlyCollection<T> expected, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var received = new List<object>(expected.Count);
        await foreach (var message in ReceiveNCore(sync, expected.Count, max, cancellationToken).ConfigureAwait(false))
        {
            received.Add(message);
        }

        AssertNone(
            expected.Where(message => !received.Contains(message!)).ToList(),
            received.Where(message => message is not T typed || !expected.Contains(typed)).ToList());

        foreach (var message in received)
        {
            yield return (T)message;
        }
    }

    private void AssertNone<T>(List<T> missing, List<object> unexpected) => _assertions.AssertTrue(
        missing.Count + unexpected.Count == 0,
        (missing.Count == 0 ? "" : $"not found [{string.Join(", ", missing)}] ")
        + (unexpected.Count == 0 ? "" : $"found unexpected [{string.Join(", ", unexpected)}]"));

    private async ValueTask<T> AnyOf<T>(bool sync, IEnumerable<T> messages, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDefault;
        var expected = messages.ToList();
        var envelope = await Receive(sync, limit, cancellationToken).ConfigureAwait(false);
        _assertions.AssertTrue(envelope is not null, $"Timeout {limit} while waiting for any of ({string.Join(", ", expected)})");
        _assertions.AssertTrue(
            envelope!.Message is T message && expected.Contains(message),
            $"Expected any of ({string.Join(", ", expected)}), found unexpected {Describe.Received(envelope, "")}");
        return (T)envelope.Message!;
    }

    private async ValueTask NoMsg(bool sync, TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = Now;
        var envelope = await Receive(sync, duration, cancellationToken).ConfigureAwait(false);
        if (envelope is not null)
        {
            _assertions.Fail($"Failed: Expected no messages during {duration}, instead we received {envelope} after {Now - start}");
        }

        _lastWasNoMsg = true;
    }
}
