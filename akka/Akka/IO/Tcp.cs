using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// TCP for actors. Commands go to the manager (<see cref="Manager"/>): <see cref="Bind"/> to listen, <see cref="Connect"/> to connect.
/// Each connection is an actor: it announces itself with <see cref="Connected"/>, is answered with <see cref="Register"/>, and from then on
/// hands what it receives to the registered handler as <see cref="Received"/> and takes <see cref="Write"/> and the closing commands.
/// </summary>
public partial class Tcp : ExtensionIdProvider<TcpExt>
{
    /// <summary>The extension's identity.</summary>
    public static readonly Tcp Instance = new();

    /// <summary>The manager of <paramref name="system"/>.</summary>
    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    /// <inheritdoc/>
    public override TcpExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>Connections stop when they fail, and never restart: their socket is gone.</summary>
    public static readonly SupervisorStrategy ConnectionSupervisorStrategy = new OneForOneStrategy(_ => Directive.Stop);

    /// <summary>What TCP actors take and send.</summary>
    public class Message : INoSerializationVerificationNeeded
    {
    }

    /// <summary>What a TCP actor is asked to do.</summary>
    public abstract class Command : Message
    {
        /// <summary>What the commander is told when the command cannot be done.</summary>
        public CommandFailed FailureMessage => new(this);
    }

    /// <summary>What a TCP actor tells. Derive from it for acknowledgments of writes.</summary>
    public class Event : Message
    {
    }
}
