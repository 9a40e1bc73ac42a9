namespace Akka.Actor;

/// <summary>The stash is full.</summary>
public class StashOverflowException : AkkaException
{
    /// <summary>Says which message had no place.</summary>
    public StashOverflowException(string message, Exception? cause = null) : base(message, cause) { }
}
