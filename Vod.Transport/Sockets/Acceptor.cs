using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.IO;

namespace Vod.Transport.Sockets;

/// <summary>Accepts connections of a listening socket, one at a time; used by the thread of its actor.</summary>
/// <param name="socket">The listening socket, which it owns.</param>
internal abstract class Acceptor(Socket socket) : IDisposable
{
    private readonly DescriptorHeadroom _descriptors = new();

    /// <summary>What the last call failed with.</summary>
    public string LastError { get; protected set; } = "";

    /// <summary>Whether descriptors are left for others.</summary>
    public bool HasRoom => _descriptors.IsThere();

    /// <summary>The listening socket.</summary>
    protected Socket Socket { get; } = socket;

    /// <summary>Accepts the client that has waited longest.</summary>
    /// <param name="connection">Its connection; null when there is none.</param>
    /// <returns>What to do next. After <see cref="AcceptVerdict.NoneLeft"/>, <see cref="AcceptReady"/> is told when somebody waits.</returns>
    public abstract AcceptVerdict Accept(out SocketDriver? connection);

    /// <summary>Closes the listening socket.</summary>
    public abstract void Dispose();

    /// <summary>Whether an option wants to see accepted sockets, which have to be sockets of .NET then.</summary>
    public static bool HasOptionsForAccepted(IEnumerable<Inet.SocketOption> options) =>
        options.Any(option => option.GetType().GetMethod(nameof(Inet.SocketOption.AfterConnect))!.DeclaringType != typeof(Inet.SocketOption));

    /// <summary>What to do after a connection with this descriptor: when it took one of the last, others are to have some first.</summary>
    protected AcceptVerdict After(SafeHandle descriptor)
    {
        if (!_descriptors.IsReachedBy(descriptor)) return AcceptVerdict.NextClient;
        LastError = "the process has hardly any descriptors left";
        return AcceptVerdict.BackOff;
    }
}
