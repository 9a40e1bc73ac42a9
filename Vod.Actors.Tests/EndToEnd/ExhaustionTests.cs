using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>More clients than the process may have descriptors: they wait, the server neither spins nor dies, and all are served in the end.</summary>
[Collection(Alone.Name)]
public sealed class ExhaustionTests
{
    private const int Descriptors = 400, Clients = 600;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(3);

    [SkippableFact]
    public async Task Without_a_descriptor_left_it_backs_off_says_so_once_and_goes_on_when_there_are_some()
    {
        Tool.Require("prlimit");
        using var content = new ContentFolder();
        var film = content.Add("film.mp4", 300_000);
        await using var server = await VodServer.StartLimitedAsync(Descriptors, content.Root);
        var clients = new List<RawClient>();
        for (var number = 0; number < Clients; number++) clients.Add(await RawClient.ConnectAsync(server.EndPoint));
        await UntilAsync(() => Said(server, "Cannot accept") > 0);

        var used = server.ProcessorTime;
        await Task.Delay(Watched);
        used = server.ProcessorTime - used;
        Assert.True(used < Watched / 4, $"{used} of processor time while there was nothing to do");
        Assert.Equal((1, 0), (Said(server, "Cannot accept"), Said(server, "Accepting connections")));

        // Those who were let in are served, though the process is full; they leave, and all others are served too.
        var served = 0;
        foreach (var client in clients)
        {
            var answer = await client.AskAsync("GET", "/film.mp4");
            Assert.True(answer.Status == 200 && answer.Body.AsSpan().SequenceEqual(film), $"client {served}: {answer.Status}");
            client.Dispose();
            served++;
        }

        Assert.Equal(Clients, served);
        await UntilAsync(() => Said(server, "Accepting connections") > 0);
        using var late = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(200, (await late.AskAsync("GET", "/film.mp4")).Status);
        Assert.Equal((1, 1), (Said(server, "Cannot accept"), Said(server, "Accepting connections")));
        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    private static int Said(VodServer server, string words) => Regex.Count(server.Output, $"(?m)^[0-9:.]+ (ERROR|INFO ).*\\b{words}\\b.*$", RegexOptions.NonBacktracking);

    private static async Task UntilAsync(Func<bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < RawClient.Patience, "it was not said in time");
            await Task.Delay(50);
        }
    }
}
