using System.Net;
using Akka.Actor;

namespace Akka.IO;

/// <summary>Makes the commands of <see cref="Tcp"/> by method calls.</summary>
public class TcpMessage
{
    private TcpMessage() { }

    /// <inheritdoc cref="Tcp.Connect"/>
    public static Tcp.Command Connect(EndPoint remoteAddress) => new Tcp.Connect(remoteAddress);

    /// <inheritdoc cref="Tcp.Connect"/>
    public static Tcp.Command Connect(EndPoint remoteAddress, EndPoint? localAddress, IEnumerable<Inet.SocketOption>? options,
        TimeSpan? timeout, bool pullMode) => new Tcp.Connect(remoteAddress, localAddress, options, timeout, pullMode);

    /// <inheritdoc cref="Tcp.Bind"/>
    public static Tcp.Command Bind(IActorRef handler, EndPoint endpoint, int backlog) => new Tcp.Bind(handler, endpoint, backlog);

    /// <inheritdoc cref="Tcp.Bind"/>
    public static Tcp.Command Bind(IActorRef handler, EndPoint endpoint, int backlog, IEnumerable<Inet.SocketOption>? options,
        bool pullMode) => new Tcp.Bind(handler, endpoint, backlog, options, pullMode);

    /// <inheritdoc cref="Tcp.Register"/>
    public static Tcp.Command Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true) =>
        new Tcp.Register(handler, keepOpenOnPeerClosed, useResumeWriting);

    /// <inheritdoc cref="Tcp.Unbind"/>
    public static Tcp.Command Unbind() => Tcp.Unbind.Instance;

    /// <inheritdoc cref="Tcp.Close"/>
    public static Tcp.Command Close() => Tcp.Close.Instance;

    /// <inheritdoc cref="Tcp.ConfirmedClose"/>
    public static Tcp.Command ConfirmedClose() => Tcp.ConfirmedClose.Instance;

    /// <inheritdoc cref="Tcp.Abort"/>
    public static Tcp.Command Abort() => Tcp.Abort.Instance;

    /// <inheritdoc cref="Tcp.NoAck"/>
    public static Tcp.NoAck NoAck(object? token = null) => token is null ? Tcp.NoAck.Instance : new Tcp.NoAck(token);

    /// <inheritdoc cref="Tcp.Write"/>
    public static Tcp.Command Write(ByteString data, Tcp.Event? ack = null) => Tcp.Write.Create(data, ack ?? Tcp.NoAck.Instance);

    /// <inheritdoc cref="Tcp.ResumeWriting"/>
    public static Tcp.Command ResumeWriting() => Tcp.ResumeWriting.Instance;

    /// <inheritdoc cref="Tcp.SuspendReading"/>
    public static Tcp.Command SuspendReading() => Tcp.SuspendReading.Instance;

    /// <inheritdoc cref="Tcp.ResumeReading"/>
    public static Tcp.Command ResumeReading() => Tcp.ResumeReading.Instance;

    /// <inheritdoc cref="Tcp.ResumeAccepting"/>
    public static Tcp.Command ResumeAccepting(int batchSize) => new Tcp.ResumeAccepting(batchSize);
}
