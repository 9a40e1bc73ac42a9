using Akka.Actor;

namespace Akka.Routing;

/// <summary>A routee that is an actor; equal to another one of the same actor.</summary>
public class ActorRefRoutee : Routee
{
    /// <summary>The routee that is <paramref name="actor"/>.</summary>
    public ActorRefRoutee(IActorRef actor)
    {
        Actor = actor;
    }

    /// <summary>The actor.</summary>
    public IActorRef Actor { get; }

    /// <inheritdoc/>
    public override void Send(object message, IActorRef? sender) => Actor.Tell(message, sender);

    /// <inheritdoc/>
    public override Task<object> Ask(object message, TimeSpan? timeout) => Actor.Ask(message, timeout);

    /// <summary>Whether both are the same actor.</summary>
    protected bool Equals(ActorRefRoutee other) => Actor.Equals(other.Actor);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActorRefRoutee other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Actor.GetHashCode();
}
