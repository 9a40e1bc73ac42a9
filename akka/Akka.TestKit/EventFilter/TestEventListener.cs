using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>
/// The logger that event filters work with: prints what no filter picks. It makes warnings of dead letters, so that filters can expect these
/// too.
/// </summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<IEventFilter> _filters = [];

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                foreach (var channel in new[] { typeof(Mute), typeof(Unmute), typeof(DeadLetter) })
                {
                    initialize.LoggingBus.Subscribe(Self, channel);
                }

                Sender.Tell(new LoggerInitialized());
                return true;
            case Mute mute:
                _filters.AddRange(mute.Filters);
                return true;
            case Unmute unmute:
                foreach (var filter in unmute.Filters)
                {
                    _filters.Remove(filter);
                }

                return true;
            case LogEvent logEvent:
                PrintUnlessFiltered(logEvent);
                return true;
            case DeadLetter deadLetter:
                PrintUnlessFiltered(deadLetter);
                return true;
            default:
                Print(new Debug(Context.System.Name, GetType(), message));
                return true;
        }
    }

    /// <summary>The first filter that picks the event has it: it is counted once, and what is muted before it is expected does not count.</summary>
    private bool IsFiltered(LogEvent logEvent)
    {
        foreach (var filter in _filters)
        {
            try
            {
                if (filter.Apply(logEvent))
                {
                    return true;
                }
            }
            catch (Exception)
            {
                // A test's predicate may be made for other events, such as one that casts the message. It does not hold for this one.
            }
        }

        return false;
    }

    private void PrintUnlessFiltered(LogEvent logEvent)
    {
        if (!IsFiltered(logEvent))
        {
            PrintUnlessDropped(logEvent);
        }
    }

    private void PrintUnlessDropped(LogEvent logEvent)
    {
        if (Context.System.Settings.LogFilter.ShouldTryKeepMessage(logEvent, out _))
        {
            Print(logEvent);
        }
    }

    /// <summary>Filters see the message that was lost; what is printed says so in words.</summary>
    private void PrintUnlessFiltered(DeadLetter letter)
    {
        var (source, type) = (letter.Recipient.Path.ToString()!, letter.Recipient.GetType());
        if (IsFiltered(new Warning(source, type, letter)))
        {
            return;
        }

        var text = letter.Message is ISystemMessage
            ? $"Received dead system message: {letter.Message}"
            : $"Received dead letter from {letter.Sender}: {letter.Message}";
        PrintUnlessDropped(new Warning(source, type, new DeadLetter(text, letter.Sender, letter.Recipient)));
    }
}
