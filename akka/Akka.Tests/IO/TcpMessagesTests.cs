using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace Akka.Tests.IO;

/// <summary>What commands and events say of themselves.</summary>
public class TcpMessagesTests : TcpTest
{
    public static TheoryData<Tcp.ConnectionClosed, string> Endings => new()
    {
        { Tcp.Closed.Instance, "" },
        { Tcp.Aborted.Instance, "aborted" },
        { Tcp.ConfirmedClosed.Instance, "confirmed" },
        { Tcp.PeerClosed.Instance, "peer" },
        { new Tcp.ErrorClosed("why"), "error" },
    };

    [Theory, MemberData(nameof(Endings))]
    public void An_ending_says_whose_it_is(Tcp.ConnectionClosed ending, string kind)
    {
        Assert.Equal(
            (kind == "aborted", kind == "confirmed", kind == "peer", kind == "error"),
            (ending.IsAborted, ending.IsConfirmed, ending.IsPeerClosed, ending.IsErrorClosed));
        Assert.Equal(kind == "error" ? "why" : null, ending.Cause);
    }

    [Fact]
    public void Commands_can_be_made_by_methods()
    {
        var address = new IPEndPoint(IPAddress.Loopback, 1);
        var bytes = ByteString.FromString("x");
        Assert.Equal(address, ((Tcp.Connect)TcpMessage.Connect(address)).RemoteAddress);
        var connect = (Tcp.Connect)TcpMessage.Connect(address, new IPEndPoint(IPAddress.Any, 0), [new Inet.SO.ReuseAddress(true)], TimeSpan.FromSeconds(2), true);
        Assert.Equal((address, 0, TimeSpan.FromSeconds(2), true), (connect.RemoteAddress, ((IPEndPoint)connect.LocalAddress!).Port, connect.Timeout, connect.PullMode));
        Assert.IsType<Inet.SO.ReuseAddress>(Assert.Single(connect.Options));
        Assert.Equal(7, ((Tcp.Bind)TcpMessage.Bind(TestActor, address, 7)).Backlog);
        Assert.True(((Tcp.Bind)TcpMessage.Bind(TestActor, address, 7, null, true)).PullMode);
        Assert.True(((Tcp.Register)TcpMessage.Register(TestActor)).UseResumeWriting);
        Assert.Same(Tcp.NoAck.Instance, TcpMessage.NoAck());
        Assert.Equal("token", TcpMessage.NoAck("token").Token);
        Assert.False(((Tcp.Write)TcpMessage.Write(bytes)).WantsAck);
        Assert.Equal(3, ((Tcp.ResumeAccepting)TcpMessage.ResumeAccepting(3)).BatchSize);
        Tcp.Command[] constants = [
            TcpMessage.Unbind(), TcpMessage.Close(), TcpMessage.ConfirmedClose(), TcpMessage.Abort(),
            TcpMessage.ResumeWriting(), TcpMessage.SuspendReading(), TcpMessage.ResumeReading()];
        Assert.Equal(
            [Tcp.Unbind.Instance, Tcp.Close.Instance, Tcp.ConfirmedClose.Instance, Tcp.Abort.Instance,
                Tcp.ResumeWriting.Instance, Tcp.SuspendReading.Instance, Tcp.ResumeReading.Instance],
            constants);
    }

    [Fact]
    public async Task Options_are_set_on_sockets_that_connect()
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen();
        var seen = new Seen();
        var commander = CreateTestProbe();
        commander.Send(Sys.Tcp(), new Tcp.Connect(server.LocalEndPoint!, options:
            [new Inet.SO.ReuseAddress(true), new Inet.SO.TrafficClass(0x10), seen]));

        commander.ExpectMsg<Tcp.Connected>(Patience);

        using var accepted = await server.AcceptAsync().WaitAsync(Patience);
        Assert.Equal((1, 0x10), seen.Options);
    }

    /// <summary>Comes last, and sees what the others have done.</summary>
    private sealed class Seen : Inet.SocketOption
    {
        public (int Reuse, int Traffic) Options { get; private set; }

        public override void AfterConnect(Socket s) => Options = (
            Math.Sign((int)s.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress)!),
            (int)s.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService)!);
    }
}
