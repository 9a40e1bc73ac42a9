using Vod.Bench.Load;
using Vod.Bench.Servers;

namespace Vod.Bench.Workloads;

/// <summary>Loads a server as a workload says.</summary>
/// <param name="files">What the servers serve.</param>
/// <param name="faults">Gets what went wrong.</param>
internal sealed class Loads(TestFiles files, Faults faults)
{
    private readonly Dictionary<string, string> _etags = [];

    /// <summary>Checks every byte that a server serves of the files, and that it answers HEAD and a condition.</summary>
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
        client.Send(Requests.Head("/" + files.Small.Name));
        var only = client.ReadHead();
        if (only.Status != 200 || only.Length != files.Small.Size) faults.Error($"{server.Name}: {only.Status}, {only.Length} bytes for HEAD");
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

    /// <summary>Loads the server; what went wrong has been told.</summary>
    /// <param name="workload">How.</param>
    /// <param name="server">Which.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="rate">Requests a second, for a workload that has a rate.</param>
    public LoadResult Run(Workload workload, Server server, int seconds, double rate)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var result = workload.Load switch
        {
            LoadKind.Slices => Slices(server.Port, workload.Connections, seconds),
            LoadKind.Medium => Wrk.Run(server.Port, "/" + files.Medium.Name, workload.Connections, seconds, [], []),
            LoadKind.NotModified => Wrk.Run(server.Port, "/" + files.Small.Name, workload.Connections, seconds, [Condition(server)], []),
            LoadKind.Head => HeadLoop.Run(server.Port, "/" + files.Small.Name, workload.Connections, duration, faults),
            LoadKind.NewConnection => ApacheBench.Run(server.Port, "/" + files.Small.Name, workload.Connections, seconds),
            LoadKind.Seek => SeekStorm.Run(server.Port, files, workload.Connections, duration, faults),
            LoadKind.HalfPeak => AtRate(workload, server, rate, duration),
            _ => Wrk.Run(server.Port, "/" + files.Small.Name, workload.Connections, seconds, [], []),
        };
        if (result.Errors > 0) faults.Error($"{server.Name}, {workload.Title}: {result.Errors} errors", result.Errors);
        if (IsDoubtful(workload, result)) faults.Error($"{server.Name}, {workload.Title}: {result.Requests} answers, {result.Bytes} bytes");
        return result;
    }

    /// <summary>The slices of all films, by wrk.</summary>
    public static LoadResult Slices(int port, int connections, int seconds) => Wrk.Run(port, "/", connections, seconds, [],
        ["slices", $"{TestFiles.Films}", $"{TestFiles.FilmSize / TestFiles.SliceSize}", $"{TestFiles.SliceSize}"]);

    private LoadResult AtRate(Workload workload, Server server, double rate, TimeSpan duration)
    {
        using var load = new OpenLoop(server.Port, files.Small, workload.Connections, faults);
        return load.Run(rate, duration);
    }

    /// <summary>What an answer holds; null when the load itself looks at each.</summary>
    private long? SizeOf(LoadKind load) => load switch
    {
        LoadKind.Slices => TestFiles.SliceSize,
        LoadKind.Medium => files.Medium.Size,
        LoadKind.NotModified => 0,
        LoadKind.Small or LoadKind.NewConnection => files.Small.Size,
        _ => null,
    };

    /// <summary>
    /// wrk and ab do not look at bodies: at least their size has to be right. The last of each connection is cut off, which on a busy machine
    /// may be the only one.
    /// </summary>
    private bool IsDoubtful(Workload workload, LoadResult result)
    {
        const int maxHead = 1 << 10;
        if (SizeOf(workload.Load) is not { } size) return result.Requests == 0;
        var most = (result.Requests + workload.Connections) * (size + maxHead);
        return result.Bytes == 0 || result.Bytes < result.Requests * size || result.Bytes > most;
    }

    private string Condition(Server server) => $"If-None-Match: {_etags[server.Name]}";
}
