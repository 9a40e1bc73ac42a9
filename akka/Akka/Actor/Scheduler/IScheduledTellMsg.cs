namespace Akka.Actor.Scheduler;

/// <summary>A message that came by way of the scheduler, around the one that was meant.</summary>
public interface IScheduledTellMsg : IWrappedMessage, INoSerializationVerificationNeeded;
