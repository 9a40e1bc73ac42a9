using Vod.Bench.Load;
using Vod.Bench.Servers;

namespace Vod.Bench.Workloads;

// Loads that look for growth: what the server holds is noted every second.
internal sealed partial class Absolute
{
    /// <summary>
    /// What is still called flat: a garbage-collected heap breathes. The second half of the time is compared with the second quarter, when
    /// everything has been compiled and has had its buffers.
    /// </summary>
    private const double MaxGrowth = 8 * Mebi;

    /// <summary>Connections are gone when the server has seen it, which nothing outside of it shows.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(2);

    /// <summary>Viewers who jump, for longer.</summary>
    private void Storm()
    {
        const int count = 64;
        using var server = launcher.Start("vod");
        WarmUp(server);
        Thread.Sleep(Leaving);
        var (descriptors, threads) = (server.Usage.Descriptors, server.Usage.Threads);
        var resident = new List<long>();
        var result = SeekStorm.Run(server.Port, files, count, TimeSpan.FromSeconds(options.StormSeconds), faults, () => resident.Add(server.Usage.ResidentBytes));
        Thread.Sleep(Leaving);
        server.CheckAlive();
        var (descriptorsAfter, threadsAfter, growth) = (server.Usage.Descriptors, server.Usage.Threads, Growth(resident));
        Add($"Seek storm: {count} clients, {options.StormSeconds} s",
            $"{result.Requests:N0} jumps; descriptors {descriptors} before, {descriptorsAfter} after; threads {threads}, {threadsAfter}; memory {Series(resident)} MiB",
            "no growth", descriptorsAfter <= descriptors + 2 && threadsAfter <= threads + 4 && growth <= MaxGrowth);
    }

    /// <summary>A bit of everything, each byte checked.</summary>
    private void Mixed()
    {
        const int count = 32;
        using var server = launcher.Start("vod");
        WarmUp(server);
        Thread.Sleep(Leaving);
        var descriptors = server.Usage.Descriptors;
        var resident = new List<long>();
        var clients = Enumerable.Range(0, count).Select(seed => new MixedClient(server.Port, files, faults, seed)).ToArray();
        ClientThreads.Run(count, TimeSpan.FromSeconds(options.MixedSeconds), (number, over) => clients[number].Run(over), faults, () => resident.Add(server.Usage.ResidentBytes));
        Thread.Sleep(Leaving);
        server.CheckAlive();
        Add($"Mixed load: {count} clients, {options.MixedSeconds} s",
            $"{clients.Sum(c => c.Checked):N0} answers, {clients.Sum(c => c.Bytes) / 1e9:N0} GB checked, {faults.WrongBodies} wrong bodies; descriptors {descriptors} before, "
            + $"{server.Usage.Descriptors} after; memory {Series(resident)} MiB",
            "zero wrong bytes, flat memory", faults.WrongBodies == 0 && server.Usage.Descriptors <= descriptors + 2 && Growth(resident) <= MaxGrowth);
    }

    private static double Growth(List<long> series)
    {
        if (series.Count < 4) return 0;
        var quarter = series.Count / 4;
        return Median.Of(series[(2 * quarter)..].Select(v => (double)v)) - Median.Of(series[quarter..(2 * quarter)].Select(v => (double)v));
    }

    /// <summary>Eleven points of a series, evenly spread.</summary>
    private static string Series(List<long> series)
    {
        const int points = 11;
        return string.Join(" ", Enumerable.Range(0, Math.Min(points, series.Count))
            .Select(i => $"{series[series.Count <= points ? i : i * (series.Count - 1) / (points - 1)] / Mebi:0}"));
    }
}
