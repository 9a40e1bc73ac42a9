using System.Net.Sockets;
using Akka.IO;

namespace Vod.Actors.Connections;

/// <summary>IPv4 on an IPv6 socket, and no delay of small packets on the accepted ones.</summary>
/// <param name="isDualStack">Whether the socket is to take IPv4 too.</param>
internal sealed class ServerSocketOptions(bool isDualStack) : Inet.SocketOption
{
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (isDualStack) ss.DualMode = true;
    }

    public override void AfterConnect(Socket s)
    {
        try
        {
            s.NoDelay = true;
        }
        catch (SocketException)
        {
            // The client has gone already, which some systems say here: the connection finds out by reading.
        }
    }
}
