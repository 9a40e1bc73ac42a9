using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Akka.IO;

namespace Vod.Actors.Connections;

/// <summary>
/// How much each client has taken so far. The kernel takes a slice in large parts and long before a slow reader does; it alone knows what
/// the reader's side has confirmed, and tells a slow reader from one that reads nothing. An option of the listening socket, so that it gets
/// to see the sockets that are accepted.
/// </summary>
internal sealed class ReaderProgress : Inet.SocketOption
{
    private const int ProtocolTcp = 6, TcpInfo = 11, BytesAcked = 120; // of Linux since 4.1

    // By the very object that the connection is announced with: it, and with it the entry, lives as long as the connection.
    private readonly ConditionalWeakTable<EndPoint, Socket> _sockets = [];

    public override void AfterConnect(Socket s)
    {
        if (OperatingSystem.IsLinux() && s.RemoteEndPoint is { } client) _sockets.AddOrUpdate(client, s);
    }

    /// <summary>Bytes that a client has confirmed since it connected; null where the system does not tell.</summary>
    public long? Of(EndPoint client)
    {
        if (!_sockets.TryGetValue(client, out var socket)) return null;
        Span<byte> info = stackalloc byte[BytesAcked + sizeof(long)];
        try
        {
            return socket.GetRawSocketOption(ProtocolTcp, TcpInfo, info) == info.Length ? MemoryMarshal.Read<long>(info[BytesAcked..]) : null;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null; // the connection is ending, and its actor is about to hear of it
        }
    }
}
