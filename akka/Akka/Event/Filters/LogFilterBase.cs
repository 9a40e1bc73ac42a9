using Akka.Actor;

namespace Akka.Event;

/// <summary>What a filter looks at.</summary>
public enum LogFilterType
{
    /// <summary>In whose name something is logged.</summary>
    Source,

    /// <summary>What is logged, and the exception that is logged with it.</summary>
    Content,
}

/// <summary>What a filter says of an entry.</summary>
public enum LogFilterDecision
{
    /// <summary>It is logged.</summary>
    Keep,

    /// <summary>It is not logged.</summary>
    Drop,

    /// <summary>The filter was not told enough to decide.</summary>
    NoDecision,
}

/// <summary>Keeps entries out of the log. Loggers ask it, on their own threads.</summary>
public abstract class LogFilterBase : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    /// <summary>What it looks at. Where all filters look at the source alone, the text of an entry need not be made for them.</summary>
    public abstract LogFilterType FilterType { get; }

    /// <summary>Whether to log an entry.</summary>
    /// <param name="content">The entry.</param>
    /// <param name="expandedMessage">The line that loggers print, for filters that look at the content.</param>
    public abstract LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null);
}
