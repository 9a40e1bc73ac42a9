using System.Net;
using System.Net.Sockets;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>A connection over loopback: the server's side as a raw descriptor, the client's as a socket of .NET.</summary>
internal sealed class SocketPair : IDisposable
{
    private SocketPair(SocketDescriptor server, IPEndPoint seen, Socket client) => (Server, Seen, Client) = (server, seen, client);

    public SocketDescriptor Server { get; }

    /// <summary>The client's end point, as it was accepted.</summary>
    public IPEndPoint Seen { get; }

    public Socket Client { get; }

    public static void SkipUnlessLinux() => Skip.IfNot(Kernel.IsSupported, "the calls are those of 64 bit Linux");

    /// <summary>A listener whose accept does not wait.</summary>
    public static Socket Listen(IPAddress? address = null, bool dualMode = false)
    {
        address ??= IPAddress.Loopback;
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, Blocking = false };
        if (dualMode) listener.DualMode = true;
        listener.Bind(new IPEndPoint(address, 0));
        listener.Listen(512);
        return listener;
    }

    public static SocketPair Connect()
    {
        using var listener = Listen();
        return Connect(listener, (IPEndPoint)listener.LocalEndPoint!);
    }

    public static SocketPair Connect(Socket listener, IPEndPoint to)
    {
        var client = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(to);
        Assert.True(listener.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead));
        Assert.Equal(Errno.Success, Kernel.Accept(listener.SafeHandle, out var seen, out var server));
        return new SocketPair(server!, seen!, client);
    }

    public void Dispose()
    {
        Server.Dispose();
        Client.Dispose();
    }
}
