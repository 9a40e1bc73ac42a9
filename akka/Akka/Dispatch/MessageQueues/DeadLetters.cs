using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Where a queue puts a message that it cannot take.</summary>
internal static class DeadLetters
{
    /// <summary>Sends a message to the dead letters of its receiver's actor system.</summary>
    public static void Publish(IActorRef receiver, Envelope envelope)
    {
        var deadLetters = ((IInternalActorRef)receiver).Provider.DeadLetters;
        deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, receiver), envelope.Sender);
    }
}
