using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Forwards every message to a test actor, and sends it back to its sender as well if asked to.</summary>
public class EchoActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    /// <param name="testkit">The kit whose test actor gets all messages.</param>
    /// <param name="echoBackToSenderAsWell">Whether a sender other than the test actor gets its message back.</param>
    public EchoActor(TestKitBase testkit, bool echoBackToSenderAsWell = true)
    {
        ReceiveAny(message =>
        {
            var sender = Sender;
            var testActor = testkit.TestActor;
            if (echoBackToSenderAsWell && !testActor.Equals(sender))
            {
                sender.Tell(message);
            }

            testActor.Forward(message);
        });
    }

    /// <summary>The actor's props.</summary>
    public static Props Props(TestKitBase testkit, bool echoBackToSenderAsWell = true) =>
        Actor.Props.Create(() => new EchoActor(testkit, echoBackToSenderAsWell));
}

/// <summary>Sends every message back to its sender.</summary>
public class SimpleEchoActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    public SimpleEchoActor() => ReceiveAny(message => Sender.Tell(message));

    /// <summary>The actor's props.</summary>
    public static Props Props() => Actor.Props.Create(() => new SimpleEchoActor());
}
