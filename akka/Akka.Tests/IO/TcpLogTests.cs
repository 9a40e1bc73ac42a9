using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpLogTests() : TestKit.Xunit2.TestKit("""
    akka.loglevel = DEBUG
    akka.stdout-loglevel = OFF
    akka.io.tcp { write-commands-queue-max-size = 1000, register-timeout = 200ms }
    """)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private async Task<(IActorRef Connection, Socket Peer)> Accept()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Loopback, 0)));
        var address = (await ExpectMsgAsync<Tcp.Bound>(Patience)).LocalAddress;
        var peer = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await peer.ConnectAsync(address);
        await ExpectMsgAsync<Tcp.Connected>(Patience);
        return (LastSender!, peer);
    }

    [Fact]
    public async Task A_write_before_registering_is_kept_and_named_in_a_warning()
    {
        var (connection, peer) = await Accept();
        using var disposed = peer;

        await EventFilter.Warning(new Regex("Received Write command before Register[^5]+5 bytes")).ExpectOneAsync(Patience, () =>
        {
            connection.Tell(Tcp.Write.Create(ByteString.FromString("early")));
            connection.Tell(new Tcp.Register(TestActor));
            return Task.CompletedTask;
        });

        var buffer = new byte[5];
        await peer.ReceiveAsync(buffer);
        Assert.Equal("early"u8.ToArray(), buffer);
    }

    [Fact]
    public async Task A_write_that_is_refused_is_not_said_to_be_kept()
    {
        var (connection, peer) = await Accept();
        using var disposed = peer;

        await EventFilter.Warning(start: "Received Write command before Register").ExpectAsync(0, async () =>
        {
            connection.Tell(Tcp.Write.Create(ByteString.FromBytes(new byte[1001])));
            await ExpectMsgAsync<Tcp.CommandFailed>(Patience);
        });
    }

    [Fact]
    public async Task A_connection_that_nobody_registers_for_says_so_when_it_stops()
    {
        await EventFilter.Debug(start: "Configured registration timeout of [00:00:00.2000000] expired, stopping").ExpectOneAsync(Patience, async () =>
        {
            var (connection, peer) = await Accept();
            using var disposed = peer;
            Watch(connection);
            await ExpectTerminatedAsync(connection, Patience);
        });
    }

    [Fact]
    public async Task The_manager_logs_what_is_not_for_it()
    {
        foreach (var part in (string[])["type Close is invalid", "https://getakka.net/articles/networking/io.html"])
            await EventFilter.Error(contains: part).ExpectOneAsync(Patience, () =>
            {
                Sys.Tcp().Tell(Tcp.Close.Instance);
                return Task.CompletedTask;
            });
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task What_is_not_for_the_manager_leaves_connections_alone()
    {
        var (connection, peer) = await Accept();
        using var disposed = peer;
        connection.Tell(new Tcp.Register(TestActor));

        await EventFilter.Exception<ArgumentException>(contains: "type String is invalid").ExpectOneAsync(Patience, () =>
        {
            Sys.Tcp().Tell("what?");
            return Task.CompletedTask;
        });

        await peer.SendAsync(new byte[3]);
        Assert.Equal(3, (await ExpectMsgAsync<Tcp.Received>(Patience)).Data.Count);
    }

    [Fact]
    public async Task A_failure_to_bind_is_logged()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();

        await EventFilter.Exception<SocketException>(start: $"Bind failed for TCP channel on endpoint [{taken.LocalEndPoint}]").ExpectOneAsync(Patience, async () =>
        {
            Sys.Tcp().Tell(new Tcp.Bind(TestActor, taken.LocalEndPoint!));
            await ExpectMsgAsync<Tcp.CommandFailed>(Patience);
        });
    }

    [Fact]
    public async Task A_failure_to_connect_is_logged()
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // but does not listen

        await EventFilter.Debug(start: $"Could not establish connection to [{closed.LocalEndPoint}] due to").ExpectOneAsync(Patience, async () =>
        {
            Sys.Tcp().Tell(new Tcp.Connect(closed.LocalEndPoint!));
            await ExpectMsgAsync<Tcp.CommandFailed>(Patience);
        });
    }
}
