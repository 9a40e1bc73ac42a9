using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The logger that <c>akka.loggers</c> names unless changed: hands entries to <c>akka.stdout-logger-class</c>, which
/// prints them on standard output unless it is another.</summary>
public class DefaultLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>Made by the actor system.</summary>
    public DefaultLogger() { }

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                if (Context.System.Settings.LogFilter.ShouldTryKeepMessage(logEvent, out _)) Print(logEvent);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Prints an entry.</summary>
    protected virtual void Print(LogEvent logEvent) => Context.System.Settings.StdoutLogger.Tell(logEvent, Sender);
}
