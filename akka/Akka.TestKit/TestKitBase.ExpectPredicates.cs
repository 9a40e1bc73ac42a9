using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Receives as many messages as there are predicates, in any order: each predicate must hold for one, and for each one of them.</summary>
    /// <returns>The messages in the order that they came in.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(predicates, default);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])"/>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        Synchronously.ToList(AllOfMatching(sync: true, RemainingOrDefault, predicates, cancellationToken));

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])"/>
    /// <param name="max">How long to wait for all of them, before it is stretched.</param>
    /// <param name="predicates">What is expected.</param>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(TimeSpan max, params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(max, predicates, default);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(TimeSpan, PredicateInfo[])"/>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return Synchronously.ToList(AllOfMatching(sync: true, Dilated(max), predicates, cancellationToken));
    }

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])"/>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        AllOfMatching(sync: false, RemainingOrDefault, predicates, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(TimeSpan, PredicateInfo[])"/>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return AllOfMatching(sync: false, Dilated(max), predicates, cancellationToken);
    }

    private async IAsyncEnumerable<object> AllOfMatching(
        bool sync, TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var received = new List<object>(predicates.Count);
        await foreach (var message in ReceiveNCore(sync, predicates.Count, max, cancellationToken).ConfigureAwait(false))
        {
            received.Add(message);
        }

        // One message may fit several predicates: which of them is its own cannot be said before all messages are there.
        AssertNone(
            predicates.Where(predicate => !received.Exists(predicate.Matches)).ToList(),
            received.Where(message => !predicates.Any(predicate => predicate.Matches(message))).ToList());
        foreach (var message in received)
        {
            yield return message;
        }
    }
}
