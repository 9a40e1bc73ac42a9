using System.Net;
using Akka.IO;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Transport;

namespace Vod.Actors.Tests.Connections;

/// <summary>The example of docs/testing.md: a whole test of a protocol, without any help.</summary>
public sealed class ExampleTests : TestKit
{
    [Fact]
    public void A_file_that_is_not_there_is_answered_404()
    {
        var (socket, catalog, files) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        socket.IgnoreMessages<Tcp.ResumeReading>();
        var channel = new ActorChannel(socket, new IPEndPoint(IPAddress.Loopback, 50000), takesFiles: true);
        var context = ConnectionContext.Of(VodSettings.Default, catalog, files, new Deadlines(Sys.Scheduler));
        var connection = Sys.ActorOf(ConnectionActor.Props(context, channel));
        socket.ExpectMsg<Tcp.Register>();

        connection.Tell(new Tcp.Received(ByteString.FromString("GET /none HTTP/1.1\r\nHost: vod\r\n\r\n")), socket);
        connection.Tell(new NotFound(catalog.ExpectMsg<Resolve>().RequestId), catalog);

        var head = (Tcp.Write)socket.ExpectMsg<Tcp.CompoundWrite>().Head;
        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", head.Data.ToString());
    }
}
