using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>An entry of the log: it is published on the event stream, and loggers print it.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    /// <summary>Made here and now: takes the time and the thread.</summary>
    protected LogEvent()
    {
        Timestamp = DateTime.UtcNow;
        Thread = Thread.CurrentThread;
    }

    /// <summary>What was thrown; may be null.</summary>
    public Exception? Cause { get; protected set; }

    /// <summary>When, UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>On which thread.</summary>
    public Thread Thread { get; }

    /// <summary>Who says it: an actor's path, or a name.</summary>
    public string LogSource { get; protected set; } = "";

    /// <summary>The type of who says it.</summary>
    public Type LogClass { get; protected set; } = typeof(object);

    /// <summary>What is said: a text, a <see cref="LogMessage"/>, or any object.</summary>
    public object Message { get; protected set; } = "";

    /// <summary>How much it matters.</summary>
    public abstract LogLevel LogLevel();

    /// <summary>The line that loggers print, the exception on the lines after it:
    /// <c>[INFO][11/22/2026 10:00:00.000Z][Thread 0004][akka://sys/user/a] text</c>.</summary>
    public override string ToString()
    {
        var line = string.Create(CultureInfo.InvariantCulture,
            $"[{LogLevel().StringFor()}][{Timestamp:MM/dd/yyyy HH:mm:ss.fff}Z][Thread {Thread.ManagedThreadId:0000}][{LogSource}] {Message}");
        return Cause is null ? line : line + Environment.NewLine + "Cause: " + Cause;
    }
}
