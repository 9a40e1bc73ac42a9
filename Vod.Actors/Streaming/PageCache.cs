using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Streaming;

/// <summary>The kernel's cache of files.</summary>
internal static partial class PageCache
{
    private const int WillNeed = 3;
    private const int Stride = 128 * 1024;
    private const int CacheStatNumber = 451; // the same on all architectures
    private const int CacheStatFields = 5;   // the first is how many pages are in the cache
    private const int NoSuchCall = 38;       // ENOSYS
    private const int NoWait = 8;            // RWF_NOWAIT

    // off_t is a long there; on 32-bit systems its width depends on how libc was built.
    private static readonly bool Supported = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    // A kernel without cachestat, or a C library without preadv2 (musl before 1.2.5).
    private static volatile bool s_cannotTell = !Supported || !HasReadWithoutWaiting();

    /// <summary>Reads a region of a file into the page cache, and returns when it is there. Where the whole of it is there already that is quick.</summary>
    /// <exception cref="IOException">The disk failed, or the file ends before the region does.</exception>
    public static void MakeResident(SafeFileHandle file, long offset, long count)
    {
        // All of it is asked for at once, unless that has been done, and then waited for by reading a byte here and there: what lies between
        // was asked for before.
        if (Supported && !IsAskedFor(file, offset, count)) _ = PosixFadvise(file, (nint)offset, (nint)count, WillNeed);
        Span<byte> one = stackalloc byte[1];
        for (var (at, last) = (offset, offset + count - 1); at <= last; at = Next(at, last))
            if (RandomAccess.Read(file, one, at) == 0) throw new EndOfStreamException($"The file ends at {at} or before, not at {offset + count}.");
    }

    /// <summary>
    /// Whether a region of a file can be sent without waiting for the disk. Says no where the system does not tell. The kernel may drop pages
    /// in the moment after: whoever sends them then waits for the disk, as it would have to anyway.
    /// </summary>
    public static bool IsResident(SafeFileHandle file, long offset, long count)
    {
        if (!IsAskedFor(file, offset, count)) return false;
        // Those on their way are read together, in larger pieces than the stride.
        for (var (at, last) = (offset, offset + count - 1); at <= last; at = Next(at, last))
            if (!CanRead(file, at)) return false;
        return true;
    }

    /// <summary>The place to look at after this one: a stride further, the last one at the end, then one beyond it.</summary>
    private static long Next(long at, long last) => at == last ? last + 1 : Math.Min(at + Stride, last);

    private static bool HasReadWithoutWaiting() =>
        NativeLibrary.TryLoad("libc", typeof(PageCache).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, "preadv2", out _);

    private static unsafe bool CanRead(SafeFileHandle file, long at)
    {
        byte one;
        var vector = new IoVector { Base = &one, Length = 1 };
        return PReadV2(file, &vector, 1, (nint)at, NoWait) == 1;
    }

    /// <summary>
    /// Whether every page of the region is in the cache, or on its way there. To ask for pages that are there costs several times as much as
    /// this look. Linux 6.5; later ones only answer to who owns the file or may write to it.
    /// </summary>
    private static unsafe bool IsAskedFor(SafeFileHandle file, long offset, long count)
    {
        if (s_cannotTell) return false;
        var range = stackalloc long[] { offset, count };
        var pages = stackalloc long[CacheStatFields];
        if (CacheStat(CacheStatNumber, file, range, pages, 0) != 0)
        {
            s_cannotTell = Marshal.GetLastPInvokeError() == NoSuchCall;
            return false;
        }

        var size = Environment.SystemPageSize;
        return pages[0] == (offset + count - 1) / size - offset / size + 1;
    }

    private unsafe struct IoVector
    {
        public void* Base;
        public nint Length;
    }

    [LibraryImport("libc", EntryPoint = "preadv2")]
    private static unsafe partial nint PReadV2(SafeFileHandle file, IoVector* vector, int vectors, nint offset, int flags);

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int PosixFadvise(SafeFileHandle file, nint offset, nint count, int advice);

    // Has no wrapper in the C library yet.
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static unsafe partial nint CacheStat(nint number, SafeFileHandle file, long* range, long* pages, nint flags);
}
