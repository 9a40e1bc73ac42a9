using Akka.Actor;

namespace Akka.Routing;

/// <summary>What a router sends to.</summary>
public class Routee
{
    /// <summary>The routee chosen where there is none: what is sent to it goes to the dead letters.</summary>
    public static readonly Routee NoRoutee = new();

    /// <summary>A routee that is an actor.</summary>
    public static Routee FromActorRef(IActorRef actorRef) => new ActorRefRoutee(actorRef);

    /// <summary>Asks for an answer; null where there is nobody to ask.</summary>
    public virtual Task<object>? Ask(object message, TimeSpan? timeout) => null;

    /// <summary>Sends a message on behalf of <paramref name="sender"/>.</summary>
    public virtual void Send(object message, IActorRef? sender)
    {
    }
}
