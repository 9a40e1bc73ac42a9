namespace Akka.Event;

/// <summary>What fails.</summary>
public class Error : LogEvent
{
    /// <summary>With the exception it is about, or null.</summary>
    public Error(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
