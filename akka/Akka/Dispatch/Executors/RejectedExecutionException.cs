using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>An executor was given something to run after it was shut down.</summary>
public class RejectedExecutionException : AkkaException
{
    /// <summary>With a message that names the executor.</summary>
    public RejectedExecutionException(string? message = null, Exception? inner = null)
        : base(message, inner)
    {
    }
}
