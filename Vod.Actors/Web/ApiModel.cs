using System.Text.Json.Serialization;

namespace Vod.Actors.Web;

/// <summary>The answer of <c>/-/api/catalog</c>.</summary>
internal sealed record CatalogAnswer(
    string Path, string Query, string Sort, int Page, int Pages, int Total, IReadOnlyList<FolderAnswer> Folders, IReadOnlyList<MediaAnswer> Items);

/// <summary>A folder.</summary>
internal sealed record FolderAnswer(string Path, string Name, string Page);

/// <summary>A file; the answer of <c>/-/api/media/PATH</c>, then with what lies beside it. Addresses begin with a slash; times are seconds.</summary>
internal sealed record MediaAnswer(
    string Path, string Name, string Title, string Kind, string Type, long Size, string Modified, string Address, string? Watch, string? Poster)
{
    public double? Duration { get; init; }
    public string? Container { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public string? Video { get; init; }
    public string? Audio { get; init; }
    public bool? IndexAtFront { get; init; }
    public bool? Damaged { get; init; }
    public IReadOnlyList<SubtitleAnswer>? Subtitles { get; init; }
    public string? Chapters { get; init; }
    public string? Previous { get; init; }
    public string? Next { get; init; }
}

/// <summary>Subtitles, as WebVTT.</summary>
internal sealed record SubtitleAnswer(string? Language, string Label, string Address);

/// <summary>What went wrong (RFC 9457).</summary>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string? Detail);

/// <summary>Writes them as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CatalogAnswer))]
[JsonSerializable(typeof(MediaAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
