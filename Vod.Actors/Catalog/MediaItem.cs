using Vod.Actors.Http;

namespace Vod.Actors.Catalog;

/// <summary>One file of the catalog as it was last seen: an immutable value, replaced when the file changes.</summary>
/// <param name="Path">Its path relative to the content directory, with '/' between segments and no leading slash.</param>
/// <param name="FullPath">Where it is on this machine; never sent to a client.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="LastModified">When it was last written, UTC, in whole seconds as HTTP has them.</param>
/// <param name="ContentType">Its media type, e.g. <c>video/mp4</c>.</param>
/// <param name="ETag">Its entity tag (<see cref="EntityTag.ForFile"/>).</param>
public sealed record MediaItem(string Path, string FullPath, long Size, DateTimeOffset LastModified, string ContentType, EntityTag ETag)
{
    /// <summary>The file's name, without its directories.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
