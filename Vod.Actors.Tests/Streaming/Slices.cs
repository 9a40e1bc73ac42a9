using Microsoft.Win32.SafeHandles;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Streaming;

/// <summary>Makes slices of no file.</summary>
internal static class Slices
{
    public static SliceBody Of(long offset, int count) => new(new SafeFileHandle(-1, ownsHandle: false), offset, count);
}
