using System.Net;
using Akka.Util;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>Bytes came in; told to the registered handler by the connection.</summary>
    public sealed class Received : Event
    {
        /// <param name="data">The bytes, at least one.</param>
        public Received(ByteString data) => Data = data;

        /// <summary>The bytes.</summary>
        public ByteString Data { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Received({Data.Count} bytes)";
    }

    /// <summary>A connection is established; told by it, to who asked for it or, when accepted, to the handler of the listening socket.</summary>
    public sealed class Connected : Event
    {
        /// <param name="remoteAddress">The peer's address.</param>
        /// <param name="localAddress">The address on this side.</param>
        public Connected(EndPoint remoteAddress, EndPoint localAddress)
        {
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
        }

        /// <summary>The peer's address.</summary>
        public EndPoint RemoteAddress { get; }

        /// <summary>The address on this side.</summary>
        public EndPoint LocalAddress { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Connected(remote: {RemoteAddress}, local: {LocalAddress})";
    }

    /// <summary>A command could not be done; told to its sender.</summary>
    public sealed class CommandFailed : Event
    {
        /// <param name="cmd">The command.</param>
        public CommandFailed(Command cmd) : this(cmd, Option<Exception>.None)
        {
        }

        private CommandFailed(Command cmd, Option<Exception> cause)
        {
            Cmd = cmd;
            Cause = cause;
        }

        /// <summary>The command.</summary>
        public Command Cmd { get; }

        /// <summary>Why, where that is known.</summary>
        public Option<Exception> Cause { get; }

        /// <summary>Why, as the end of a sentence; empty where it is not known.</summary>
        public string CauseString => Cause.Value is { } cause ? $" because of {cause.Message}" : "";

        /// <summary>The same with a cause.</summary>
        public CommandFailed WithCause(Exception cause) => new(Cmd, Option<Exception>.Create(cause));

        /// <inheritdoc/>
        public override string ToString() => $"CommandFailed({Cmd}){CauseString}";
    }

    /// <summary>Writing may go on after <see cref="ResumeWriting"/>: all earlier writes have gone to the system.</summary>
    public class WritingResumed : Event
    {
        /// <summary>The one instance.</summary>
        public static readonly WritingResumed Instance = new();

        private WritingResumed()
        {
        }
    }

    /// <summary>The socket listens; told by the listening actor, which takes <see cref="Unbind"/> and <see cref="ResumeAccepting"/>.</summary>
    public class Bound : Event
    {
        /// <param name="localAddress">Where it listens, with the port chosen.</param>
        public Bound(EndPoint localAddress) => LocalAddress = localAddress;

        /// <summary>Where it listens, with the port chosen.</summary>
        public EndPoint LocalAddress { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Bound({LocalAddress})";
    }

    /// <summary>The socket no longer listens; told to the sender of <see cref="Unbind"/>.</summary>
    public class Unbound : Event
    {
        /// <summary>The one instance.</summary>
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }
}
