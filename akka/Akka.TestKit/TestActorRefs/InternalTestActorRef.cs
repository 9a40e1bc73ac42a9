using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.TestKit.Internal;

/// <summary>The reference of an actor that runs on the threads that tell it something, and that a test can look into.</summary>
internal sealed class InternalTestActorRef : LocalActorRef
{
    private static long _nextName = -1;

    private InternalTestActorRef(
        ActorSystemImpl system, Props props, MessageDispatcher dispatcher, MailboxType mailboxType, IInternalActorRef supervisor, ActorPath path)
        : base(system, props, dispatcher, mailboxType, supervisor, path)
    {
    }

    /// <summary>The instance that runs now.</summary>
    /// <exception cref="IllegalActorStateException">There is none: the actor has stopped, or could not be created.</exception>
    internal ActorBase UnderlyingActor
    {
        get
        {
            // On a dispatcher of its own, the actor may yet have to be made: it answers once it is.
            if (Cell.Actor is null && !IsTerminated)
            {
                this.Ask<ActorIdentity>(new Identify(Path), new TestKitExtension().Apply(Cell.System).DefaultTimeout).GetAwaiter().GetResult();
            }

            return Cell.Actor ?? throw new IllegalActorStateException($"Underlying actor is terminated: [{Path}]");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"TestActor[{Path}]";

    internal static InternalTestActorRef Create(ActorSystem actorSystem, Props props, IActorRef? supervisor, string? name)
    {
        var system = (ActorSystemImpl)actorSystem;
        var parent = supervisor switch
        {
            null => system.Provider.Guardian,
            LocalActorRef local => local,
            TestProbe probe => (LocalActorRef)probe.Ref,
            ITestActorRef test => test.Internal,
            _ => throw new ArgumentException($"[{supervisor}] cannot supervise: it is no local actor.", nameof(supervisor)),
        };

        if (props.Deploy.Dispatcher == Deploy.NoDispatcherGiven || props.Dispatcher == Dispatchers.DefaultDispatcherId)
        {
            props = props.WithDispatcher(CallingThreadDispatcher.Id);
        }

        var dispatcher = system.Dispatchers.Lookup(props.Dispatcher);
        var mailbox = system.Mailboxes.GetMailboxType(props, dispatcher.Configurator.Config);
        return (InternalTestActorRef)parent.Cell.AttachChild(
            name,
            path => new InternalTestActorRef(system, props, dispatcher, mailbox, parent, path),
            static () => "$" + ActorCell.RandomName(Interlocked.Increment(ref _nextName)));
    }
}

/// <summary>A reference that wraps an <see cref="InternalTestActorRef"/>, whatever the type of its actor.</summary>
internal interface ITestActorRef
{
    InternalTestActorRef Internal { get; }
}
