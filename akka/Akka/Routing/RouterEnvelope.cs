namespace Akka.Routing;

/// <summary>A message wrapped to tell the router something; routees get what is inside.</summary>
public class RouterEnvelope
{
    /// <summary>Wraps <paramref name="message"/>.</summary>
    public RouterEnvelope(object message)
    {
        Message = message;
    }

    /// <summary>What the routees get.</summary>
    public object Message { get; }
}

/// <summary>A message that goes to every routee, whatever the router's logic.</summary>
public class Broadcast : RouterEnvelope
{
    /// <summary>Wraps <paramref name="message"/>.</summary>
    public Broadcast(object message)
        : base(message)
    {
    }
}
