using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpEarlyWriteTests() : TestKit.Xunit2.TestKit("akka.stdout-loglevel = OFF")
{
    [Fact]
    public async Task A_write_before_registering_is_kept_and_named_in_a_warning()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Loopback, 0)));
        var address = ExpectMsg<Tcp.Bound>().LocalAddress;
        using var peer = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await peer.ConnectAsync(address);
        ExpectMsg<Tcp.Connected>();
        var connection = LastSender!;

        await EventFilter.Warning(start: "Received Write command before Register command").ExpectOneAsync(
            () => connection.Tell(Tcp.Write.Create(ByteString.FromString("early"))));
        connection.Tell(new Tcp.Register(TestActor));

        var buffer = new byte[5];
        await peer.ReceiveAsync(buffer);
        Assert.Equal("early"u8.ToArray(), buffer);
    }
}
