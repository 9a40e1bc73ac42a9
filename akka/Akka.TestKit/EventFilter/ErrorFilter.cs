using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Picks errors, all of them or those of a type of exception. The message matched is the event's or that of its exception.</summary>
public class ErrorFilter : EventFilterBase
{
    private readonly Type? _exceptionType;
    private readonly bool _recurseInnerExceptions;

    /// <summary>Creates a filter for errors with or without an exception.</summary>
    public ErrorFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null)
        : base(messageMatcher, sourceMatcher)
    {
    }

    /// <summary>Creates a filter for errors with an exception of a type, or of one derived from it.</summary>
    /// <param name="exceptionType">The type.</param>
    /// <param name="messageMatcher">Which messages; all when null.</param>
    /// <param name="sourceMatcher">Which sources; all when null.</param>
    /// <param name="recurseInnerExceptions">Whether an inner exception may be the one.</param>
    public ErrorFilter(
        Type exceptionType, IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null, bool recurseInnerExceptions = false)
        : base(messageMatcher, sourceMatcher)
    {
        _exceptionType = exceptionType;
        _recurseInnerExceptions = recurseInnerExceptions;
    }

    /// <inheritdoc/>
    protected override string FilterDescriptiveName => _exceptionType is null ? "Error" : $"Error with {_exceptionType}";

    /// <inheritdoc/>
    protected override bool IsMatch(LogEvent evt) =>
        evt is Error && (evt.Cause is { } cause
            ? IsMatch(evt, cause)
            : _exceptionType is null && InternalDoMatch(evt.LogSource, evt.Message));

    private bool IsMatch(LogEvent evt, Exception cause) =>
        ((_exceptionType is null || _exceptionType.IsInstanceOfType(cause)) && (InternalDoMatch(evt.LogSource, evt.Message) || InternalDoMatch(evt.LogSource, cause.Message)))
        || (_recurseInnerExceptions && cause switch
        {
            AggregateException many => many.InnerExceptions.Any(inner => IsMatch(evt, inner)),
            { InnerException: { } inner } => IsMatch(evt, inner),
            _ => false,
        });
}
