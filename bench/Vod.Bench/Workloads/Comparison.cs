using Vod.Bench.Load;
using Vod.Bench.Servers;

namespace Vod.Bench.Workloads;

/// <summary>Loads servers in turn, A B C A B C, and keeps what was measured.</summary>
/// <param name="servers">The servers, running.</param>
/// <param name="files">What they serve.</param>
/// <param name="options">Rounds and durations.</param>
/// <param name="faults">Gets what went wrong.</param>
/// <param name="log">Told what was measured.</param>
internal sealed class Comparison(IReadOnlyList<Server> servers, TestFiles files, BenchOptions options, Faults faults, Action<string> log)
{
    private const int MaxTries = 3;
    private readonly Dictionary<(string Workload, string Server), List<Measurement>> _results = [];
    private readonly Loads _loads = new(files, faults);
    private double _halfPeak;

    /// <summary>Whether anything was measured.</summary>
    public bool HasResults => _results.Count > 0;

    /// <summary>What was measured of a server under a workload, a round each.</summary>
    public IReadOnlyList<Measurement> this[Workload workload, string server] => _results.GetValueOrDefault((workload.Id, server)) ?? [];

    /// <summary>Checks every byte that the servers serve of the files.</summary>
    public void Check()
    {
        foreach (var server in servers) _loads.Check(server);
    }

    /// <summary>
    /// Has each server do all that will be measured: .NET compiles what runs often again, and better, after a while. A server runs for months;
    /// how fast it is in its first seconds is not the question here.
    /// </summary>
    public void WarmUp(IEnumerable<Workload> workloads)
    {
        foreach (var workload in workloads.Where(w => !w.HasRate).DistinctBy(w => w.Load))
        {
            foreach (var server in servers) _ = Measure(workload with { Connections = 16 }, server, options.WarmUpSeconds);
        }
    }

    /// <summary>Runs a workload: once to lead in, then the rounds.</summary>
    public void Run(Workload workload)
    {
        if (workload.HasRate)
        {
            if (servers.FirstOrDefault(s => s.Name == "nginx") is not { } nginx)
            {
                log($"{workload.Title}: nginx is not among the servers");
                return;
            }
            _halfPeak = HalfPeak(nginx);
        }
        foreach (var server in servers) _ = Measure(workload, server, options.LeadIn);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var server in servers)
            {
                var result = Quietest(workload, server);
                if (!_results.TryGetValue((workload.Id, server.Name), out var list)) _results[(workload.Id, server.Name)] = list = [];
                list.Add(result);
                log($"{workload.Title,-30} {round} {server.Name,-8} {result.Speed,10:N0} {(workload.CountsBytes ? "MB/s" : "/s  ")} p50 {result.P50,8:0.000} p99 {result.P99,8:0.000} ms"
                    + $"  cpu {result.Cost:0.0000}  {result.Resident / 1e6,6:0} MB  others {result.Foreign:P0}");
            }
        }
    }

    /// <summary>Repeats a measurement that others disturbed more than is allowed, and takes the least disturbed.</summary>
    private Measurement Quietest(Workload workload, Server server)
    {
        Measurement? best = null;
        for (var attempt = 0; attempt < MaxTries && (best is null || best.Foreign > options.MaxForeign); attempt++)
        {
            var result = Measure(workload, server, options.Seconds);
            if (best is null || result.Foreign < best.Foreign) best = result with { Errors = result.Errors + (best?.Errors ?? 0) };
        }
        return best!;
    }

    private Measurement Measure(Workload workload, Server server, int seconds)
    {
        var known = faults.Count;
        var cpu = new CpuMeter(server);
        var result = _loads.Run(workload, server, seconds, _halfPeak);
        var (used, foreign) = cpu.Stop();
        server.CheckAlive();
        var work = workload.CountsBytes ? result.Bytes / 1e9 : result.Requests / 1e3;
        var speed = (workload.CountsBytes ? result.Bytes / 1e6 : result.Requests) / result.Seconds;
        return new Measurement(speed, result.P50, result.P99, used / work, server.Usage.ResidentBytes, faults.Count - known, foreign);
    }

    private double HalfPeak(Server server)
    {
        var small = Workload.All.First(w => w.Load == LoadKind.Small);
        var peaks = this[small, server.Name];
        return (peaks.Count > 0 ? Median.Of(peaks.Select(m => m.Speed)) : Measure(small, server, options.Seconds).Speed) / 2;
    }
}
