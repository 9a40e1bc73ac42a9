namespace Akka.Actor;

/// <summary>A logger that does not start.</summary>
public class LoggerInitializationException : AkkaException
{
    /// <summary>Without a word.</summary>
    public LoggerInitializationException() { }

    /// <summary>Says what it did instead.</summary>
    public LoggerInitializationException(string message) : base(message) { }

    /// <summary>Says what it did instead, and why.</summary>
    public LoggerInitializationException(string message, Exception? cause = null) : base(message, cause) { }
}
