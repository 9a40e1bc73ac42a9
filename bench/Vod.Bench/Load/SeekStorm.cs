using System.Diagnostics;

namespace Vod.Bench.Load;

/// <summary>
/// Viewers who jump: each asks for 5 MiB from anywhere in a film, takes 64 to 256 KiB of it, breaks off, and asks for another on a new
/// connection. The same jumps in each run.
/// </summary>
internal sealed class SeekStorm
{
    private const int Least = 64 << 10;
    private const int Most = 256 << 10;

    /// <summary>What is compared at the end of what was taken: all of it would cost the load as much as the rest.</summary>
    private const int Checked = 4 << 10;

    private readonly int _port;
    private readonly TestFiles _files;
    private readonly Faults _faults;
    private readonly (Random Random, Latencies Latencies)[] _viewers;

    private SeekStorm(int port, TestFiles files, int viewers, Faults faults)
    {
        (_port, _files, _faults) = (port, files, faults);
        _viewers = [.. Enumerable.Range(0, viewers).Select(seed => (new Random(seed), new Latencies()))];
    }

    /// <summary>Loads the server; a jump counts as a request.</summary>
    /// <param name="port">On the loopback address.</param>
    /// <param name="files">What it serves.</param>
    /// <param name="viewers">How many, a thread each.</param>
    /// <param name="duration">How long.</param>
    /// <param name="faults">Gets what goes wrong.</param>
    /// <param name="sample">Called once a second.</param>
    public static LoadResult Run(int port, TestFiles files, int viewers, TimeSpan duration, Faults faults, Action? sample = null)
    {
        var storm = new SeekStorm(port, files, viewers, faults);
        var clock = Stopwatch.StartNew();
        ClientThreads.Run(viewers, duration, storm.Watch, faults, sample ?? (() => { }));
        var elapsed = clock.Elapsed;
        var all = new Latencies();
        foreach (var (_, latencies) in storm._viewers) all.Add(latencies);
        return all.Over(elapsed);
    }

    private void Watch(int number, Func<bool> over)
    {
        var (random, latencies) = _viewers[number];
        while (!over())
        {
            var start = Stopwatch.GetTimestamp();
            Jump(random);
            latencies.Since(start);
        }
    }

    private void Jump(Random random)
    {
        var file = _files.Film[random.Next(TestFiles.Films)];
        var offset = random.Next(file.Size - TestFiles.SliceSize + 1);
        var taken = random.Next(Least, Most + 1);
        using var client = new BlockingClient(_port, 64 << 10);
        client.Send(Requests.Range(file, $"{offset}-{offset + TestFiles.SliceSize - 1}"));
        var head = client.ReadHead();
        if (head.Status != 206 || head.Length != TestFiles.SliceSize)
        {
            _faults.Error($"{head.Status}, {head.Length} bytes in the seek storm");
            return;
        }
        client.SkipBody(taken - Checked);
        if (!client.CheckBody(file, offset + taken - Checked, Checked)) _faults.WrongBody($"{file.Name} at {offset} in the seek storm");
        client.Abandon();
    }
}
