using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>Compares items as they compare themselves, but quickly: one is the key of every answer, and its hash needs its path only.</summary>
internal sealed class SameVersion : IEqualityComparer<MediaItem>
{
    public static readonly SameVersion Comparer = new();

    public bool Equals(MediaItem? x, MediaItem? y) => ReferenceEquals(x, y) || (x is not null && x.Equals(y));

    public int GetHashCode(MediaItem item) => item.Path.GetHashCode(StringComparison.Ordinal);
}
