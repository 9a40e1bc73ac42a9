using Akka.Actor;

namespace Akka.Routing;

/// <summary>A routee that is whatever a selection finds; equal to another one of the same selection.</summary>
public class ActorSelectionRoutee : Routee
{
    /// <summary>The routee that is what <paramref name="actor"/> finds.</summary>
    public ActorSelectionRoutee(ActorSelection actor)
    {
        Selection = actor;
    }

    /// <summary>The selection.</summary>
    public ActorSelection Selection { get; }

    /// <inheritdoc/>
    public override void Send(object message, IActorRef? sender) => Selection.Tell(message, sender);

    /// <inheritdoc/>
    public override Task<object> Ask(object message, TimeSpan? timeout) => Selection.Ask(message, timeout);

    /// <summary>Whether both select the same.</summary>
    protected bool Equals(ActorSelectionRoutee other) => Equals(Selection, other.Selection);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActorSelectionRoutee other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Selection.GetHashCode();
}
