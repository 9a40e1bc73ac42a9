using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>
/// The logger that event filters work with: prints what no filter picks. It makes warnings of dead letters and unhandled messages, so that
/// filters can expect these too.
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
                foreach (var channel in new[] { typeof(Mute), typeof(Unmute), typeof(DeadLetter), typeof(UnhandledMessage) })
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
                PrintUnlessFiltered(deadLetter, deadLetter);
                return true;
            case UnhandledMessage unhandled:
                PrintUnlessFiltered(unhandled, $"Unhandled message [{unhandled.Message}] from [{unhandled.Sender?.Path}]");
                return true;
            default:
                return base.Receive(message);
        }
    }

    /// <summary>Every filter that picks the event counts it: two expectations may be about the same one.</summary>
    private bool IsFiltered(LogEvent logEvent)
    {
        var filtered = false;
        foreach (var filter in _filters)
        {
            filtered |= filter.Apply(logEvent);
        }

        return filtered;
    }

    private void PrintUnlessFiltered(LogEvent logEvent)
    {
        if (!IsFiltered(logEvent) && Context.System.Settings.LogFilter.ShouldTryKeepMessage(logEvent, out _))
        {
            Print(logEvent);
        }
    }

    private void PrintUnlessFiltered(AllDeadLetters letter, object text)
    {
        var recipient = letter.Recipient;
        var warning = new Warning(recipient?.Path.ToString() ?? "", recipient?.GetType() ?? typeof(TestEventListener), text);
        if (!IsFiltered(warning))
        {
            // Dead letters are logged by the system itself; only what nobody else logs is printed here.
            if (letter is UnhandledMessage)
            {
                Print(warning);
            }
        }
    }
}
