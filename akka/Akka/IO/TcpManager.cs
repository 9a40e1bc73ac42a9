using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
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
            default:
                // Whoever sent it took the manager for a connection. No reason to restart, which would end all connections.
                Refuse(message);
                return true;
        }
    }

    private static void Refuse(object message)
    {
        var cause = new ArgumentException(
            $"The supplied message of type {message.GetType().Name} is invalid. Only Connect and Bind messages are supported. " +
            "Commands for a connection go to the actor that sent Connected, see https://getakka.net/articles/networking/io.html", nameof(message));
        Context.GetLogger().Error(cause, cause.Message);
    }
}
