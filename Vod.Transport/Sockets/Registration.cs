using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>A descriptor that an <see cref="EventLoop"/> waits for, and who is told.</summary>
internal sealed class Registration(EventLoop loop, SafeHandle descriptor, IReadiness target) : IDisposable
{
    private IReadiness? _target = target;

    /// <summary>What is waited for.</summary>
    public SafeHandle Descriptor => descriptor;

    /// <summary>What the events of this registration carry; no other ever has the same.</summary>
    public ulong Token { get; set; }

    /// <summary>Who is told; null once this is disposed.</summary>
    public IReadiness? Target => Volatile.Read(ref _target);

    /// <summary>
    /// From now on room to send is reported too, for a registration that was made without. What is ready now is reported once more.
    /// </summary>
    /// <exception cref="SocketException">The descriptor is not registered any more.</exception>
    /// <exception cref="ObjectDisposedException">The descriptor is closed.</exception>
    public void WatchWrites() => loop.WatchWrites(this);

    /// <summary>As <see cref="Dispose"/>, when the descriptor is closed right after: the kernel forgets it then by itself.</summary>
    public void Forget()
    {
        if (Interlocked.Exchange(ref _target, null) is not null) loop.Forget(this);
    }

    /// <summary>
    /// Reports no more and lets go of the target. To be called before the descriptor is closed, by any thread, also from
    /// <see cref="IReadiness.OnReady"/>. It waits for nobody: a thread of the loop that is about to make a call still makes it.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _target, null) is not null) loop.Remove(this);
    }
}
