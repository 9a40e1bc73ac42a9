namespace Vod.Bench.Load;

/// <summary>What a load saw.</summary>
/// <param name="Requests">Answers.</param>
/// <param name="Bytes">All that was received; 0 where the load has looked at each answer itself.</param>
/// <param name="Seconds">How long.</param>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P99">99th percentile of latency, milliseconds.</param>
/// <param name="Errors">Connections, reads, writes and statuses that failed, and timeouts, as far as the load has not told them itself.</param>
internal sealed record LoadResult(long Requests, long Bytes, double Seconds, double P50, double P99, long Errors);
