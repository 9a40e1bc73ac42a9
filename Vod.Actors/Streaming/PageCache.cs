using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Streaming;

/// <summary>The kernel's cache of files.</summary>
internal static partial class PageCache
{
    private const int WillNeed = 3;
    private const int Stride = 128 * 1024;

    // off_t is a long there; on 32-bit systems its width depends on how libc was built.
    private static readonly bool Supported = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Reads a region of a file into the page cache, and returns when it is there. Where the whole of it is there already that is quick.</summary>
    /// <exception cref="IOException">The disk failed, or the file ends before the region does.</exception>
    public static void MakeResident(SafeFileHandle file, long offset, long count)
    {
        // All of it is asked for at once, and then waited for by reading a byte here and there: what lies between was asked for before.
        if (Supported) _ = PosixFadvise(file, (nint)offset, (nint)count, WillNeed);
        Span<byte> one = stackalloc byte[1];
        for (var at = offset; ; at = Math.Min(at + Stride, offset + count - 1))
        {
            if (RandomAccess.Read(file, one, at) == 0) throw new EndOfStreamException($"The file ends at {at} or before, not at {offset + count}.");
            if (at == offset + count - 1) return;
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int PosixFadvise(SafeFileHandle file, nint offset, nint count, int advice);
}
