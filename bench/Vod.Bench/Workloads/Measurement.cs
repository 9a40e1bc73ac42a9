using System.Diagnostics;
using Vod.Bench.Machine;
using Vod.Bench.Servers;

namespace Vod.Bench.Workloads;

/// <summary>One server under one load, once.</summary>
/// <param name="Speed">Megabytes or requests per second.</param>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
/// <param name="Cost">The server's processor seconds for a gigabyte, or for 1,000 requests.</param>
/// <param name="Resident">The server's memory at the end, bytes.</param>
/// <param name="Errors">Errors.</param>
/// <param name="Foreign">What other programs took of the machine meanwhile, 0 to 1.</param>
internal sealed record Measurement(double Speed, double P50, double P99, double Cost, long Resident, long Errors, double Foreign);

/// <summary>The processor time of a server, and of everything else, during a load.</summary>
internal sealed class CpuMeter
{
    private readonly Server _server;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly double _busy = MachineLoad.BusySeconds();
    private readonly double _own = ProcessTree.OwnCpuSeconds();
    private readonly double _used;

    /// <summary>Starts.</summary>
    public CpuMeter(Server server)
    {
        _server = server;
        _used = server.Usage.CpuSeconds;
    }

    /// <summary>Processor seconds of the server since, and the part of the machine that went elsewhere than to it and the load.</summary>
    public (double Seconds, double Foreign) Stop()
    {
        var used = _server.Usage.CpuSeconds - _used;
        var foreign = MachineLoad.BusySeconds() - _busy - used - (ProcessTree.OwnCpuSeconds() - _own);
        return (used, Math.Clamp(foreign / (_clock.Elapsed.TotalSeconds * Environment.ProcessorCount), 0, 1));
    }
}
