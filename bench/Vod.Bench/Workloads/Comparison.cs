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
    private readonly Dictionary<string, string> _etags = [];
    private readonly Dictionary<string, double> _halfPeaks = [];

    /// <summary>Whether anything was measured.</summary>
    public bool HasResults => _results.Count > 0;

    /// <summary>What was measured of a server under a workload, a round each.</summary>
    public IReadOnlyList<Measurement> this[Workload workload, string server] => _results.GetValueOrDefault((workload.Id, server)) ?? [];

    /// <summary>Checks every byte that a server serves of the files, and that it answers a condition.</summary>
    public void Check(Server server)
    {
        using var client = new BlockingClient(server.Port, 256 << 10);
        foreach (var file in (TestFile[])[files.Small, files.Medium])
        {
            client.Send(Requests.Get("/" + file.Name));
            var head = client.ReadHead();
            if (head.Status != 200 || head.Length != file.Size) faults.Error($"{server.Name}: {head.Status} for {file.Name}");
            if (!client.CheckBody(file, 0, head.Length)) faults.WrongBody($"{server.Name}: {file.Name}");
            if (file == files.Small) _etags[server.Name] = head.Field("ETag") ?? throw new BenchException($"{server.Name} sends no ETag.");
        }
        for (var number = 0; number < TestFiles.Films * (TestFiles.FilmSize / TestFiles.SliceSize); number++)
        {
            var (file, offset, request) = Requests.Slice(files, number);
            client.Send(request);
            var head = client.ReadHead();
            if (head.Status != 206 || head.Length != TestFiles.SliceSize) faults.Error($"{server.Name}: {head.Status} for a slice of {file.Name}");
            if (!client.CheckBody(file, offset, head.Length)) faults.WrongBody($"{server.Name}: {file.Name} at {offset}");
        }
        client.Send(Requests.Get("/" + files.Small.Name, Condition(server)));
        var status = client.ReadHead().Status;
        if (status != 304) faults.Error($"{server.Name}: {status} where 304 is due");
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
            foreach (var server in servers) _halfPeaks[server.Name] = HalfPeak(server);
        }
        foreach (var server in servers) _ = Measure(workload, server, options.LeadIn);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var server in servers)
            {
                var result = Quietest(workload, server);
                if (!_results.TryGetValue((workload.Id, server.Name), out var list)) _results[(workload.Id, server.Name)] = list = [];
                list.Add(result);
                if (result.Errors > 0) faults.Error($"{server.Name}, {workload.Title}: {result.Errors} errors", result.Errors);
                log($"{workload.Title,-24} {round} {server.Name,-8} {result.Speed,10:N0} {(workload.CountsBytes ? "MB/s" : "/s  ")} p50 {result.P50,8:0.000} p99 {result.P99,8:0.000} ms"
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
        if (workload.HasRate) return MeasureAtRate(server, seconds);
        var cpu = new CpuMeter(server);
        var result = Load(workload, server, seconds);
        var (used, foreign) = cpu.Stop();
        server.CheckAlive();
        var work = workload.CountsBytes ? result.Bytes / 1e9 : result.Requests / 1e3;
        var speed = (workload.CountsBytes ? result.Bytes / 1e6 : result.Requests) / result.Seconds;
        return new Measurement(speed, result.P50, result.P99, used / work, server.Usage.ResidentBytes, result.Errors + Doubtful(workload, result), foreign);
    }

    private Measurement MeasureAtRate(Server server, int seconds)
    {
        using var load = new OpenLoop(server.Port, files.Small, 64, faults);
        var cpu = new CpuMeter(server);
        var result = load.Run(_halfPeaks[server.Name], TimeSpan.FromSeconds(seconds));
        var (used, foreign) = cpu.Stop();
        server.CheckAlive();
        return new Measurement(result.Rate, result.P50, result.P99, used / (result.Requests / 1e3), server.Usage.ResidentBytes, 0, foreign);
    }

    private WrkResult Load(Workload workload, Server server, int seconds) => workload.Load switch
    {
        LoadKind.Slices => Wrk.Run(server.Port, "/", workload.Connections, seconds, [],
            ["slices", $"{TestFiles.Films}", $"{TestFiles.FilmSize / TestFiles.SliceSize}", $"{TestFiles.SliceSize}"]),
        LoadKind.Medium => Wrk.Run(server.Port, "/" + files.Medium.Name, workload.Connections, seconds, [], []),
        LoadKind.NotModified => Wrk.Run(server.Port, "/" + files.Small.Name, workload.Connections, seconds, [Condition(server)], []),
        _ => Wrk.Run(server.Port, "/" + files.Small.Name, workload.Connections, seconds, [], []),
    };

    /// <summary>wrk does not look at bodies: at least their size has to be right. The last of each connection is cut off.</summary>
    private long Doubtful(Workload workload, WrkResult result)
    {
        const int maxHead = 1 << 10;
        var size = workload.Load switch
        {
            LoadKind.Slices => TestFiles.SliceSize,
            LoadKind.Medium => files.Medium.Size,
            LoadKind.NotModified => 0,
            _ => files.Small.Size,
        };
        var most = (result.Requests + workload.Connections) * (size + maxHead);
        return result.Requests > 0 && result.Bytes >= result.Requests * size && result.Bytes <= most ? 0 : 1;
    }

    private double HalfPeak(Server server)
    {
        var small = Workload.All.First(w => w.Load == LoadKind.Small);
        var peaks = this[small, server.Name];
        return (peaks.Count > 0 ? Median.Of(peaks.Select(m => m.Speed)) : Measure(small, server, options.Seconds).Speed) / 2;
    }

    private string Condition(Server server) => $"If-None-Match: {_etags[server.Name]}";
}
