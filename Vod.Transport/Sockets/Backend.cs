namespace Vod.Transport.Sockets;

/// <summary>How sockets are waited for, and how bytes are moved.</summary>
internal enum Backend
{
    /// <summary>Over epoll, by the calls of Linux.</summary>
    Epoll,

    /// <summary>By the sockets of .NET, and by the calls of Linux.</summary>
    RuntimeAndKernel,

    /// <summary>By the sockets of .NET alone: files are read into memory.</summary>
    Runtime,
}
