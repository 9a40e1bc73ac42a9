using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

/// <summary>Socket options that throw what no socket would.</summary>
public class TcpOptionFailureTests : TcpTest
{
    [Theory]
    [InlineData(nameof(Inet.SocketOption.BeforeServerSocketBind))]
    [InlineData(nameof(Inet.SocketOptionV2.AfterBind))]
    public void One_that_throws_while_binding_fails_the_command(string moment)
    {
        var binder = CreateTestProbe();

        binder.Send(Sys.Tcp(), new Tcp.Bind(binder.Ref, new IPEndPoint(IPAddress.Loopback, 0), options: [new Bomb(moment)]));

        Assert.Equal(moment, Assert.IsType<TimeZoneNotFoundException>(binder.ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value).Message);
        binder.Watch(binder.LastSender!);
        binder.ExpectTerminated(binder.LastSender!, Patience);
    }

    [Theory]
    [InlineData(nameof(Inet.SocketOption.BeforeConnect))]
    [InlineData(nameof(Inet.SocketOption.AfterConnect))]
    public void One_that_throws_while_connecting_fails_the_command(string moment)
    {
        var (_, address) = Listen(CreateTestProbe());
        var client = CreateTestProbe();

        client.Send(Sys.Tcp(), new Tcp.Connect(address, options: [new Bomb(moment)]));

        Assert.Equal(moment, Assert.IsType<TimeZoneNotFoundException>(client.ExpectMsg<Tcp.CommandFailed>(Patience).Cause.Value).Message);
        client.Watch(client.LastSender!);
        client.ExpectTerminated(client.LastSender!, Patience);
    }

    [Fact]
    public async Task One_that_throws_on_an_accepted_connection_ends_that_one_only()
    {
        var handler = CreateTestProbe();
        var bomb = new Bomb(nameof(Inet.SocketOption.AfterConnect));
        var (_, address) = Listen(handler, options: [bomb]);

        // The reset may come before the client knows that it is connected.
        var reset = await Assert.ThrowsAsync<SocketException>(async () => await ReadAll(await Dial(address)));
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);

        bomb.IsArmed = false;
        await Dial(address);
        handler.ExpectMsg<Tcp.Connected>(Patience);
    }

    private sealed class Bomb(string moment) : Inet.SocketOptionV2
    {
        public bool IsArmed { get; set; } = true;

        public override void BeforeServerSocketBind(Socket ss) => Reach(nameof(BeforeServerSocketBind));

        public override void AfterBind(Socket s) => Reach(nameof(AfterBind));

        public override void BeforeConnect(Socket s) => Reach(nameof(BeforeConnect));

        public override void AfterConnect(Socket s) => Reach(nameof(AfterConnect));

        private void Reach(string reached)
        {
            if (IsArmed && reached == moment) throw new TimeZoneNotFoundException(moment);
        }
    }
}
