using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>
/// The last descriptors of the process, which accepted sockets are not to use up. Without a few left no file can be opened, and the runtime
/// can neither load code nor start a thread: it ends the process then. Unix gives out the lowest number that is free, so whoever gets a
/// high one knows that all below it are taken.
/// </summary>
internal sealed partial class DescriptorHeadroom
{
    private const int Most = 128;
    private const int OpenFiles = 7; // RLIMIT_NOFILE

    private readonly long _mark;

    /// <summary>Measures what there is. Where there is no such limit, or it is not known, there is always room.</summary>
    public DescriptorHeadroom()
    {
        _mark = long.MaxValue;
        if (!OperatingSystem.IsLinux() || getrlimit(OpenFiles, out var limit) != 0 || limit.Current > int.MaxValue) return;
        using var lowest = File.OpenHandle("/dev/null");
        _mark = Mark((long)limit.Current, Number(lowest));
    }

    /// <summary>The first number that is not to be used: the last numbers are left free, half of what is free now, but 128 at most.</summary>
    internal static long Mark(long limit, long used) => limit - Math.Min(Most, (limit - used) / 2);

    /// <summary>Whether whoever got this descriptor has used up what there was.</summary>
    public bool IsReachedBy(SafeHandle descriptor) => Number(descriptor) >= _mark;

    /// <summary>Whether there is room for more.</summary>
    public bool IsThere()
    {
        if (_mark == long.MaxValue) return true;
        try
        {
            using var lowest = File.OpenHandle("/dev/null");
            return !IsReachedBy(lowest);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static long Number(SafeHandle descriptor) => descriptor.DangerousGetHandle();

    [LibraryImport("libc")]
    private static partial int getrlimit(int resource, out Limit limit);

    private readonly struct Limit
    {
        public readonly nuint Current;
        public readonly nuint Most;
    }
}
