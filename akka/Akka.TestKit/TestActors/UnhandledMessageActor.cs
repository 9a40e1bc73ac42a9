using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Handles no message: each becomes an <see cref="Akka.Event.UnhandledMessage"/>.</summary>
public class UnhandledMessageActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    public UnhandledMessageActor() => ReceiveAny(Unhandled);
}
