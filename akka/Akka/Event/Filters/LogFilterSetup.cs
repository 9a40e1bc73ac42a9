using System.Text.RegularExpressions;
using Akka.Actor.Setup;

namespace Akka.Event;

/// <summary>The filters that an actor system is created with.</summary>
public sealed class LogFilterSetup : Setup
{
    /// <summary>With these filters.</summary>
    public LogFilterSetup(LogFilterBase[] filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        Filters = filters;
    }

    /// <summary>The filters, in the order in which they are asked.</summary>
    public LogFilterBase[] Filters { get; }

    /// <summary>Makes what asks the filters.</summary>
    public LogFilterEvaluator CreateEvaluator() => new(Filters);
}

/// <summary>Puts filters together.</summary>
public sealed class LogFilterBuilder
{
    private readonly List<LogFilterBase> _filters = [];

    /// <summary>Drops what is logged in the name of one source, in any case unless told otherwise.</summary>
    public LogFilterBuilder ExcludeSourceExactly(string source, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        Add(new ExactMatchLogSourceFilter(source, comparison));

    /// <summary>Drops what is logged in the name of sources that start with a text.</summary>
    public LogFilterBuilder ExcludeSourceStartingWith(string sourceStart) => ExcludeSourceRegex(new Regex("^" + Regex.Escape(sourceStart)));

    /// <summary>Drops what is logged in the name of sources that contain a text.</summary>
    public LogFilterBuilder ExcludeSourceContaining(string sourcePart) => ExcludeSourceRegex(new Regex(Regex.Escape(sourcePart)));

    /// <summary>Drops what is logged in the name of sources that end with a text.</summary>
    public LogFilterBuilder ExcludeSourceEndingWith(string sourceEnd) => ExcludeSourceRegex(new Regex(Regex.Escape(sourceEnd) + "\\z"));

    /// <summary>Drops what is logged in the name of sources that an expression finds something in.</summary>
    public LogFilterBuilder ExcludeSourceRegex(Regex regex) => Add(new RegexLogSourceFilter(regex));

    /// <summary>Drops entries whose line, as loggers print it, contains a text.</summary>
    public LogFilterBuilder ExcludeMessageContaining(string messagePart) => ExcludeMessageRegex(new Regex(Regex.Escape(messagePart)));

    /// <summary>Drops entries in whose line, as loggers print it, an expression finds something.</summary>
    public LogFilterBuilder ExcludeMessageRegex(Regex regex) => Add(new RegexLogMessageFilter(regex));

    /// <summary>Adds a filter.</summary>
    public LogFilterBuilder Add(LogFilterBase filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _filters.Add(filter);
        return this;
    }

    /// <summary>Adds filters.</summary>
    public LogFilterBuilder AddRange(IEnumerable<LogFilterBase> filters)
    {
        foreach (var filter in filters) Add(filter);
        return this;
    }

    /// <summary>Makes the setup for <see cref="Actor.ActorSystem.Create(string, ActorSystemSetup)"/>.</summary>
    public LogFilterSetup Build() => new([.. _filters]);
}
