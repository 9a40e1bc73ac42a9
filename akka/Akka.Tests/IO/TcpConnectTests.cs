using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpConnectTests : TcpTest
{
    private Socket Server(int backlog = 10)
    {
        var server = Using(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen(backlog);
        return server;
    }

    [Fact]
    public async Task A_connection_is_announced_to_who_asked_for_it()
    {
        var server = Server();
        var client = CreateTestProbe();
        client.Send(Sys.Tcp(), new Tcp.Connect(server.LocalEndPoint!));

        var connected = client.ExpectMsg<Tcp.Connected>(Patience);
        var connection = client.LastSender!;
        client.Send(connection, new Tcp.Register(client.Ref));
        var peer = Using(await server.AcceptAsync().WaitAsync(Patience));
        Assert.Equal(peer.LocalEndPoint, connected.RemoteAddress);
        Assert.Equal(peer.RemoteEndPoint, connected.LocalAddress);
        client.Send(connection, Tcp.Write.Create(ByteString.FromString("hello")));
        Assert.Equal("hello"u8.ToArray(), await ReadExactly(peer, 5));
        await peer.SendAsync("world"u8.ToArray());
        Assert.Equal("world"u8.ToArray(), Receive(client, 5));
    }

    [Fact]
    public async Task A_host_is_looked_up_by_name()
    {
        var server = Server();
        var client = CreateTestProbe();

        client.Send(Sys.Tcp(), new Tcp.Connect(new DnsEndPoint("localhost", ((IPEndPoint)server.LocalEndPoint!).Port)));

        client.ExpectMsg<Tcp.Connected>(Patience);
        Using(await server.AcceptAsync().WaitAsync(Patience));
    }

    [Theory]
    [InlineData("127.0.0.1", AddressFamily.InterNetworkV6)]
    [InlineData("::1", AddressFamily.InterNetwork)]
    public void A_host_without_an_address_fails_the_command_once(string host, AddressFamily family)
    {
        var client = CreateTestProbe();
        var connect = new Tcp.Connect(new DnsEndPoint(host, ((IPEndPoint)Server().LocalEndPoint!).Port, family));

        client.Send(Sys.Tcp(), connect);

        var failed = client.ExpectMsg<Tcp.CommandFailed>(Patience);
        Assert.Same(connect, failed.Cmd);
        Assert.IsType<SocketException>(failed.Cause.Value);
        client.Watch(client.LastSender!);
        client.ExpectTerminated(client.LastSender!, Patience);
        client.ExpectNoMsg(Moment);
    }

    [Fact]
    public async Task A_host_may_have_an_address_of_one_family()
    {
        var server = Server();
        var client = CreateTestProbe();

        client.Send(Sys.Tcp(), new Tcp.Connect(new DnsEndPoint("localhost", ((IPEndPoint)server.LocalEndPoint!).Port, AddressFamily.InterNetwork)));

        Assert.Equal(server.LocalEndPoint, client.ExpectMsg<Tcp.Connected>(Patience).RemoteAddress);
        Using(await server.AcceptAsync().WaitAsync(Patience));
    }

    [Fact]
    public void A_refused_connection_fails_the_command_with_the_cause()
    {
        var server = Server();
        var address = server.LocalEndPoint!;
        server.Dispose();
        var client = CreateTestProbe();
        var connect = new Tcp.Connect(address);

        client.Send(Sys.Tcp(), connect);

        var failed = client.ExpectMsg<Tcp.CommandFailed>(Patience);
        Assert.Same(connect, failed.Cmd);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failed.Cause.Value).SocketErrorCode);
    }

    [Fact]
    public void A_local_address_that_is_not_ours_fails_the_command()
    {
        var client = CreateTestProbe();

        client.Send(Sys.Tcp(), new Tcp.Connect(Server().LocalEndPoint!, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)));

        Assert.IsType<SocketException>(client.ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value);
    }

    [SkippableFact]
    public async Task A_connection_that_takes_too_long_fails_the_command()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "A full backlog makes connections wait on Linux.");
        var server = Server(backlog: 0);
        await Dial((IPEndPoint)server.LocalEndPoint!); // fills the backlog
        var client = CreateTestProbe();

        client.Send(Sys.Tcp(), new Tcp.Connect(server.LocalEndPoint!, timeout: TimeSpan.FromMilliseconds(300)));

        Assert.Equal("Connect timeout of 00:00:00.3000000 expired", Assert.IsType<ConnectException>(client.ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value).Message);
    }
}
