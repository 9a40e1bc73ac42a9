using System.Text;
using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit
{
    /// <summary>Picks log events.</summary>
    public interface IEventFilter
    {
        /// <summary>Whether the event is one that the filter is for.</summary>
        bool Apply(LogEvent logEvent);
    }
}

namespace Akka.TestKit.Internal
{
    /// <summary>Tells that a filter picked an event.</summary>
    public delegate void EventMatched(EventFilterBase eventFilter, LogEvent logEvent);

    /// <summary>Picks log events by message and source, and tells of each.</summary>
    public abstract class EventFilterBase : IEventFilter
    {
        private readonly IStringMatcher _messageMatcher;
        private readonly IStringMatcher _sourceMatcher;

        /// <summary>Creates the filter.</summary>
        /// <param name="messageMatcher">Which messages; all when null.</param>
        /// <param name="sourceMatcher">Which sources; all when null.</param>
        protected EventFilterBase(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher)
        {
            _messageMatcher = messageMatcher ?? MatchesAll.Instance;
            _sourceMatcher = sourceMatcher ?? MatchesAll.Instance;
        }

        /// <summary>Raised for each event that was picked, on the logger's thread.</summary>
        public event EventMatched? EventMatched;

        /// <summary>What is filtered, in a word.</summary>
        protected abstract string FilterDescriptiveName { get; }

        /// <inheritdoc/>
        public bool Apply(LogEvent logEvent)
        {
            if (!IsMatch(logEvent))
            {
                return false;
            }

            OnEventMatched(logEvent);
            return true;
        }

        /// <inheritdoc/>
        public override string ToString()
        {
            var text = new StringBuilder(FilterDescriptiveName);
            if (_messageMatcher is not MatchesAll)
            {
                text.Append($" when Message {_messageMatcher}");
            }

            if (_sourceMatcher is not MatchesAll)
            {
                text.Append(_messageMatcher is MatchesAll ? " when" : " and").Append($" Source {_sourceMatcher}");
            }

            return text.ToString();
        }

        /// <summary>Whether the event is one that the filter is for.</summary>
        protected abstract bool IsMatch(LogEvent evt);

        /// <summary>Whether source and message match.</summary>
        protected bool InternalDoMatch(string src, object? msg) => _sourceMatcher.IsMatch(src ?? "") && _messageMatcher.IsMatch(Text(msg));

        private static string Text(object? message)
        {
            try
            {
                return message?.ToString() ?? "null";
            }
            catch (FormatException) when (message is LogMessage template)
            {
                return template.Unformatted();
            }
        }

        /// <summary>Raises <see cref="EventMatched"/>.</summary>
        protected virtual void OnEventMatched(LogEvent logEvent) => EventMatched?.Invoke(this, logEvent);
    }
}
