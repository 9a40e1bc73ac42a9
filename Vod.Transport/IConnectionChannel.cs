using System.Net;
using Akka.Actor;
using Akka.IO;

namespace Vod.Transport;

/// <summary>
/// A connection as the actor that owns it sees it: commands are calls, what happens is told to the actor as the messages of Akka.IO
/// (<see cref="Tcp.Received"/>, acknowledgments, <see cref="Tcp.PeerClosed"/>, exactly one closing event). It belongs to its actor: all members
/// are called on the actor's thread. Reading is in pull mode, and writing goes on when the peer has closed its half.
/// </summary>
public interface IConnectionChannel : IDisposable
{
    /// <summary>The peer's address.</summary>
    EndPoint RemoteAddress { get; }

    /// <summary>Bytes that the peer's system has confirmed since the connection began (TCP_INFO); null where that is not known.</summary>
    long? BytesConfirmed { get; }

    /// <summary>Makes the calling actor the owner; called once, before anything else.</summary>
    /// <param name="owner">The context of the actor. It has to pass <see cref="ChannelReady"/> on to <see cref="Continue"/>, and to stop on
    /// <see cref="Terminated"/>.</param>
    void Open(IActorContext owner);

    /// <summary>Asks for bytes: one <see cref="Tcp.Received"/> is told for one or more calls.</summary>
    void ResumeReading();

    /// <summary>
    /// Writes in the order of the calls; each part that wants an acknowledgment is acknowledged when the kernel has taken it. After a close
    /// the answer is <see cref="Tcp.CommandFailed"/>.
    /// </summary>
    /// <param name="write"><see cref="Tcp.Write"/>, <see cref="WriteFile"/>, or several of these.</param>
    void Write(Tcp.WriteCommand write);

    /// <summary>
    /// Closes: <see cref="Tcp.Close"/> when all is written; <see cref="Tcp.ConfirmedClose"/> when all is written and the peer has closed its
    /// half too; <see cref="Tcp.Abort"/> at once, with a reset. A second close counts only when it is an abort.
    /// </summary>
    void Close(Tcp.CloseCommand how);

    /// <summary>Goes on after <see cref="ChannelReady"/>.</summary>
    void Continue();
}
