using System.Runtime.InteropServices;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>A loop for one test, with a watchdog of its own, and calls that only tests need.</summary>
internal static partial class TestLoop
{
    private static int s_count;

    /// <summary>Its threads have a name that no other loop's has.</summary>
    public static EventLoop Start(out string name, out LoopWatchdog watchdog)
    {
        SocketPair.SkipUnlessLinux();
        name = $"loop-{Interlocked.Increment(ref s_count):000}";
        watchdog = new LoopWatchdog($"w-{name}");
        return new EventLoop(name, watchdog);
    }

    public static EventLoop Start() => Start(out _, out _);

    /// <summary>A descriptor that becomes readable by <see cref="Signal"/>.</summary>
    public static SocketDescriptor NewSignal()
    {
        var descriptor = eventfd(0, 0x800 | 0x80000); // EFD_NONBLOCK, EFD_CLOEXEC
        Assert.True(descriptor >= 0, "no descriptors left");
        return new SocketDescriptor(descriptor);
    }

    public static void Signal(SafeHandle signal) => Assert.Equal(sizeof(ulong), write(signal, 1, sizeof(ulong)));

    /// <summary>Waits until the loop has handed out all that was there before.</summary>
    public static void Drain(EventLoop loop)
    {
        using var signal = NewSignal();
        var watcher = new Watcher();
        using var registration = loop.Add(signal, watcher, write: false);
        Signal(signal);
        watcher.Await(Readiness.Readable);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint initial, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(SafeHandle descriptor, in ulong value, nint count);
}
