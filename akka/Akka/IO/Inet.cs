using System.Net.Sockets;

namespace Akka.IO;

/// <summary>Socket options, given to <see cref="Tcp.Bind"/> and <see cref="Tcp.Connect"/>.</summary>
public class Inet
{
    private Inet() { }

    /// <summary>Something to set on a socket at a certain moment of its life. Override the method of that moment.</summary>
    public abstract class SocketOption
    {
        /// <summary>Called before a listening socket is bound.</summary>
        public virtual void BeforeServerSocketBind(Socket ss)
        {
        }

        /// <summary>Called before a socket is connected.</summary>
        public virtual void BeforeConnect(Socket s)
        {
        }

        /// <summary>Called once a socket is connected, or accepted.</summary>
        public virtual void AfterConnect(Socket s)
        {
        }
    }

    /// <summary>A socket option that can also act on a listening socket that has been bound.</summary>
    public abstract class SocketOptionV2 : SocketOption
    {
        /// <summary>Called once a listening socket is bound.</summary>
        public virtual void AfterBind(Socket s)
        {
        }
    }

    /// <summary>The common socket options.</summary>
    public static class SO
    {
        /// <summary>Sets SO_RCVBUF. Accepted sockets have that of the listening one.</summary>
        public class ReceiveBufferSize : SocketOption
        {
            private readonly int _size;

            /// <param name="size">Bytes, over 0.</param>
            public ReceiveBufferSize(int size)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
                _size = size;
            }

            /// <inheritdoc/>
            public override void BeforeServerSocketBind(Socket ss) => ss.ReceiveBufferSize = _size;

            /// <inheritdoc/>
            public override void BeforeConnect(Socket s) => s.ReceiveBufferSize = _size;
        }

        /// <summary>Sets SO_REUSEADDR.</summary>
        public class ReuseAddress : SocketOption
        {
            private readonly bool _on;

            /// <param name="on">Whether an address may be bound that is still in use.</param>
            public ReuseAddress(bool on) => _on = on;

            /// <inheritdoc/>
            public override void BeforeServerSocketBind(Socket ss) => Set(ss);

            /// <inheritdoc/>
            public override void BeforeConnect(Socket s) => Set(s);

            private void Set(Socket s) => s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, _on);
        }

        /// <summary>Sets SO_SNDBUF.</summary>
        public class SendBufferSize : SocketOption
        {
            private readonly int _size;

            /// <param name="size">Bytes, over 0.</param>
            public SendBufferSize(int size)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
                _size = size;
            }

            /// <inheritdoc/>
            public override void AfterConnect(Socket s) => s.SendBufferSize = _size;
        }

        /// <summary>Sets the type of service octet of outgoing IPv4 packets (RFC 2474).</summary>
        public class TrafficClass : SocketOption
        {
            private readonly int _tc;

            /// <param name="tc">0 to 255.</param>
            public TrafficClass(int tc)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(tc);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(tc, 255);
                _tc = tc;
            }

            /// <inheritdoc/>
            public override void AfterConnect(Socket s) => s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, _tc);
        }
    }
}
