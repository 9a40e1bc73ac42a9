namespace Vod.Transport;

/// <summary>Who waits for sockets to become ready.</summary>
public enum SocketBackend
{
    /// <summary><see cref="Epoll"/> on 64-bit Linux, otherwise <see cref="Runtime"/>.</summary>
    Auto,

    /// <summary>An event loop of this library over epoll.</summary>
    Epoll,

    /// <summary>The sockets of .NET.</summary>
    Runtime,
}
