using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>
/// Waits for many descriptors by epoll, edge-triggered, and tells each one's <see cref="IReadiness"/>. The mailboxes that are woken by
/// that run on the same thread. No wait is missed while they block: see <see cref="Tick"/>.
/// </summary>
internal sealed partial class EventLoop
{
    private const EpollEvents Reads = EpollEvents.In | EpollEvents.PeerHangUp | EpollEvents.EdgeTriggered;

    private static readonly EventLoop?[] Shared = new EventLoop?[Math.Max(1, Environment.ProcessorCount / 2)];
    private static readonly Lock Creating = new();
    private static readonly LoopWatchdog SharedWatchdog = new("vod-loop-watch");
    private static int s_next = -1;

    private readonly Epoll _epoll = new();
    private readonly RegistrationTable _registrations = new();
    private readonly LoopWatchdog _watchdog;
    private readonly string _name;

    /// <summary>Makes a loop of its own and starts its thread.</summary>
    /// <exception cref="SocketException">There are no descriptors left.</exception>
    internal EventLoop(string name, LoopWatchdog watchdog)
    {
        (_name, _watchdog) = (name, watchdog);
        StartStandby();
        LetStandbyLead();
        watchdog.Watch(this);
    }

    /// <summary>
    /// Reports an exception that came out of <see cref="IReadiness.OnReady"/>, or one that ends a loop: a fault of the program in any
    /// case. On the thread of the loop, once for each.
    /// </summary>
    public static event Action<Exception>? Faulted;

    /// <summary>Whether this system has epoll, with the signatures that are declared here.</summary>
    public static bool IsSupported => Kernel.IsSupported;

    /// <summary>How many descriptors are waited for.</summary>
    public int Count => _registrations.Count;

    /// <summary>The loop whose turn it is to get a descriptor. There is one for two cores, made when it is first asked for.</summary>
    /// <exception cref="SocketException">There are no descriptors left for it.</exception>
    public static EventLoop ForNext()
    {
        var index = (int)((uint)Interlocked.Increment(ref s_next) % (uint)Shared.Length);
        if (Volatile.Read(ref Shared[index]) is { } loop) return loop;
        lock (Creating)
        {
            if (Shared[index] is { } other) return other;
            loop = new EventLoop($"vod-loop-{index + 1}", SharedWatchdog);
            Volatile.Write(ref Shared[index], loop);
            return loop;
        }
    }

    /// <summary>
    /// Waits for a descriptor: for what it reads and the peer's end, with <paramref name="write"/> also for room to send. What is ready
    /// already is reported too, perhaps before this returns.
    /// </summary>
    /// <exception cref="SocketException">The descriptor cannot be waited for, or is registered already, or there is no memory.</exception>
    /// <exception cref="ObjectDisposedException">The descriptor is closed.</exception>
    public Registration Add(SafeHandle descriptor, IReadiness target, bool write)
    {
        var registration = new Registration(this, descriptor, target);
        _registrations.Add(registration);
        try
        {
            _epoll.Add(descriptor, write ? Reads | EpollEvents.Out : Reads, registration.Token);
            return registration;
        }
        catch
        {
            _registrations.Remove(registration);
            throw;
        }
    }

    internal void WatchWrites(Registration registration) =>
        _epoll.Modify(registration.Descriptor, Reads | EpollEvents.Out, registration.Token);

    internal void Forget(Registration registration) => _registrations.Remove(registration);

    internal void Remove(Registration registration)
    {
        // From here on its events find nothing; those that the kernel still has, or a thread holds, are dropped.
        _registrations.Remove(registration);
        try
        {
            _epoll.Remove(registration.Descriptor);
        }
        catch (ObjectDisposedException)
        {
            // Closed too early; the kernel has removed it.
        }
    }

    private static void Report(Exception fault)
    {
        try
        {
            Faulted?.Invoke(fault);
        }
        catch
        {
            // Whoever listens is at fault too, and there is nobody left to tell.
        }
    }
}
