using System.Net;
using System.Net.Sockets;

namespace Vod.Transport.Tests;

/// <summary>What the kernel makes of it: real sockets, of which nobody accepts.</summary>
public sealed class PortTakeoverTests : IDisposable
{
    private const int Clients = 40;
    private readonly List<Socket> _sockets = [];
    private int _port;

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    [SkippableFact]
    public void Connections_are_dealt_out_until_the_old_one_sends_all_new_ones_to_its_successor()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SO_REUSEPORT deals connections out on Linux only");
        var (old, _) = Listen();
        var (successor, _) = Listen();
        Connect();
        Assert.InRange(old.Waiting(), 1, Clients - 1);
        Assert.Equal(Clients, old.Waiting() + successor.Waiting());
        var (before, after) = (old.Waiting(), successor.Waiting());

        Assert.True(old.SteerToSuccessor());
        Connect();

        Assert.Equal((before, after + Clients), (old.Waiting(), successor.Waiting()));
    }

    [SkippableFact]
    public void Without_a_successor_all_still_come_to_the_one_that_is_there()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SO_REUSEPORT deals connections out on Linux only");
        var (only, _) = Listen();

        Assert.True(only.SteerToSuccessor());
        Connect();

        Assert.Equal(Clients, only.Waiting());
    }

    [SkippableFact]
    public void A_successor_can_be_succeeded_too()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SO_REUSEPORT deals connections out on Linux only");
        var (first, socket) = Listen();
        var (second, _) = Listen();
        Assert.True(first.SteerToSuccessor());
        socket.Dispose();
        Connect();
        Assert.Equal(Clients, second.Waiting());

        var (third, _) = Listen();
        Assert.True(second.SteerToSuccessor());
        Connect();

        Assert.Equal((Clients, Clients), (second.Waiting(), third.Waiting()));
    }

    [Fact]
    public void One_that_is_closed_or_was_never_bound_steers_nobody()
    {
        Assert.False(new PortTakeover().SteerToSuccessor());
        Assert.Equal(0, new PortTakeover().Waiting());
        var (closed, socket) = Listen();
        socket.Dispose();

        Assert.False(closed.SteerToSuccessor());
        Assert.Equal(0, closed.Waiting());
    }

    private (PortTakeover Takeover, Socket Socket) Listen()
    {
        var takeover = new PortTakeover();
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(socket);
        takeover.BeforeServerSocketBind(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, _port));
        socket.Listen(10 * Clients);
        _port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        return (takeover, socket);
    }

    private void Connect()
    {
        for (var i = 0; i < Clients; i++)
        {
            var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(client);
            client.Connect(IPAddress.Loopback, _port);
        }
    }
}
