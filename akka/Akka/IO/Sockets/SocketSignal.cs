using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Sockets;

/// <summary>
/// Tells a socket's actor that an operation has completed, or that it is its turn again. The outcome is in the operation, of which there is
/// one of each kind at a time, so the signals are constants. One that comes after the actor's end is of no interest to anybody.
/// </summary>
internal sealed class SocketSignal : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    /// <summary>A listening socket has accepted a connection, or failed to.</summary>
    public static readonly SocketSignal Accepted = new(nameof(Accepted));

    /// <summary>A connection is established, or not.</summary>
    public static readonly SocketSignal Connected = new(nameof(Connected));

    /// <summary>There is something to receive: bytes, the end or an error.</summary>
    public static readonly SocketSignal Readable = new(nameof(Readable));

    /// <summary>The kernel has taken what was sent, or failed to.</summary>
    public static readonly SocketSignal Sent = new(nameof(Sent));

    /// <summary>Others have had their turn: accept on.</summary>
    public static readonly SocketSignal AcceptOn = new(nameof(AcceptOn));

    /// <summary>Others have had their turn: read on.</summary>
    public static readonly SocketSignal ReadOn = new(nameof(ReadOn));

    /// <summary>Others have had their turn: write on.</summary>
    public static readonly SocketSignal WriteOn = new(nameof(WriteOn));

    /// <summary>What was to be written should have been by now.</summary>
    public static readonly SocketSignal TimeIsUp = new(nameof(TimeIsUp));

    private readonly string _name;

    private SocketSignal(string name) => _name = name;

    public override string ToString() => _name;
}
