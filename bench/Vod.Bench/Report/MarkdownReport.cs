using System.Globalization;
using System.Text;
using Vod.Bench.Load;
using Vod.Bench.Machine;
using Vod.Bench.Workloads;

namespace Vod.Bench.Report;

/// <summary>The figures as Markdown.</summary>
internal sealed class MarkdownReport(BenchOptions options, Comparison comparison, IReadOnlyList<AbsoluteResult> absolute, Faults faults, DateTimeOffset started)
{
    private readonly StringBuilder _text = new();

    /// <summary>All of it.</summary>
    public string Render()
    {
        Line($"Measured on {started:yyyy-MM-dd} (UTC) on {MachineLoad.Description()}; {Rounds()} of {options.Seconds} s. {Noise()}{options.Note}".TrimEnd());
        if (comparison.HasResults)
        {
            Ratios();
            Figures();
        }
        if (absolute.Count > 0) Absolutes();
        Line();
        Line(faults.None ? "No errors, no wrong bytes." : $"**{faults.Errors} errors, {faults.WrongBodies} wrong bodies:**");
        foreach (var message in faults.Messages) Line($"- {message.ReplaceLineEndings(" ")}");
        return _text.ToString();
    }

    private string Rounds() => options.Rounds == 1 ? "one round" : $"medians of {options.Rounds} rounds";

    /// <summary>How far the machine was not ours alone.</summary>
    private string Noise()
    {
        var foreign = Measured().Select(m => m.Measurement.Foreign).ToArray();
        return foreign.Length == 0 ? "" : $"Other programs took {Median.Of(foreign):P0} of the machine meanwhile (median; {foreign.Max():P0} at most). ";
    }

    private IEnumerable<(Workload Workload, string Server, Measurement Measurement)> Measured() =>
        from workload in Workload.All
        from server in options.Servers
        from measurement in comparison[workload, server]
        select (workload, server, measurement);

    /// <summary>A column for each other server, and one for the targets where it has some.</summary>
    private void Ratios()
    {
        var ratios = Ratio.All(options, comparison);
        if (ratios.Count == 0) return;
        var others = ratios.GroupBy(r => r.Against).Select(g => (Name: g.Key, HasTargets: g.Any(r => r.Target is not null))).ToArray();
        Line();
        Line($"| Vod compared with | | {string.Join(" | ", others.Select(o => Title(o.Name) + (o.HasTargets ? " | wanted" : "")))} |");
        Line($"| --- | --- | {string.Join(" | ", others.Select(o => "---:" + (o.HasTargets ? " | ---" : "")))} |");
        foreach (var group in ratios.GroupBy(r => (r.Workload, r.Quantity)))
        {
            var cells = others.Select(o =>
            {
                var ratio = group.FirstOrDefault(r => r.Against == o.Name);
                return Value(ratio) + (o.HasTargets ? $" | {Wanted(ratio)}" : "");
            });
            Line($"| {group.Key.Workload.Title} | {Name(group.Key.Quantity)} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Title(string server) => server == "kestrel" ? "Kestrel" : server;

    private static string Name(Quantity quantity) => quantity switch
    {
        Quantity.Speed => "throughput",
        Quantity.Cost => "CPU",
        _ => "p99",
    };

    private static string Value(Ratio? ratio) => ratio is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{ratio.Value:0.00}");

    private static string Wanted(Ratio? ratio) => ratio?.Target is not { } target ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{(target.AtLeast ? "≥" : "≤")} {target.Limit} {Mark(target.IsMetBy(ratio.Value))}");

    private static string Mark(bool met) => met ? "✓" : "✗";

    private void Figures()
    {
        Line();
        Line("| | | throughput | p50 ms | p99 ms | server CPU | resident MB | errors |");
        Line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in Measured().GroupBy(m => (m.Workload, m.Server)))
        {
            var (workload, server) = group.Key;
            double Of(Func<Measurement, double> figure) => Median.Of(group.Select(m => figure(m.Measurement)));
            Line($"| {workload.Title} | {server} | {Of(m => m.Speed):N0} {(workload.CountsBytes ? "MB/s" : "/s")} | {Of(m => m.P50):0.00} | {Of(m => m.P99):0.00} "
                + $"| {Cost(workload, Of(m => m.Cost))} | {Of(m => m.Resident) / 1e6:0} | {group.Sum(m => m.Measurement.Errors)} |");
        }
    }

    /// <summary>Seconds for a gigabyte, or microseconds for a request.</summary>
    private static string Cost(Workload workload, double cost) =>
        workload.CountsBytes ? string.Create(CultureInfo.InvariantCulture, $"{cost:0.000} s/GB") : string.Create(CultureInfo.InvariantCulture, $"{cost * 1e3:0.0} µs");

    private void Absolutes()
    {
        Line();
        Line("| | found | wanted |");
        Line("| --- | --- | --- |");
        foreach (var result in absolute) Line($"| {result.Title} | {result.Result} | {(result.Wanted.Length > 0 ? $"{result.Wanted} {Mark(result.Met)}" : "")} |");
    }

    private void Line(FormattableString text) => _text.Append(FormattableString.Invariant(text)).Append('\n');

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
