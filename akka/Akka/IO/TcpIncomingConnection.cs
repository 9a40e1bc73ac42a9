using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>A connection that was accepted. Announces itself to the handler of the listening socket.</summary>
internal sealed class TcpIncomingConnection(TcpSettings settings, TcpIncomingConnection.Start start)
    : TcpConnection(settings, start.Bind.PullMode)
{
    protected override void PreStart() => Establish(start.Socket, start.Bind.Handler, start.Bind.Options);

    protected override bool Receive(object message) => false;

    protected override void Failed(Exception e)
    {
        // Nobody has heard of the connection.
        if (e is not SocketException) Context.GetLogger().Error(e, "Accepted connection failed");
        else if (Settings.TraceLogging) Context.GetLogger().Debug("Accepted connection failed: {0}", e.Message);
    }

    /// <summary>Asks the manager to start the actor of an accepted socket.</summary>
    internal sealed record Start(Socket Socket, Tcp.Bind Bind) : INoSerializationVerificationNeeded;
}
