using System.Diagnostics;

namespace Vod.Bench.Workloads;

// A server that has nothing to do, yet or any more.
internal sealed partial class Absolute
{
    /// <summary>The runtime compiles what was used much for some seconds after it.</summary>
    private static readonly TimeSpan Calming = TimeSpan.FromSeconds(10);

    /// <summary>From the start of the process to the end of its first answer.</summary>
    private void Start(string name)
    {
        const int count = 10;
        const int limit = 350;
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            using var server = launcher.Start(name);
            times.Add(server.FirstAnswer.TotalMilliseconds);
        }
        var median = Median.Of(times);
        Add($"Start to first answer: {name}", $"{median:0} ms ({times.Min():0} to {times.Max():0}), median of {count}", name == "vod" ? $"≤ {limit} ms" : "", median <= limit);
    }

    /// <summary>What a server takes that has worked and is asked nothing now.</summary>
    private void Rest(string name)
    {
        const int limit = 2;
        using var server = launcher.Start(name);
        WarmUp(server);
        Thread.Sleep(Calming);
        var before = server.Usage.CpuNanosecondsByThread();
        var clock = Stopwatch.StartNew();
        Thread.Sleep(TimeSpan.FromSeconds(10));
        var seconds = clock.Elapsed.TotalSeconds;
        var after = server.Usage.CpuNanosecondsByThread();
        server.CheckAlive();
        var used = after.Sum(thread => thread.Value - before.GetValueOrDefault(thread.Key)) / 1e6 / seconds;
        Add($"CPU without requests: {name}", $"{used:0.00} ms a second, for {seconds:0} s", name == "vod" ? $"≤ {limit} ms a second" : "", used <= limit);
    }
}
