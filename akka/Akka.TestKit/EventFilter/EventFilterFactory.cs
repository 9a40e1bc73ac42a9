using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Creates filters of log events, to expect or mute what they pick.</summary>
/// <remarks>
/// Messages are picked by their text (<c>message</c>: all of it, <c>start</c>, <c>contains</c>: the first that is given counts) or by an
/// expression; sources by text or by actor path, with or without the system.
/// </remarks>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    /// <summary>Creates filters for the system under test.</summary>
    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys, [])
    {
    }

    /// <summary>Creates filters for a system.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    /// <summary>Creates filters that work together with others.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = actorSystem;
        _filters = filters;
    }

    /// <summary>Picks errors with an exception of a type, by the text of the event or of the exception.</summary>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    /// <inheritdoc cref="Exception{TException}(Regex, string)"/>
    /// <param name="exceptionType">The type, or one that it derives from.</param>
    /// <param name="pattern">The expression.</param>
    /// <param name="source">The source.</param>
    /// <param name="checkInnerExceptions">Whether an inner exception may be the one.</param>
    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Exception(exceptionType, new RegexMatcher(pattern), source, checkInnerExceptions);

    /// <inheritdoc cref="Exception{TException}(Regex, string)"/>
    public IEventFilterApplier Exception<TException>(string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    /// <inheritdoc cref="Exception(Type, Regex, string, bool)"/>
    public IEventFilterApplier Exception(
        Type exceptionType,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null,
        bool checkInnerExceptions = false) =>
        Exception(exceptionType, CreateMessageMatcher(message, start, contains), source, checkInnerExceptions);

    /// <summary>Picks errors.</summary>
    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <inheritdoc cref="Error(string, string, string, string)"/>
    public IEventFilterApplier Error(Regex pattern, string? source = null) => ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Picks warnings.</summary>
    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <inheritdoc cref="Warning(string, string, string, string)"/>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) => ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Picks info events.</summary>
    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <inheritdoc cref="Info(string, string, string, string)"/>
    public IEventFilterApplier Info(Regex pattern, string? source = null) => ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Picks debug events.</summary>
    public IEventFilterApplier Debug(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <inheritdoc cref="Debug(string, string, string, string)"/>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) => ForLogLevel(LogLevel.DebugLevel, pattern, source);

    /// <summary>Picks events of a level.</summary>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel, string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(logLevel, CreateMessageMatcher(message, start, contains), source);

    /// <inheritdoc cref="ForLogLevel(LogLevel, string, string, string, string)"/>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        ForLogLevel(logLevel, new RegexMatcher(pattern), source);

    /// <summary>Picks events that a predicate holds for.</summary>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => CreateApplier(new CustomEventFilter(predicate), _system);

    /// <summary>Picks events of a type that a predicate holds for.</summary>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent => Custom(logEvent => logEvent is TLogEvent typed && predicate(typed));

    /// <summary>Picks dead letters.</summary>
    public IEventFilterApplier DeadLetter() => DeadLetter(static _ => true, null);

    /// <summary>Picks dead letters with messages of a type.</summary>
    /// <param name="source">The path of the recipient.</param>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(letter => letter.Message is TMessage, source);

    /// <inheritdoc cref="DeadLetter{TMessage}(string)"/>
    /// <param name="isMatch">Says which messages.</param>
    /// <param name="source">The path of the recipient.</param>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        DeadLetter(letter => letter.Message is TMessage message && isMatch(message), source);

    /// <inheritdoc cref="DeadLetter{TMessage}(string)"/>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(letter => type.IsInstanceOfType(letter.Message), source);

    /// <inheritdoc cref="DeadLetter{TMessage}(Func{TMessage, bool}, string)"/>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        DeadLetter(letter => type.IsInstanceOfType(letter.Message) && isMatch(letter.Message), source);

    /// <summary>The matcher of the first text that is given; of all when none is.</summary>
    protected static IStringMatcher CreateMessageMatcher(string? message, string? start, string? contains) => (message, start, contains) switch
    {
        (not null, _, _) => new EqualsString(message),
        (_, not null, _) => new StartsWithString(start),
        (_, _, not null) => new ContainsString(contains),
        _ => MatchesAll.Instance,
    };

    /// <summary>Adds a filter to those that it works together with.</summary>
    protected IEventFilterApplier CreateApplier(EventFilterBase filter, ActorSystem system) =>
        new EventFilterApplier(_testkit, system, [.. _filters, filter]);

    private IEventFilterApplier Exception(Type exceptionType, IStringMatcher message, string? source, bool checkInnerExceptions) =>
        CreateApplier(new ErrorFilter(exceptionType, message, Source(source), checkInnerExceptions), _system);

    private IEventFilterApplier ForLogLevel(LogLevel level, IStringMatcher message, string? source)
    {
        EventFilterBase filter = level switch
        {
            LogLevel.DebugLevel => new DebugFilter(message, Source(source)),
            LogLevel.InfoLevel => new InfoFilter(message, Source(source)),
            LogLevel.WarningLevel => new WarningFilter(message, Source(source)),
            LogLevel.ErrorLevel => new ErrorFilter(message, Source(source)),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a log level."),
        };
        return CreateApplier(filter, _system);
    }

    private IEventFilterApplier DeadLetter(Predicate<DeadLetter> isMatch, string? source) =>
        CreateApplier(new DeadLettersFilter(null, Source(source), isMatch), _system);

    private static IStringMatcher Source(string? source) => source is null ? MatchesAll.Instance : new EqualsStringAndPathMatcher(source);
}
