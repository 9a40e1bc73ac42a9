namespace Vod.Bench.Workloads;

/// <summary>A limit for a ratio of Vod's figure to another server's.</summary>
/// <param name="AtLeast">Whether more is better.</param>
/// <param name="Limit">The limit.</param>
internal sealed record Target(bool AtLeast, double Limit)
{
    /// <summary>Whether a ratio keeps it.</summary>
    public bool IsMetBy(double ratio) => AtLeast ? ratio >= Limit : ratio <= Limit;
}

/// <summary>What is compared: a load, and what is wanted of it.</summary>
/// <param name="Id">Its name among the options.</param>
/// <param name="Title">Its name in the report.</param>
/// <param name="Connections">Connections, each asking again on its answer.</param>
/// <param name="Load">What is asked for.</param>
internal sealed record Workload(string Id, string Title, int Connections, LoadKind Load)
{
    /// <summary>All, in the order of the report.</summary>
    public static readonly IReadOnlyList<Workload> All =
    [
        Slices(1),
        Slices(16),
        Slices(128),
        Requests("small", "1 KiB, c = 64", LoadKind.Small) with { SpeedToKestrel = AtLeast(2) },
        Requests("medium", "100 KiB, c = 64", LoadKind.Medium) with { SpeedToKestrel = AtLeast(2) },
        Requests("head", "HEAD of 1 KiB, c = 64", LoadKind.Head),
        Requests("cond", "304, c = 64", LoadKind.NotModified) with { SpeedToKestrel = AtLeast(2) },
        new("new", "1 KiB on new connections, c = 64", 64, LoadKind.NewConnection) { SpeedToNginx = AtLeast(1) },
        new("seek", "seek storm, c = 64", 64, LoadKind.Seek) { SpeedToNginx = AtLeast(1) },
        new("p99", "1 KiB at half of nginx's peak", 64, LoadKind.HalfPeak) { TailToNginx = AtMost(1), TailToKestrel = AtMost(1) },
    ];

    /// <summary>Targets for throughput.</summary>
    public Target? SpeedToNginx { get; init; }

    /// <inheritdoc cref="SpeedToNginx"/>
    public Target? SpeedToKestrel { get; init; }

    /// <summary>Targets for processor time for the same work.</summary>
    public Target? CostToNginx { get; init; }

    /// <inheritdoc cref="CostToNginx"/>
    public Target? CostToKestrel { get; init; }

    /// <summary>Targets for the 99th percentile of latency.</summary>
    public Target? TailToNginx { get; init; }

    /// <inheritdoc cref="TailToNginx"/>
    public Target? TailToKestrel { get; init; }

    /// <summary>Whether the work is counted in gigabytes, not in requests.</summary>
    public bool CountsBytes => Load == LoadKind.Slices;

    /// <summary>Whether the load has a given rate, so that throughput says nothing.</summary>
    public bool HasRate => Load == LoadKind.HalfPeak;

    private static Workload Slices(int connections) => new($"slices{connections}", $"5 MiB slices, c = {connections}", connections, LoadKind.Slices)
    {
        SpeedToNginx = AtLeast(1), CostToNginx = AtMost(1), SpeedToKestrel = AtLeast(2), CostToKestrel = AtMost(0.15),
    };

    private static Workload Requests(string id, string title, LoadKind load) => new(id, title, 64, load) { SpeedToNginx = AtLeast(1), CostToNginx = AtMost(1) };

    private static Target AtLeast(double limit) => new(true, limit);

    private static Target AtMost(double limit) => new(false, limit);
}

/// <summary>What a workload asks for.</summary>
internal enum LoadKind
{
    /// <summary>Slices of 5 MiB of four films, by Range.</summary>
    Slices,

    /// <summary>The file of 1 KiB.</summary>
    Small,

    /// <summary>The file of 100 KiB.</summary>
    Medium,

    /// <summary>The file of 1 KiB, if it is another than it is.</summary>
    NotModified,

    /// <summary>The head of the file of 1 KiB.</summary>
    Head,

    /// <summary>The file of 1 KiB, each time on a new connection.</summary>
    NewConnection,

    /// <summary>The beginnings of ranges of 5 MiB, each on a connection that is then reset.</summary>
    Seek,

    /// <summary>The file of 1 KiB at half the rate that nginx reached with it.</summary>
    HalfPeak,
}
