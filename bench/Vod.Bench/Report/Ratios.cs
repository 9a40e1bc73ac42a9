using Vod.Bench.Workloads;

namespace Vod.Bench.Report;

/// <summary>A figure of Vod's as a part of another server's.</summary>
/// <param name="Workload">Under which load.</param>
/// <param name="Quantity">Which figure.</param>
/// <param name="Against">Which other server.</param>
/// <param name="Value">The median of the rounds' ratios: what are compared are turns that followed each other.</param>
/// <param name="Target">What is wanted, if anything.</param>
internal sealed record Ratio(Workload Workload, Quantity Quantity, string Against, double Value, Target? Target)
{
    /// <summary>All that were measured, in the order of the workloads.</summary>
    public static IReadOnlyList<Ratio> All(BenchOptions options, Comparison comparison) =>
    [
        .. from workload in Workload.All
           where options.Workloads.Contains(workload.Id)
           from quantity in workload.HasRate ? (Quantity[])[Quantity.Tail] : [Quantity.Speed, Quantity.Cost]
           from other in options.Servers
           where other != "vod"
           let pairs = comparison[workload, "vod"].Zip(comparison[workload, other])
           where pairs.Any()
           select new Ratio(workload, quantity, other, Median.Of(pairs.Select(p => Figure(p.First, quantity) / Figure(p.Second, quantity))), TargetOf(workload, quantity, other)),
    ];

    private static double Figure(Measurement m, Quantity quantity) => quantity switch
    {
        Quantity.Speed => m.Speed,
        Quantity.Cost => m.Cost,
        _ => m.P99,
    };

    private static Target? TargetOf(Workload w, Quantity quantity, string other) => (quantity, other) switch
    {
        (Quantity.Speed, "nginx") => w.SpeedToNginx,
        (Quantity.Speed, "kestrel") => w.SpeedToKestrel,
        (Quantity.Cost, "nginx") => w.CostToNginx,
        (Quantity.Cost, "kestrel") => w.CostToKestrel,
        (Quantity.Tail, "nginx") => w.TailToNginx,
        (Quantity.Tail, "kestrel") => w.TailToKestrel,
        _ => null,
    };
}

/// <summary>What is compared.</summary>
internal enum Quantity
{
    /// <summary>Throughput.</summary>
    Speed,

    /// <summary>Processor time for the same work.</summary>
    Cost,

    /// <summary>The 99th percentile of latency.</summary>
    Tail,
}
