using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>How much of a file one response sends. A request opts out with <c>?whole</c> or <c>?download</c>.</summary>
/// <param name="Mode">Whose bodies are capped.</param>
/// <param name="SliceBytes">The cap in bytes, at least 1; over the sum of the parts when there are several.</param>
public sealed record SlicingPolicy(SlicingMode Mode = SlicingMode.Always, long SliceBytes = SlicingPolicy.DefaultSliceBytes)
{
    /// <summary>One slice: 5 MiB.</summary>
    public const long DefaultSliceBytes = 5 * 1024 * 1024;

    /// <summary>The most bytes of the file that the answer to this request may send; <see cref="long.MaxValue"/> when it is not capped.</summary>
    public long CapFor(RequestHead head) => IsCapped(head) ? SliceBytes : long.MaxValue;

    private bool IsCapped(RequestHead head) => Mode switch
    {
        SlicingMode.Never => false,
        SlicingMode.Browser when head.SecFetchDest is not ("video" or "audio") => false,
        _ => !head.Target.HasParameter("whole") && !head.Target.HasParameter("download"),
    };
}
