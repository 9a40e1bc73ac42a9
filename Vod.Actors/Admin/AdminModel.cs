using System.Text.Json.Serialization;
using Vod.Actors.Connections;
using Vod.Actors.Web;

namespace Vod.Actors.Admin;

/// <summary>The answer of <c>/health/live</c> and <c>/health/ready</c>.</summary>
internal sealed record HealthAnswer(string Status);

/// <summary>The answer of <c>/connections</c>: all there are, and as many of them as were asked for.</summary>
internal sealed record ConnectionsAnswer(int Total, IReadOnlyList<ConnectionAnswer> Connections);

/// <summary>A connection. Ages are seconds, positions and sizes bytes.</summary>
internal sealed record ConnectionAnswer(
    long Id, string Client, string? Path, long? Position, long BytesSent, double BytesPerSecond, string State, double Age, long Requests, string? UserAgent)
{
    public static ConnectionAnswer Of(ConnectionReport report) => new(
        report.Id, report.Client, report.Path, report.Position, report.BytesSent, Math.Round(report.BytesPerSecond), report.State,
        Math.Round(report.Age.TotalSeconds, 3), report.Requests, report.UserAgent);
}

/// <summary>The answer of <c>/catalog</c>. Times are UTC, durations seconds.</summary>
internal sealed record CatalogStatusAnswer(
    int Files, long Bytes, bool Indexed, bool Scanning, string? LastScan, double? LastScanTook, IReadOnlyList<CatalogProblemAnswer> Problems);

/// <summary>Something that keeps files from being served.</summary>
internal sealed record CatalogProblemAnswer(string Path, string Reason);

/// <summary>The answer, and the body, of <c>/loglevel</c>.</summary>
internal sealed record LogLevelAnswer(string Level);

/// <summary>The answer of <c>/config/reload</c>: keys that have changed.</summary>
internal sealed record ReloadAnswer(IReadOnlyList<string> Applied, IReadOnlyList<string> NeedRestart);

/// <summary>Writes them as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ConnectionsAnswer))]
[JsonSerializable(typeof(CatalogStatusAnswer))]
[JsonSerializable(typeof(LogLevelAnswer))]
[JsonSerializable(typeof(ReloadAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class AdminJson : JsonSerializerContext;
