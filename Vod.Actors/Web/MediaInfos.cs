using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Web;

/// <summary>What a container's header tells of a film, and ffprobe of those that the server does not understand; null where they do not say.</summary>
/// <param name="Container">The format, for people: "MP4", "Matroska".</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="Width">Pixels of the picture.</param>
/// <param name="Height">Pixels of the picture.</param>
/// <param name="Video">Codec of the picture, for people: "H.264".</param>
/// <param name="Audio">Codec of the sound, for people: "AAC".</param>
/// <param name="IndexAtFront">Whether playing can begin before all of the file is there.</param>
/// <param name="IsBroken">Whether the header could not be understood to its end.</param>
internal sealed record MediaInfo(
    string? Container = null,
    TimeSpan? Duration = null,
    int? Width = null,
    int? Height = null,
    string? Video = null,
    string? Audio = null,
    bool? IndexAtFront = null,
    bool IsBroken = false);

/// <summary>What is known of films so far, each as of one version of its file.</summary>
internal sealed class MediaInfos
{
    private readonly Dictionary<string, (EntityTag Tag, MediaInfo Info)> _known = new(StringComparer.Ordinal);

    /// <summary>What is known of their pictures.</summary>
    public PosterQueue Posters { get; init; } = new(MediaTools.None);

    /// <summary>What is known of this version of a film; null for nothing yet.</summary>
    public MediaInfo? Of(MediaItem item) => _known.TryGetValue(item.Path, out var known) && known.Tag == item.ETag ? known.Info : null;

    /// <summary>Something came to be known.</summary>
    public void Set(MediaItem item, MediaInfo info) => _known[item.Path] = (item.ETag, info);

    /// <summary>Forgets films that are gone.</summary>
    public void Keep(Library library)
    {
        foreach (var path in _known.Keys)
        {
            if (library.File(path) is null) _known.Remove(path);
        }
    }
}
