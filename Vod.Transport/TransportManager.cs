using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.IO;
using Vod.Transport.Sockets;

namespace Vod.Transport;

/// <summary>
/// Takes <see cref="Tcp.Bind"/> as the manager of Akka.IO does, and is the parent of the listening sockets. Accepted connections are no
/// children of theirs: each is told to the handler as <see cref="Accepted"/> and belongs to the actor that opens it, so connections outlive
/// the listening socket, and one that fails touches no other.
/// </summary>
public sealed class TransportManager : UntypedActor, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Backend _backend;

    /// <summary>Use <see cref="Props(SocketBackend)"/>.</summary>
    internal TransportManager(Backend backend) => _backend = backend;

    /// <summary>The manager of a system, which may have several.</summary>
    /// <param name="backend">Who waits for sockets.</param>
    /// <exception cref="PlatformNotSupportedException">There is no epoll here.</exception>
    public static Props Props(SocketBackend backend = SocketBackend.Auto) => Props(backend switch
    {
        SocketBackend.Epoll when !EventLoop.IsSupported => throw new PlatformNotSupportedException("epoll is there on 64-bit Linux only"),
        SocketBackend.Auto or SocketBackend.Epoll when EventLoop.IsSupported => Backend.Epoll,
        _ => Kernel.IsSupported ? Backend.RuntimeAndKernel : Backend.Runtime,
    });

    /// <summary>A manager of that very backend.</summary>
    internal static Props Props(Backend backend) => Akka.Actor.Props.CreateBy(new Producer(backend));

    /// <inheritdoc/>
    protected override void PreStart() => EventLoop.Faulted += OnFault;

    /// <inheritdoc/>
    protected override void PostStop() => EventLoop.Faulted -= OnFault;

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Bind bind:
                Context.ActorOf(ListenSocketActor.Props(bind, Sender, _backend));
                break;
            case Tcp.Command command:
                Sender.Tell(command.FailureMessage.WithCause(new NotSupportedException($"{command.GetType().Name} is not for the manager, which binds sockets and does nothing else.")));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    /// <summary>On a thread of the event loop.</summary>
    private void OnFault(Exception fault) => _log.Error(fault, "The event loop was at fault, and goes on");

    private sealed class Producer(Backend backend) : IIndirectActorProducer
    {
        public Type ActorType => typeof(TransportManager);

        public ActorBase Produce() => new TransportManager(backend);

        public void Release(ActorBase actor)
        {
        }
    }
}
