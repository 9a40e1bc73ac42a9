namespace Vod.Actors.Planning;

/// <summary>Which responses are capped at one slice; <c>vod.slicing.mode</c>.</summary>
public enum SlicingMode
{
    /// <summary>Every file body is at most one slice.</summary>
    Always,

    /// <summary>Only what a media element asks for is capped (<c>Sec-Fetch-Dest: video</c> or <c>audio</c>).</summary>
    Browser,

    /// <summary>Nobody is capped.</summary>
    Never,
}
