namespace Vod.Transport.Sockets;

/// <summary>What a listener does after an accept that failed.</summary>
internal enum AcceptVerdict
{
    /// <summary>Nobody waits: go on when the listener is readable again.</summary>
    NoneLeft,

    /// <summary>This client is gone, the next may not be: accept on.</summary>
    NextClient,

    /// <summary>The system lacks something that may come back: wait a little, then accept on.</summary>
    BackOff,

    /// <summary>The listening socket is not one any more: stop accepting.</summary>
    Fatal,
}

/// <summary>The errors of accept4. Linux reports an error that is pending on the new connection as one of the accept.</summary>
internal static class AcceptError
{
    /// <summary>What to do after this error. An unknown one is waited out: no error of one client may stop a server.</summary>
    public static AcceptVerdict Of(int errno) => errno switch
    {
        Errno.TryAgain => AcceptVerdict.NoneLeft, // the queue is empty

        Errno.Interrupted => AcceptVerdict.NextClient, // by a signal, nothing was taken
        Errno.Aborted => AcceptVerdict.NextClient, // the client reset the connection while it waited
        Errno.Reset => AcceptVerdict.NextClient, // the same, as some kernels report it
        Errno.TimedOut => AcceptVerdict.NextClient, // the client vanished while it waited
        Errno.NotPermitted => AcceptVerdict.NextClient, // a firewall rule refused this client
        Errno.Protocol => AcceptVerdict.NextClient, // pending on the new connection, as are all that follow
        Errno.NoSuchProtocolOption => AcceptVerdict.NextClient,
        Errno.NotSupported => AcceptVerdict.NextClient,
        Errno.NetworkDown => AcceptVerdict.NextClient,
        Errno.NetworkUnreachable => AcceptVerdict.NextClient,
        Errno.NoNetwork => AcceptVerdict.NextClient,
        Errno.HostDown => AcceptVerdict.NextClient,
        Errno.HostUnreachable => AcceptVerdict.NextClient,

        Errno.TooManyDescriptors => AcceptVerdict.BackOff, // of the process; the client keeps its place in the queue
        Errno.SystemTableFull => AcceptVerdict.BackOff, // of the machine
        Errno.NoBuffers => AcceptVerdict.BackOff, // socket memory is at its limit
        Errno.NoMemory => AcceptVerdict.BackOff, // kernel memory, or that of the control group

        Errno.BadDescriptor => AcceptVerdict.Fatal, // the listener was closed
        Errno.Invalid => AcceptVerdict.Fatal, // it does not listen (any more: it was shut down)
        Errno.NotSocket => AcceptVerdict.Fatal, // its number belongs to something else
        Errno.Fault => AcceptVerdict.Fatal, // a bad address was passed

        _ => AcceptVerdict.BackOff,
    };
}
