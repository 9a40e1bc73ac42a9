using System.Diagnostics;
using Vod.Bench.Load;
using Vod.Bench.Machine;
using Vod.Bench.Servers;

namespace Vod.Bench.Workloads;

/// <summary>A figure with a limit of its own.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Wanted">What is wanted.</param>
/// <param name="Met">Whether it is.</param>
internal sealed record AbsoluteResult(string Title, string Result, string Wanted, bool Met);

/// <summary>What Vod needs for very many connections, and whether it stays as it was. Each on a server that has just started.</summary>
/// <param name="launcher">Starts servers.</param>
/// <param name="files">What they serve.</param>
/// <param name="options">Durations.</param>
/// <param name="faults">Gets what went wrong.</param>
/// <param name="log">Told what was measured.</param>
internal sealed partial class Absolute(Launcher launcher, TestFiles files, BenchOptions options, Faults faults, Action<string> log)
{
    private const double Mebi = 1 << 20;
    private readonly List<AbsoluteResult> _results = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<AbsoluteResult> Results => _results;

    /// <summary>Runs what the options ask for.</summary>
    public void Run()
    {
        if (options.Workloads.Contains("idle"))
        {
            foreach (var name in options.Servers) Idle(name);
        }
        if (options.Workloads.Contains("slow"))
        {
            foreach (var name in options.Servers.Where(n => n is "vod" or "before")) Slow(name);
        }
        if (options.Workloads.Contains("storm")) Storm();
        if (options.Workloads.Contains("mixed")) Mixed();
        if (options.Workloads.Contains("start"))
        {
            foreach (var name in options.Servers) Start(name);
        }
        if (options.Workloads.Contains("rest"))
        {
            foreach (var name in options.Servers) Rest(name);
        }
    }

    /// <summary>Connections that have had an answer and wait for their next request.</summary>
    private void Idle(string name)
    {
        using var server = launcher.Start(name);
        var request = Requests.Get("/" + files.Small.Name);
        WarmUp(server);
        var before = Settled(server);
        var clients = new List<BlockingClient>(options.IdleConnections);
        var failed = 0;
        try
        {
            for (var i = 0; i < options.IdleConnections; i++)
            {
                clients.Add(new BlockingClient(server.Port));
                if (!Ask(clients[i])) failed++;
            }
            var after = Settled(server);
            foreach (var client in clients)
            {
                if (!Ask(client)) failed++;
            }
            var each = (after - before) / 1024.0 / clients.Count;
            if (failed > 0) faults.Error($"{name}: {failed} idle connections were not answered", failed);
            Add($"{clients.Count:N0} idle connections: {name}",
                $"{each:0.0} KiB each ({before / Mebi:0} to {after / Mebi:0} MiB); {failed} of as many requests afterwards failed",
                name == "vod" ? "≤ 6 KiB each, no error" : "", each <= 6 && failed == 0);
        }
        finally
        {
            foreach (var client in clients) client.Abandon();
        }

        bool Ask(BlockingClient client)
        {
            client.Send(request);
            var head = client.ReadHead();
            return head.Status == 200 && client.CheckBody(files.Small, 0, head.Length);
        }
    }

    /// <summary>Many viewers on slow lines beside a few on fast ones.</summary>
    private void Slow(string name)
    {
        const int count = 1000;
        const int connections = 16;
        using var server = launcher.Start(name);
        Fast(options.WarmUpSeconds);
        List<double> ratios = [], growths = [], shares = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            var alone = Fast(options.Seconds);
            var before = Settled(server);
            using var slow = new SlowReaders(server.Port, files, count, faults);
            Thread.Sleep(TimeSpan.FromSeconds(2));
            var most = server.Usage.ResidentBytes;
            double beside;
            using (new Timer(_ => InterlockedMax(ref most, server.Usage.ResidentBytes), null, 0, 250)) beside = Fast(options.Seconds);
            ratios.Add(beside / alone);
            growths.Add((most - before) / Mebi);
            shares.Add(slow.Share);
            log($"slow readers {round + 1} {name}: the fast ones {alone:N0} MB/s alone, {beside:N0} beside; slow ones {slow.Share:P0}; + {growths[^1]:0.0} MiB");
        }
        var (ratio, each) = (Median.Of(ratios), growths.Max() * 1024 / count);
        Add($"{count:N0} readers at 1 Mbit/s beside {connections} fast ones: {name}",
            $"{each:0.0} KiB each; the fast ones keep {ratio:0.00} of their throughput; the slow ones get {Median.Of(shares):P0} of theirs",
            name == "vod" ? "≤ 8 KiB each; ≥ 0.9" : "", each <= 8 && ratio >= 0.9);

        double Fast(int seconds)
        {
            var result = Loads.Slices(server.Port, connections, seconds);
            if (result.Errors > 0) faults.Error($"{result.Errors} errors at the fast readers", result.Errors);
            return result.Bytes / 1e6 / result.Seconds;
        }
    }

    private void WarmUp(Server server)
    {
        var result = Wrk.Run(server.Port, "/" + files.Small.Name, 64, options.LeadIn, [], []);
        if (result.Errors > 0) faults.Error($"{result.Errors} errors while warming up", result.Errors);
    }

    /// <summary>Resident memory once it has been the same for a second; after ten seconds, whatever it is.</summary>
    private static long Settled(Server server)
    {
        var clock = Stopwatch.StartNew();
        var last = server.Usage.ResidentBytes;
        for (var same = 0; same < 4 && clock.Elapsed < TimeSpan.FromSeconds(10);)
        {
            Thread.Sleep(250);
            var now = server.Usage.ResidentBytes;
            same = now == last ? same + 1 : 0;
            last = now;
        }
        return last;
    }

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Interlocked.Read(ref target); value > seen;)
        {
            var found = Interlocked.CompareExchange(ref target, value, seen);
            if (found == seen) return;
            seen = found;
        }
    }

    private void Add(string title, string result, string wanted, bool met)
    {
        _results.Add(new AbsoluteResult(title, result, wanted, met));
        log($"{title}: {result}");
    }
}
