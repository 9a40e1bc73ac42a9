using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>A number of threads by <c>parallelism-min</c>, <c>parallelism-factor</c> and <c>parallelism-max</c>.</summary>
internal static class ScaledParallelism
{
    /// <summary>The processors times the factor, rounded up, within the limits and at least 1.</summary>
    public static int Of(Config config, string section, int processors)
    {
        var scaled = (int)Math.Ceiling(processors * config.GetDouble($"{section}.parallelism-factor", 1));
        var most = Math.Max(1, config.GetInt($"{section}.parallelism-max", 64));
        var least = Math.Clamp(config.GetInt($"{section}.parallelism-min", 1), 1, most);
        return Math.Clamp(scaled, least, most);
    }
}
