namespace Akka.Actor;

/// <summary>The scheduler cannot take what it is asked to do later, having been shut down.</summary>
public sealed class SchedulerException : AkkaException
{
    /// <summary>Says why.</summary>
    public SchedulerException(string message) : base(message) { }
}
