using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Vod.Actors.Tests.EndToEnd;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Fuzzing;

/// <summary>
/// The real server under requests as chance makes and spoils them, cut anywhere, several clients at once. <c>VOD_FUZZ_SECONDS</c> says for how
/// long, <c>VOD_FUZZ_PAUSE</c> for how many seconds to rest after each run, <c>VOD_FUZZ_SEED</c> takes up a run again that failed: each run
/// says its seed. <c>bench/fuzz.sh</c> runs it for half an hour.
/// </summary>
[Collection(Alone.Name)]
public sealed class LiveServerTests(ITestOutputHelper output)
{
    private const int CasesOfARun = 100;
    private const long MaxGrowth = 24 * 1024 * 1024;
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Whatever_comes_is_answered_as_it_should_be_and_leaves_nothing_behind()
    {
        var (time, pause) = (Seconds("VOD_FUZZ_SECONDS", 15), Seconds("VOD_FUZZ_PAUSE", 0));
        var replayed = Environment.GetEnvironmentVariable("VOD_FUZZ_SEED") is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : (ulong?)null;
        using var content = FuzzContent.Make();
        var settings = content.PathOf(".fuzz.conf");
        await File.WriteAllTextAsync(settings, FuzzContent.Settings);
        await using var server = await VodServer.StartAsync(content.Root, "--config", settings);
        while (!server.Output.Contains("Indexed", StringComparison.Ordinal)) await Task.Delay(20);
        var dialogue = new Dialogue(server.EndPoint, new Expectations(content));
        Run(dialogue, seed: 1); // each path once, so that what is counted now stays
        var before = await SettledAsync(server, content, Usage.Of(server, content));
        var resident = new List<long>();

        var end = DateTime.UtcNow + time;
        do
        {
            Run(dialogue, replayed ?? (ulong)Random.Shared.NextInt64());
            resident.Add(Usage.Of(server, content).Resident);
            await Task.Delay(pause);
        }
        while (DateTime.UtcNow < end && replayed is null);

        var after = await SettledAsync(server, content, before);
        output.WriteLine(dialogue.ToString());
        output.WriteLine($"before: {before}\nafter:  {after}\nresident MiB: {string.Join(' ', Series(resident))}");
        Assert.True(after.Sockets <= before.Sockets && after.Files == 0, $"descriptors are left: {before} before, {after} after");
        Assert.True(Growth(resident) <= MaxGrowth, $"the process grows: {string.Join(' ', Series(resident))} MiB");
        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.Contains("Stopping: 0 connections", server.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^[0-9:.]+ (WARN|ERROR)|Exception", server.Output);
    }

    private static TimeSpan Seconds(string variable, double otherwise) => TimeSpan.FromSeconds(
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise);

    private void Run(Dialogue dialogue, ulong seed)
    {
        output.WriteLine($"VOD_FUZZ_SEED={seed}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(CasesOfARun).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        try
        {
            Prop.ForAll(Conversations.AtOnce(() => dialogue.Shrinks), async all => await Task.WhenAll(all.Select(dialogue.HoldAsync))).Check(config);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"VOD_FUZZ_SEED={seed} fails: {e.GetBaseException().Message}\n{e.Message}", e);
        }
    }

    /// <summary>Waits until all sockets and files of clients who left are closed.</summary>
    private static async Task<Usage> SettledAsync(VodServer server, ContentFolder content, Usage until)
    {
        var end = DateTime.UtcNow + Leaving;
        Usage now;
        while (((now = Usage.Of(server, content)).Sockets > until.Sockets || now.Files > 0) && DateTime.UtcNow < end) await Task.Delay(100);
        return now;
    }

    /// <summary>The median of the second half over that of the second quarter, when everything has been compiled and has had its buffers.</summary>
    private static long Growth(List<long> series)
    {
        if (series.Count < 8) return 0;
        var quarter = series.Count / 4;
        return series[(2 * quarter)..].Order().ElementAt(quarter) - series[quarter..(2 * quarter)].Order().ElementAt(quarter / 2);
    }

    private static IEnumerable<long> Series(List<long> series) =>
        Enumerable.Range(0, Math.Min(16, series.Count)).Select(i => series[(int)((long)i * series.Count / Math.Min(16, series.Count))] >> 20);

    private readonly record struct Usage(int Sockets, int Files, int Threads, long Resident)
    {
        public static Usage Of(VodServer server, ContentFolder content)
        {
            var (files, sockets) = server.OpenDescriptors(content.Root);
            var status = File.ReadAllLines($"/proc/{server.ProcessId}/status");
            return new Usage(sockets, files, (int)Number(status, "Threads:"), Number(status, "VmRSS:") * 1024);
        }

        public override string ToString() => $"{Sockets} sockets, {Files} files, {Threads} threads, {Resident >> 20} MiB";

        private static long Number(string[] status, string name) => long.Parse(
            status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
