using System.Diagnostics.Metrics;

namespace Vod.Actors.Diagnostics;

/// <summary>What was found when all were asked how they are.</summary>
/// <param name="Connections">How many are in each state.</param>
/// <param name="FileActors">Files that are open for viewers.</param>
/// <param name="Files">Files in the catalog.</param>
/// <param name="CatalogBytes">Their sizes added up.</param>
internal sealed record Vitals(IReadOnlyList<Measurement<long>> Connections, long FileActors, long Files, long CatalogBytes)
{
    /// <summary>Before anybody has asked.</summary>
    public static readonly Vitals None = new([], 0, 0, 0);
}
