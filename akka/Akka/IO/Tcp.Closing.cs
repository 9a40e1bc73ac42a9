using Akka.Event;

namespace Akka.IO;

// How a connection is closed, and what is told of it: always exactly one event, the connection's last.
public partial class Tcp
{
    /// <summary>A command that closes a connection. Its event goes to the handler and to the commander.</summary>
    public abstract class CloseCommand : Command, IDeadLetterSuppression
    {
        /// <summary>What is told once it is done.</summary>
        public abstract ConnectionClosed Event { get; }
    }

    /// <summary>Sends what is yet to be written, then closes; answered with <see cref="Closed"/>.</summary>
    public class Close : CloseCommand
    {
        /// <summary>The one instance.</summary>
        public static readonly Close Instance = new();

        private Close()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => Closed.Instance;
    }

    /// <summary>
    /// Sends what is yet to be written, closes this half, and waits for the peer to close the other; answered with
    /// <see cref="ConfirmedClosed"/>. What still comes in is received as before.
    /// </summary>
    public class ConfirmedClose : CloseCommand
    {
        /// <summary>The one instance.</summary>
        public static readonly ConfirmedClose Instance = new();

        private ConfirmedClose()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => ConfirmedClosed.Instance;
    }

    /// <summary>Drops what is yet to be written and resets the connection (RFC 9293 §3.5); answered with <see cref="Aborted"/>.</summary>
    public class Abort : CloseCommand
    {
        /// <summary>The one instance.</summary>
        public static readonly Abort Instance = new();

        private Abort()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => Aborted.Instance;
    }

    /// <summary>The connection has been closed, or, with <see cref="Register.KeepOpenOnPeerClosed"/>, half closed by the peer.</summary>
    public class ConnectionClosed : Event, IDeadLetterSuppression
    {
        /// <summary>Whether by <see cref="Abort"/>.</summary>
        public virtual bool IsAborted => false;

        /// <summary>Whether by <see cref="ConfirmedClose"/>.</summary>
        public virtual bool IsConfirmed => false;

        /// <summary>Whether by the peer, in order.</summary>
        public virtual bool IsPeerClosed => false;

        /// <summary>Whether by an error.</summary>
        public virtual bool IsErrorClosed => false;

        /// <summary>What the error was; null where there was none.</summary>
        public virtual string? Cause => null;
    }

    /// <summary>Closed by <see cref="Close"/>.</summary>
    public class Closed : ConnectionClosed
    {
        /// <summary>The one instance.</summary>
        public static readonly Closed Instance = new();

        private Closed()
        {
        }
    }

    /// <summary>Reset by <see cref="Abort"/>.</summary>
    public class Aborted : ConnectionClosed
    {
        /// <summary>The one instance.</summary>
        public static readonly Aborted Instance = new();

        private Aborted()
        {
        }

        /// <inheritdoc/>
        public override bool IsAborted => true;
    }

    /// <summary>Closed by <see cref="ConfirmedClose"/> and by the peer.</summary>
    public class ConfirmedClosed : ConnectionClosed
    {
        /// <summary>The one instance.</summary>
        public static readonly ConfirmedClosed Instance = new();

        private ConfirmedClosed()
        {
        }

        /// <inheritdoc/>
        public override bool IsConfirmed => true;
    }

    /// <summary>The peer has closed its half.</summary>
    public class PeerClosed : ConnectionClosed
    {
        /// <summary>The one instance.</summary>
        public static readonly PeerClosed Instance = new();

        private PeerClosed()
        {
        }

        /// <inheritdoc/>
        public override bool IsPeerClosed => true;
    }

    /// <summary>Reading or writing failed, such as when the peer reset the connection.</summary>
    public sealed class ErrorClosed : ConnectionClosed
    {
        /// <param name="cause">What happened.</param>
        public ErrorClosed(string cause) => Cause = cause;

        /// <inheritdoc/>
        public override bool IsErrorClosed => true;

        /// <inheritdoc/>
        public override string? Cause { get; }

        /// <inheritdoc/>
        public override string ToString() => $"ErrorClosed('{Cause}')";
    }
}
