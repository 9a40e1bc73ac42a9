using System.Globalization;

namespace Vod.Bench.Machine;

/// <summary>How busy the machine is, and with what: figures from a machine that others use need to say so.</summary>
internal static class MachineLoad
{
    /// <summary>Seconds of processor time that all processes together, and the hypervisor's other guests, have used.</summary>
    public static double BusySeconds()
    {
        // cpu user nice system idle iowait irq softirq steal ...
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ticks = fields.Skip(1).Take(8).Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4]) / ProcessTree.TicksPerSecond;
    }

    /// <summary>For example "2 cores, AMD EPYC, Linux 6.1, .NET 10.0.1".</summary>
    public static string Description()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var cores = Environment.ProcessorCount;
        return $"{cores} {(cores == 1 ? "core" : "cores")}, {model ?? "unknown processor"}, Linux {Environment.OSVersion.Version.ToString(2)}, .NET {Environment.Version}";
    }
}
