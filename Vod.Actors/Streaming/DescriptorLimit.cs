using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Streaming;

/// <summary>
/// The last descriptors of the process, which are not for files: without a few left the runtime can neither load code nor start a thread,
/// and it ends the process then. Unix gives out the lowest number that is free, so whoever gets a high one knows that all below are taken.
/// </summary>
internal static partial class DescriptorLimit
{
    private const int Most = 64;
    private const int OpenFiles = 7; // RLIMIT_NOFILE on Linux

    // An eighth of a low limit. Sockets stop earlier: Vod.Transport leaves more.
    private static readonly long s_mark = OperatingSystem.IsLinux() && GetLimit(OpenFiles, out var limit) == 0 && limit.Current <= int.MaxValue
        ? Mark((long)limit.Current)
        : long.MaxValue;

    /// <summary>The first number that is not for files.</summary>
    internal static long Mark(long limit) => limit - Math.Min(Most, limit / 8);

    /// <summary>Whether this file took one of the last descriptors.</summary>
    public static bool IsReachedBy(SafeFileHandle file) => file.DangerousGetHandle() >= s_mark;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    private readonly struct Limit
    {
        public readonly nuint Current;
        public readonly nuint Highest;
    }
}
