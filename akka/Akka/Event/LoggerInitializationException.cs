namespace Akka.Actor;

/// <summary>A logger that does not start.</summary>
public class LoggerInitializationException : AkkaException
{
    /// <summary>Says what it did instead.</summary>
    public LoggerInitializationException(string message) : base(message) { }
}
