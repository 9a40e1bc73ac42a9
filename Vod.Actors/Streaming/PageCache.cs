using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Streaming;

/// <summary>Hints to the kernel about what will be read next.</summary>
internal static partial class PageCache
{
    private const int WillNeed = 3;

    // off_t is a long there; on 32-bit systems its width depends on how libc was built.
    private static readonly bool Supported = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Starts reading a region of a file into the page cache. Only a hint: does nothing where it is not supported.</summary>
    public static void ReadAhead(SafeFileHandle file, long offset, long count)
    {
        if (Supported) _ = PosixFadvise(file, (nint)offset, (nint)count, WillNeed);
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int PosixFadvise(SafeFileHandle file, nint offset, nint count, int advice);
}
