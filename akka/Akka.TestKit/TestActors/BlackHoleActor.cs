using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Drops every message.</summary>
public class BlackHoleActor : ActorBase
{
    /// <summary>The actor's props.</summary>
    public static Props Props { get; } = Props.Create<BlackHoleActor>();

    /// <inheritdoc/>
    protected override bool Receive(object message) => true;
}
