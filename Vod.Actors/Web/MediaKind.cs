using Vod.Actors.Catalog;

namespace Vod.Actors.Web;

/// <summary>What can be done with a file.</summary>
internal enum MediaKind
{
    /// <summary>A film: watched.</summary>
    Video,

    /// <summary>Heard in the player too.</summary>
    Audio,

    /// <summary>Anything else: opened or saved as it is.</summary>
    Other,
}

/// <summary>Tells kinds apart.</summary>
internal static class MediaKinds
{
    /// <summary>The kind of a file, by its content type.</summary>
    public static MediaKind Of(MediaItem item) =>
        item.ContentType.StartsWith("video/", StringComparison.Ordinal) ? MediaKind.Video
        : item.ContentType.StartsWith("audio/", StringComparison.Ordinal) ? MediaKind.Audio
        : MediaKind.Other;

    /// <summary>Whether the player opens it.</summary>
    public static bool IsPlayed(MediaItem item) => Of(item) != MediaKind.Other;
}
