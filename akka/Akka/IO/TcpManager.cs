using Akka.Actor;
using Akka.Dispatch;
using Akka.IO.Sockets;

namespace Akka.IO;

/// <summary>
/// Takes <see cref="Tcp.Bind"/> and <see cref="Tcp.Connect"/>, and is the parent of all listening actors and connections: a connection
/// outlives the listening actor that accepted it.
/// </summary>
internal sealed class TcpManager(TcpSettings settings) : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    protected override SupervisorStrategy SupervisorStrategy() => Tcp.ConnectionSupervisorStrategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case TcpIncomingConnection.Start start:
                SocketActor.Create(Context, () => new TcpIncomingConnection(settings, start));
                return true;
            case Tcp.Connect connect:
                var connector = Sender;
                SocketActor.Create(Context, () => new TcpOutgoingConnection(settings, connect, connector));
                return true;
            case Tcp.Bind bind:
                var binder = Sender;
                var manager = Self;
                SocketActor.Create(Context, () => new TcpListener(settings, bind, binder, manager));
                return true;
            case Tcp.Command command:
                Sender.Tell(command.FailureMessage.WithCause(new ArgumentException("The TCP manager takes Bind and Connect only.")), Self);
                return true;
            default:
                return false;
        }
    }
}
