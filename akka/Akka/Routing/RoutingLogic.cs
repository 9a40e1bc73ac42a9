using Akka.Actor;

namespace Akka.Routing;

/// <summary>Chooses the routee of a message. Called by every thread that sends through the router, at once.</summary>
public abstract class RoutingLogic : INoSerializationVerificationNeeded
{
    /// <summary>The routee that <paramref name="message"/> goes to; <see cref="Routee.NoRoutee"/> when there is none.</summary>
    public abstract Routee Select(object message, Routee[] routees);
}
