using Akka.IO;
using Microsoft.Win32.SafeHandles;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Streaming;

/// <summary>Makes slices of either kind: with the zero-copy transport they are regions of a file, with the buffered one bytes.</summary>
internal static class Slices
{
    public static SliceBody Of(long offset, int count)
    {
        var constructor = typeof(SliceBody).GetConstructors().Single();
        return (SliceBody)constructor.Invoke(
            constructor.GetParameters() is [{ ParameterType: var type }] && type == typeof(ByteString)
                ? [ByteString.FromBytes(new byte[count])]
                : [new SafeFileHandle(-1, ownsHandle: false), offset, count]);
    }
}
