namespace Vod.Actors.Catalog;

/// <summary>Asks the catalog what a path names. Answered to the sender with <see cref="Found"/> or <see cref="NotFound"/>.</summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
/// <param name="Path">The decoded and normalised path of the request target.</param>
public sealed record Resolve(long RequestId, MediaPath Path);

/// <summary>
/// As <see cref="Resolve"/>, after looking at that one path on the disk again: asked when the file turned out to be another than its item says.
/// </summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
/// <param name="Path">The decoded and normalised path of the request target.</param>
public sealed record Refresh(long RequestId, MediaPath Path);

/// <summary>The path names this file.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Item">The file as it was last seen.</param>
public sealed record Found(long RequestId, MediaItem Item);

/// <summary>The path names nothing that is served.</summary>
/// <param name="RequestId">Of the question.</param>
public sealed record NotFound(long RequestId)
{
    /// <summary>Whether it names a directory with files in or beneath it.</summary>
    public bool IsDirectory { get; init; }
}

/// <summary>Asks for all files, unless nothing has changed. Answered at once with <see cref="FileList"/>.</summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
/// <param name="KnownVersion">The version that the asker has; 0 for none.</param>
public sealed record ListFiles(long RequestId, long KnownVersion);

/// <summary>All files of the catalog at one moment.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Version">Grows with each change.</param>
/// <param name="Files">In no order; null when the asker has this version.</param>
/// <param name="IsComplete">Whether a scan has found all there is; otherwise more is coming.</param>
public sealed record FileList(long RequestId, long Version, IReadOnlyList<MediaItem>? Files, bool IsComplete = true);

/// <summary>Asks how much is indexed so far; answered at once with <see cref="CatalogSummary"/>.</summary>
public sealed record GetSummary
{
    /// <summary>The one value.</summary>
    public static GetSummary Instance { get; } = new();
}

/// <summary>Asks to be told once the first scan is done; answered with <see cref="Indexed"/>, at once when it already is.</summary>
public sealed record SubscribeIndexed
{
    /// <summary>The one value.</summary>
    public static SubscribeIndexed Instance { get; } = new();
}

/// <summary>Asks how the catalog is; answered at once with <see cref="CatalogStatus"/>.</summary>
public sealed record GetStatus
{
    /// <summary>The one value.</summary>
    public static GetStatus Instance { get; } = new();
}

/// <summary>
/// Asks for a scan of the whole directory, now, or again when one is running; answered at once with <see cref="CatalogStatus"/>.
/// </summary>
public sealed record ScanNow
{
    /// <summary>The one value.</summary>
    public static ScanNow Instance { get; } = new();
}

/// <summary>How the catalog is.</summary>
/// <param name="Summary">What it holds.</param>
/// <param name="LastScan">When the last scan of the whole directory ended; null when none has.</param>
/// <param name="LastScanTook">How long it took.</param>
/// <param name="IsScanning">Whether one is running.</param>
/// <param name="Problems">What keeps files from being served or changes from being seen, in the order of the paths.</param>
public sealed record CatalogStatus(
    CatalogSummary Summary, DateTimeOffset? LastScan, TimeSpan? LastScanTook, bool IsScanning, IReadOnlyList<CatalogProblem> Problems);

/// <summary>Something that keeps files from being served.</summary>
/// <param name="Path">Of the file or directory, relative; empty for the content directory.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record CatalogProblem(string Path, string Reason);

/// <summary>What the catalog holds.</summary>
/// <param name="Files">Number of files served.</param>
/// <param name="Bytes">Their sizes added up.</param>
/// <param name="Complete">Whether the first scan is done.</param>
/// <param name="Elapsed">How long the first scan took, or has taken so far.</param>
public sealed record CatalogSummary(int Files, long Bytes, bool Complete, TimeSpan Elapsed);

/// <summary>The first scan is done.</summary>
/// <param name="Summary">What it found.</param>
public sealed record Indexed(CatalogSummary Summary);
