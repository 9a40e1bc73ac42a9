using System.Net;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Settings;
using Vod.Actors.Streaming;
using Vod.Transport;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The catalog crashes again and again while clients are served: the real actors and sockets, in this process to get at them.</summary>
public sealed class CatalogCrashTests : TestKit
{
    private const int Crashes = 20, Clients = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ContentFolder _content = new();

    public CatalogCrashTests(ITestOutputHelper output) : base(VodConfiguration.Reference, output: output)
    {
        for (var number = 0; number < 200; number++) _content.Add($"{number}.mp4", 10_000 + number);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _content.Dispose();
    }

    [Fact]
    public async Task Whoever_asks_while_the_catalog_restarts_gets_the_right_answer_or_is_told_to_come_back()
    {
        var settings = VodSettings.From(VodConfiguration.Reference);
        settings = settings with
        {
            Content = settings.Content with { Directory = _content.Root },
            Listen = settings.Listen with { Host = "127.0.0.1", Port = 0 },
            // Each request asks the catalog; a question that went down with it is given up soon.
            Cache = settings.Cache with { Size = 0, RemembersFor = TimeSpan.Zero },
            Http = settings.Http with { AnswerTimeout = TimeSpan.FromSeconds(1) },
        };
        var catalog = Sys.ActorOf(CatalogActor.Props(settings.Content), "catalog");
        var files = Sys.ActorOf(FilesActor.Props(new FileContext(new ContentFileOpener(_content.Root))), "files");
        var listener = Sys.ActorOf(ListenerActor.Props(settings, catalog, files, Sys.ActorOf(TransportManager.Props(), "transport")), "listener");
        var server = (await listener.Ask<Listening>(WhenListening.Instance, Patience)).EndPoint;
        await catalog.Ask<Indexed>(SubscribeIndexed.Instance, Patience);

        using var over = new CancellationTokenSource();
        var viewers = Enumerable.Range(0, Clients).Select(number => Task.Run(() => WatchAsync(server, new Random(number), over.Token))).ToArray();
        for (var crash = 0; crash < Crashes; crash++)
        {
            // The child that looks at the disk throws, and takes the catalog along.
            EventFilter.Exception<ArgumentNullException>().ExpectOne(Patience, () => Sys.ActorSelection(catalog.Path / "prober").Tell(new LookAt(null!, null)));
            await catalog.Ask<Indexed>(SubscribeIndexed.Instance, Patience);
        }

        await over.CancelAsync();
        var (right, later) = (await Task.WhenAll(viewers)).Aggregate((a, b) => (a.Right + b.Right, a.Later + b.Later));
        Output!.WriteLine($"{right} right answers, {later} times 503");

        Assert.True(right > Crashes, "hardly anybody was served");
        foreach (var name in _content.Names) Assert.True(await IsRightAsync(server, name), name);
        AwaitAssert(() => Assert.DoesNotContain(OpenFiles(), file => file.StartsWith(_content.Root + "/", StringComparison.Ordinal)), Patience);
        AwaitAssert(() => AssertNoConnection(listener), Patience);
        await listener.Ask<Drained>(Drain.Instance, Patience);
    }

    /// <summary>There is no connection of the listener: all actors of clients who left are gone. A selection of nobody answers for nobody.</summary>
    private void AssertNoConnection(IActorRef listener)
    {
        var asker = CreateTestProbe();
        Sys.ActorSelection(listener.Path / "*").Tell(new Identify("who"), asker.Ref);
        Assert.Null(asker.ExpectMsg<ActorIdentity>(Patience).Subject);
    }

    /// <summary>Asks for one file after the other; a wrong answer fails.</summary>
    private async Task<(int Right, int Later)> WatchAsync(IPEndPoint server, Random random, CancellationToken over)
    {
        var (right, later) = (0, 0);
        RawClient? client = null;
        try
        {
            while (!over.IsCancellationRequested)
            {
                client ??= await RawClient.ConnectAsync(server);
                var name = $"{random.Next(200)}.mp4";
                var answer = await client.AskAsync("GET", "/" + name);
                if (answer.Status == 200 && answer.Body.AsSpan().SequenceEqual(_content[name]))
                {
                    right++;
                    continue;
                }

                Assert.Equal((503, true), (answer.Status, answer.Closes));
                later++;
                client.Dispose();
                client = null;
            }
        }
        finally
        {
            client?.Dispose();
        }

        return (right, later);
    }

    private async Task<bool> IsRightAsync(IPEndPoint server, string name)
    {
        using var client = await RawClient.ConnectAsync(server);
        var answer = await client.AskAsync("GET", "/" + name);
        return answer.Status == 200 && answer.Body.AsSpan().SequenceEqual(_content[name]);
    }

    private static IEnumerable<string> OpenFiles() =>
        new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Select(link => link.LinkTarget).OfType<string>();
}
