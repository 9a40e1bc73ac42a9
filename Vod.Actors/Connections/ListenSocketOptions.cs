using System.Net.Sockets;
using Akka.IO;

namespace Vod.Actors.Connections;

/// <summary>IPv4 on a listening socket of IPv6.</summary>
/// <param name="isOn">Whether the socket is to take IPv4 too.</param>
internal sealed class DualStack(bool isOn) : Inet.SocketOption
{
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (isOn) ss.DualMode = true;
    }
}

/// <summary>No delay of small packets on accepted sockets, for a manager that does not see to it.</summary>
internal sealed class NoDelay : Inet.SocketOption
{
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
