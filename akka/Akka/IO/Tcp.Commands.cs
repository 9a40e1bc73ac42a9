using System.Net;
using Akka.Actor;

namespace Akka.IO;

// Commands that open things and control reading. Those that write and close are in Tcp.Writing.cs and Tcp.Closing.cs.
public partial class Tcp
{
    /// <summary>
    /// Asks the manager for a connection. Answered by the connection actor with <see cref="Connected"/>,
    /// or with <see cref="CommandFailed"/>.
    /// </summary>
    public class Connect : Command
    {
        /// <param name="remoteAddress">Where to. The host of a <see cref="DnsEndPoint"/> is looked up, and its addresses tried in turn.</param>
        /// <param name="localAddress">Where from; chosen by the system if null.</param>
        /// <param name="options">Socket options.</param>
        /// <param name="timeout">How long to wait at most; the system decides if null.</param>
        /// <param name="pullMode">Whether the connection reads only on <see cref="ResumeReading"/>, once for each.</param>
        public Connect(EndPoint remoteAddress, EndPoint? localAddress = null, IEnumerable<Inet.SocketOption>? options = null,
            TimeSpan? timeout = null, bool pullMode = false)
        {
            ArgumentNullException.ThrowIfNull(remoteAddress);
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
            Options = options ?? [];
            Timeout = timeout;
            PullMode = pullMode;
        }

        /// <summary>Where to.</summary>
        public EndPoint RemoteAddress { get; }

        /// <summary>Where from, or null.</summary>
        public EndPoint? LocalAddress { get; }

        /// <summary>Socket options.</summary>
        public IEnumerable<Inet.SocketOption> Options { get; }

        /// <summary>How long to wait at most, or null.</summary>
        public TimeSpan? Timeout { get; }

        /// <summary>Whether the connection reads only on <see cref="ResumeReading"/>.</summary>
        public bool PullMode { get; }

        /// <inheritdoc/>
        public override string ToString() =>
            $"Connect(remote: {RemoteAddress}, local: {LocalAddress}, timeout: {Timeout}, pullMode: {PullMode})";
    }

    /// <summary>
    /// Asks the manager for a listening socket. Answered by the listening actor with <see cref="Bound"/>, or with <see cref="CommandFailed"/>.
    /// </summary>
    public class Bind : Command
    {
        /// <param name="handler">Who is told of each connection by <see cref="Connected"/>. The socket closes when it stops.</param>
        /// <param name="localAddress">Where to listen; port 0 has one chosen. <see cref="IPAddress.IPv6Any"/> takes IPv4 connections too.</param>
        /// <param name="backlog">How many connections may wait to be accepted.</param>
        /// <param name="options">Socket options.</param>
        /// <param name="pullMode">Whether connections are accepted only on <see cref="ResumeAccepting"/>, and read only on <see cref="ResumeReading"/>.</param>
        public Bind(IActorRef handler, EndPoint localAddress, int backlog = 100, IEnumerable<Inet.SocketOption>? options = null,
            bool pullMode = false)
        {
            ArgumentNullException.ThrowIfNull(handler);
            ArgumentNullException.ThrowIfNull(localAddress);
            Handler = handler;
            LocalAddress = localAddress;
            Backlog = backlog;
            Options = options ?? [];
            PullMode = pullMode;
        }

        /// <summary>Who is told of each connection.</summary>
        public IActorRef Handler { get; }

        /// <summary>Where to listen.</summary>
        public EndPoint LocalAddress { get; }

        /// <summary>How many connections may wait to be accepted.</summary>
        public int Backlog { get; }

        /// <summary>Socket options.</summary>
        public IEnumerable<Inet.SocketOption> Options { get; }

        /// <summary>Whether connections are accepted only on <see cref="ResumeAccepting"/>.</summary>
        public bool PullMode { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Bind(addr: {LocalAddress}, handler: {Handler}, backlog: {Backlog}, pullMode: {PullMode})";
    }

    /// <summary>
    /// Answers <see cref="Connected"/>: who handles the connection. Nothing is read before. A connection that nobody registers for
    /// within <c>akka.io.tcp.register-timeout</c> is dropped.
    /// </summary>
    public class Register : Command
    {
        /// <param name="handler">Who gets <see cref="Received"/> and the closing event. The connection is aborted when it stops.</param>
        /// <param name="keepOpenOnPeerClosed">Whether writing goes on once the peer has closed its half.</param>
        /// <param name="useResumeWriting">Whether, once a write was refused, all others are too until <see cref="ResumeWriting"/>.</param>
        public Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true)
        {
            ArgumentNullException.ThrowIfNull(handler);
            Handler = handler;
            KeepOpenOnPeerClosed = keepOpenOnPeerClosed;
            UseResumeWriting = useResumeWriting;
        }

        /// <summary>Who gets what is received.</summary>
        public IActorRef Handler { get; }

        /// <summary>Whether writing goes on once the peer has closed its half.</summary>
        public bool KeepOpenOnPeerClosed { get; }

        /// <summary>Whether, once a write was refused, all others are too until <see cref="ResumeWriting"/>.</summary>
        public bool UseResumeWriting { get; }

        /// <inheritdoc/>
        public override string ToString() =>
            $"Register(handler: {Handler}, keepOpenOnPeerClosed: {KeepOpenOnPeerClosed}, useResumeWriting: {UseResumeWriting})";
    }

    /// <summary>Asks the listening actor to close its socket. Answered with <see cref="Unbound"/>. Connections stay.</summary>
    public class Unbind : Command
    {
        /// <summary>The one instance.</summary>
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>Asks a connection to read no more, until <see cref="ResumeReading"/>.</summary>
    public class SuspendReading : Command
    {
        /// <summary>The one instance.</summary>
        public static readonly SuspendReading Instance = new();

        private SuspendReading()
        {
        }
    }

    /// <summary>Asks a connection to read on: in pull mode once, otherwise until <see cref="SuspendReading"/>.</summary>
    public class ResumeReading : Command
    {
        /// <summary>The one instance.</summary>
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }

    /// <summary>Asks the listening actor, in pull mode, to accept some connections more.</summary>
    public class ResumeAccepting : Command
    {
        /// <param name="batchSize">How many, over 0.</param>
        public ResumeAccepting(int batchSize)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
            BatchSize = batchSize;
        }

        /// <summary>How many.</summary>
        public int BatchSize { get; }

        /// <inheritdoc/>
        public override string ToString() => $"ResumeAccepting(batchSize: {BatchSize})";
    }
}
