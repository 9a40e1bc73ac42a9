using System.Net;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;
using Vod.Actors.Tests.EndToEnd;
using Vod.Transport;

namespace Vod.Actors.Tests.Connections;

/// <summary>The last answer of a connection, over real sockets, to a client that is in no hurry to read it.</summary>
public sealed class SlowReaderTests : TestKit
{
    private readonly TempDirectory _content = new();
    private readonly IActorRef _listener;

    public SlowReaderTests() : base("akka.stdout-loglevel = OFF")
    {
        var settings = VodSettings.Default;
        _listener = Sys.ActorOf(ListenerActor.Props(
            settings with
            {
                Listen = new ListenSettings("127.0.0.1", 0, 10),
                Content = settings.Content with { Directory = _content.FullPath },
                Http = settings.Http with { DrainTimeout = TimeSpan.FromMilliseconds(100) },
            },
            TestActor,
            Sys.ActorOf(FilesActor.Props(new FileContext(new ContentFileOpener(_content.FullPath)))),
            Sys.ActorOf(TransportManager.Props())));
    }

    [Theory]
    [InlineData("GET /film.mp4 HTTP/1.0\r\n\r\n")]
    [InlineData("GET /film.mp4 HTTP/1.1\r\nHost: vod\r\nConnection: close\r\n\r\n")]
    public async Task It_is_read_to_its_end_though_the_server_has_long_forgotten_the_connection(string request)
    {
        var film = Enumerable.Range(0, 200_000).Select(n => FakeFiles.ByteAt(n)).ToArray();
        var path = _content["film.mp4"];
        await File.WriteAllBytesAsync(path, film);
        var stamp = FileStamp.Of(path, followLink: false);
        using var client = await RawClient.ConnectAsync(await Bound(), receiveBuffer: 16 * 1024);
        await client.SendAsync(request);
        var question = await ExpectMsgAsync<Resolve>();
        LastSender!.Tell(new Found(question.RequestId, new MediaItem("film.mp4", path, stamp.Size, stamp.LastModified, "video/mp4", stamp.Tag)));
        var head = await client.ReadHeadAsync();

        await _listener.Ask<Drained>(Drain.Instance, RawClient.Patience); // no actor knows of the client any more

        var body = new byte[head.ContentLength];
        Assert.Equal(film.Length, await client.ReadBodyAsync(body));
        Assert.Equal(film, body);
        await client.ExpectEndAsync();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _content.Dispose();
    }

    private async Task<IPEndPoint> Bound() => (await _listener.Ask<Listening>(WhenListening.Instance, RawClient.Patience)).EndPoint;
}
