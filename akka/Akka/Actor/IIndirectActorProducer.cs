namespace Akka.Actor;

/// <summary>Makes actors in a way of its own, a container's for one.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The class of the actors that it makes.</summary>
    Type ActorType { get; }

    /// <summary>Makes an actor: a new one each time.</summary>
    ActorBase Produce();

    /// <summary>The actor is no longer used.</summary>
    void Release(ActorBase actor);
}
