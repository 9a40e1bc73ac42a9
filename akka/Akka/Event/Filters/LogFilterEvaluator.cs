namespace Akka.Event;

/// <summary>Asks the filters of a system about each entry.</summary>
public class LogFilterEvaluator
{
    /// <summary>Keeps everything.</summary>
    public static readonly LogFilterEvaluator NoFilters = new([]);

    private readonly LogFilterBase[] _filters;

    /// <summary>Asks these, in their order.</summary>
    public LogFilterEvaluator(LogFilterBase[] filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        _filters = filters;
        EvaluatesLogSourcesOnly = Array.TrueForAll(filters, filter => filter.FilterType == LogFilterType.Source);
    }

    /// <summary>Whether no filter looks at the content, so that no text has to be made.</summary>
    public bool EvaluatesLogSourcesOnly { get; }

    /// <summary>Whether an entry is to be logged: unless a filter drops it.</summary>
    /// <param name="evt">The entry.</param>
    /// <param name="expandedLogMessage">The line that loggers print, where that had to be made; empty otherwise.</param>
    public virtual bool ShouldTryKeepMessage(LogEvent evt, out string expandedLogMessage)
    {
        expandedLogMessage = EvaluatesLogSourcesOnly ? "" : Expand(evt);
        foreach (var filter in _filters)
            if (filter.ShouldKeepMessage(evt, expandedLogMessage) == LogFilterDecision.Drop) return false;
        return true;
    }

    /// <summary>The line that loggers print; the template and its arguments where these do not fit.</summary>
    private static string Expand(LogEvent evt)
    {
        try
        {
            return evt.ToString();
        }
        catch (FormatException) when (evt.Message is LogMessage template)
        {
            return template.Unformatted();
        }
    }
}
