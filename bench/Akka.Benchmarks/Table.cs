using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Reports;

namespace Akka.Benchmarks;

/// <summary>The results as the table in bench/README.md.</summary>
internal static class Table
{
    private const string Begin = "<!-- micro-benchmarks: written by bench/micro.sh -->";
    private const string End = "<!-- end of micro-benchmarks -->";

    /// <summary>What the goals are, by benchmark: so many a second.</summary>
    private static readonly Dictionary<string, double> Wanted = new()
    {
        [nameof(Messages.Tell)] = 10e6,
        [nameof(Messages.PingPong)] = 3e6,
        [nameof(Lives.SpawnAndStop)] = 500e3,
    };

    private const double WantedBytes = 1024;

    public static string Of(IEnumerable<Summary> summaries, double idleActor)
    {
        var text = new StringBuilder();
        text.Append(Inv($"Measured on {DateTime.UtcNow:yyyy-MM-dd} (UTC) on {Environment.ProcessorCount} cores, {Processor()}, {RuntimeInformation.OSDescription.Split('-')[0]}, {RuntimeInformation.FrameworkDescription}."));
        text.Append(Inv($" Load of the machine when the run ended: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.\n\n"));
        text.Append("| | a second | wanted | each | ± | allocated |\n| --- | ---: | --- | ---: | ---: | ---: |\n");
        foreach (var report in summaries.SelectMany(summary => summary.Reports))
        {
            if (report.ResultStatistics is not { } found) continue;
            var benchmark = report.BenchmarkCase.Descriptor;
            var rate = 1e9 / found.Mean;
            var wanted = Wanted.TryGetValue(benchmark.WorkloadMethod.Name, out var goal) ? $"≥ {Rate(goal)} {(rate >= goal ? '✓' : '✗')}" : "";
            var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            text.Append(Inv($"| {Name(benchmark.WorkloadMethod)} | {Rate(rate)} | {wanted} | {Time(found.Mean)} | {found.StandardDeviation / found.Mean:P0} | {allocated:N0} B |\n"));
        }

        text.Append(Inv($"| an idle actor | | ≤ {WantedBytes:N0} B {(idleActor <= WantedBytes ? '✓' : '✗')} | | | {idleActor:N0} B |\n"));
        return text.ToString();
    }

    /// <summary>Puts a table between the markers of a file.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public static void WriteInto(string path, string table)
    {
        var text = File.ReadAllText(path);
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start) throw new InvalidDataException($"{path} has no place for the micro-benchmarks.");
        File.WriteAllText(path, $"{text[..(start + Begin.Length)]}\n{table}{text[end..]}");
    }

    private static string Name(System.Reflection.MethodInfo method) =>
        method.GetCustomAttributes(typeof(System.ComponentModel.DescriptionAttribute), false) is [System.ComponentModel.DescriptionAttribute described]
            ? described.Description
            : method.Name;

    private static string Rate(double rate) => rate >= 1e6 ? Inv($"{rate / 1e6:0.0} M") : Inv($"{rate:N0}");

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e6 => Inv($"{nanoseconds / 1e6:0.00} ms"),
        >= 1e3 => Inv($"{nanoseconds / 1e3:0.00} µs"),
        _ => Inv($"{nanoseconds:0} ns"),
    };

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1].Trim() ?? "unknown processor";

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
