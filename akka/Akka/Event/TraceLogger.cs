using System.Diagnostics;
using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger for <c>akka.loggers</c> that writes to the listeners of <see cref="Trace"/>.</summary>
public class TraceLogger : UntypedActor
{
    /// <summary>Made by the actor system.</summary>
    public TraceLogger() { }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case LogEvent entry when !Context.System.Settings.LogFilter.ShouldTryKeepMessage(entry, out _):
                break;
            case Error error:
                Trace.TraceError(StandardOutLogger.Line(error));
                break;
            case Warning warning:
                Trace.TraceWarning(StandardOutLogger.Line(warning));
                break;
            case Info info:
                Trace.TraceInformation(StandardOutLogger.Line(info));
                break;
            case LogEvent debug:
                Trace.WriteLine(StandardOutLogger.Line(debug));
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
