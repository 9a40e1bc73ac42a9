using System.Globalization;

namespace Vod.Bench.Machine;

/// <summary>What a process and its children use, read from /proc. The children are those at the time of construction.</summary>
internal sealed class ProcessTree
{
    /// <summary>Clock ticks per second in /proc; Linux has had 100 on every architecture in use for decades.</summary>
    internal const double TicksPerSecond = 100;

    private readonly int[] _pids;

    /// <summary>The process and all that descend from it.</summary>
    public ProcessTree(int root)
    {
        var parents = AllProcesses().Select(pid => (Pid: pid, Parent: ParentOf(pid))).ToArray();
        var tree = new List<int> { root };
        for (var i = 0; i < tree.Count; i++) tree.AddRange(parents.Where(p => p.Parent == tree[i]).Select(p => p.Pid));
        _pids = [.. tree];
    }

    /// <summary>Seconds of processor time so far, in user mode and in the kernel, of all threads.</summary>
    public double CpuSeconds => _pids.Sum(pid => Fields(pid) is { } f ? (Number(f[11]) + Number(f[12])) / TicksPerSecond : 0);

    /// <summary>
    /// Nanoseconds of processor time of each thread that there is, by its id: for little work, where <see cref="CpuSeconds"/>, which counts ticks
    /// of 10 ms, is too coarse.
    /// </summary>
    public Dictionary<int, long> CpuNanosecondsByThread()
    {
        var times = new Dictionary<int, long>();
        foreach (var thread in _pids.SelectMany(pid => Directory.GetDirectories($"/proc/{pid}/task")))
        {
            try
            {
                times[(int)Number(Path.GetFileName(thread))] = Number(File.ReadAllText($"{thread}/schedstat").Split(' ')[0]);
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }
        return times;
    }

    /// <summary>Resident memory in bytes. Pages that processes share count in each.</summary>
    public long ResidentBytes => _pids.Sum(pid => Status(pid, "VmRSS:") * 1024);

    /// <summary>Threads.</summary>
    public int Threads => (int)_pids.Sum(pid => Status(pid, "Threads:"));

    /// <summary>Open file descriptors.</summary>
    public int Descriptors => _pids.Sum(pid => Directory.GetFileSystemEntries($"/proc/{pid}/fd").Length);

    /// <summary>Seconds of processor time of this program and of the children that it has waited for.</summary>
    public static double OwnCpuSeconds() => Fields(Environment.ProcessId) is { } f
        ? (Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14])) / TicksPerSecond
        : throw new IOException("/proc/self/stat cannot be read.");

    private static IEnumerable<int> AllProcesses() =>
        from path in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(path)
        where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        select int.Parse(name, CultureInfo.InvariantCulture);

    private static int ParentOf(int pid) => Fields(pid) is { } f ? (int)Number(f[1]) : 0;

    /// <summary>The fields of /proc/PID/stat from the third, the state, on; null when the process is gone.</summary>
    private static string[]? Fields(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Status(int pid, string key)
    {
        var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
        return line is null ? 0 : Number(line[key.Length..].Trim().Split(' ')[0]);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
