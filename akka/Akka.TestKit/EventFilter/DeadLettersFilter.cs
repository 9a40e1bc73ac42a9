using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Picks dead letters: the events that <see cref="TestEventListener"/> makes of them.</summary>
public sealed class DeadLettersFilter : EventFilterBase
{
    private readonly Predicate<DeadLetter>? _isMatch;

    /// <summary>Creates the filter.</summary>
    /// <param name="messageMatcher">Which messages, by their text; all when null.</param>
    /// <param name="sourceMatcher">Which recipients; all when null.</param>
    /// <param name="isMatch">Which dead letters; all when null.</param>
    public DeadLettersFilter(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher, Predicate<DeadLetter>? isMatch = null)
        : base(messageMatcher, sourceMatcher) => _isMatch = isMatch;

    /// <inheritdoc/>
    protected override string FilterDescriptiveName => "DeadLetter";

    /// <inheritdoc/>
    protected override bool IsMatch(LogEvent evt) =>
        evt is Warning { Message: DeadLetter deadLetter }
        && (_isMatch is null || _isMatch(deadLetter))
        && InternalDoMatch(evt.LogSource, deadLetter.Message);
}
