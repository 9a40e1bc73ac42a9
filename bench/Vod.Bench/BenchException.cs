namespace Vod.Bench;

/// <summary>The measurement cannot go on.</summary>
internal sealed class BenchException(string message) : Exception(message);
