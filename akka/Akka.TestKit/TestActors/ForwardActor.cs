using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Forwards every message.</summary>
public class ForwardActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    /// <param name="target">Who gets the messages.</param>
    public ForwardActor(IActorRef target) => ReceiveAny(target.Forward);

    /// <summary>The actor's props.</summary>
    public static Props Props(IActorRef target) => Actor.Props.Create(() => new ForwardActor(target));
}
