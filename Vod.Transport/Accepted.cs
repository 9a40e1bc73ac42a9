using System.Net;
using Akka.IO;

namespace Vod.Transport;

/// <summary>
/// A connection was accepted: what <see cref="Tcp.Connected"/> is in Akka.IO, with the connection itself instead of an actor. Told by the
/// listening socket to the handler of <see cref="Tcp.Bind"/>, which gives the channel to an actor, or disposes of it.
/// </summary>
/// <param name="channel">The connection; nothing is read or written before <see cref="IConnectionChannel.Open"/>.</param>
public sealed class Accepted(IConnectionChannel channel) : Tcp.Event
{
    /// <summary>The connection.</summary>
    public IConnectionChannel Channel { get; } = channel;

    /// <summary>The peer's address.</summary>
    public EndPoint RemoteAddress => Channel.RemoteAddress;

    /// <inheritdoc/>
    public override string ToString() => $"Accepted(remote: {RemoteAddress})";
}
