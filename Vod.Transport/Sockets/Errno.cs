namespace Vod.Transport.Sockets;

/// <summary>Error numbers of Linux that are decided on; the same on x64 and arm64.</summary>
internal static class Errno
{
    public const int Success = 0;
    public const int NotPermitted = 1; // EPERM
    public const int Interrupted = 4; // EINTR
    public const int BadDescriptor = 9; // EBADF
    public const int TryAgain = 11; // EAGAIN, EWOULDBLOCK
    public const int NoMemory = 12; // ENOMEM
    public const int Fault = 14; // EFAULT
    public const int Invalid = 22; // EINVAL
    public const int SystemTableFull = 23; // ENFILE
    public const int TooManyDescriptors = 24; // EMFILE
    public const int NoSpace = 28; // ENOSPC
    public const int BrokenPipe = 32; // EPIPE
    public const int NoNetwork = 64; // ENONET
    public const int Protocol = 71; // EPROTO
    public const int NotSocket = 88; // ENOTSOCK
    public const int NoSuchProtocolOption = 92; // ENOPROTOOPT
    public const int NotSupported = 95; // EOPNOTSUPP
    public const int NetworkDown = 100; // ENETDOWN
    public const int NetworkUnreachable = 101; // ENETUNREACH
    public const int Aborted = 103; // ECONNABORTED
    public const int Reset = 104; // ECONNRESET
    public const int NoBuffers = 105; // ENOBUFS
    public const int TimedOut = 110; // ETIMEDOUT
    public const int HostDown = 112; // EHOSTDOWN
    public const int HostUnreachable = 113; // EHOSTUNREACH
}
