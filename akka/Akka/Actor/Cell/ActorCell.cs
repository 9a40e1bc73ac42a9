using Akka.Actor.Internal;
using Akka.Actor.Scheduler;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// What runs an actor: it has the mailbox, the behaviour, the children and the watchers, and it carries out the supervisor's decisions.
/// The states of its life are in <c>ActorCell.Lifecycle.cs</c>. Only the thread that runs the mailbox changes it, but for the children of a
/// guardian, which any thread may add to.
/// </summary>
public partial class ActorCell : IUntypedActorContext, ICell
{
    /// <summary>The uid of a path that means no particular incarnation.</summary>
    public const int UndefinedUid = 0;

    [ThreadStatic]
    private static ActorCell? _current;

    private readonly IInternalActorRef _self;
    private Mailbox _mailbox = null!;
    private ActorBase? _actor;
    private object? _currentMessage;
    private IActorRef? _sender;
    private ActorTaskScheduler? _taskScheduler;
    private TimerScheduler? _timers;

    /// <summary>A cell without a mailbox yet: <see cref="Init"/> gives it one.</summary>
    public ActorCell(ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef parent)
    {
        SystemImpl = system;
        _self = self;
        Props = props;
        Dispatcher = dispatcher;
        Parent = parent;
    }

    internal static ActorCell? Current => _current;

    internal static ActorCell? Enter(ActorCell? cell)
    {
        var previous = _current;
        _current = cell;
        return previous;
    }

    internal static void Leave(ActorCell? previous) => _current = previous;

    /// <summary>The actor that runs on this thread, or null.</summary>
    public static IActorRef? GetCurrentSelfOrNoSender() => _current?._self;

    /// <summary>The sender of the message that is handled on this thread, or null.</summary>
    public static IActorRef? GetCurrentSenderOrNoSender() => _current?._sender;

    /// <summary>The system.</summary>
    public ActorSystemImpl SystemImpl { get; }

    /// <inheritdoc/>
    public ActorSystem System => SystemImpl;

    /// <inheritdoc/>
    public IActorRef Self => _self;

    /// <summary>The supervisor.</summary>
    public IInternalActorRef Parent { get; }

    IActorRef IActorContext.Parent => Parent;

    /// <inheritdoc/>
    public Props Props { get; private set; }

    /// <inheritdoc/>
    public MessageDispatcher Dispatcher { get; }

    /// <inheritdoc/>
    public IActorRef Sender => _sender ?? SystemImpl.DeadLetters;

    /// <summary>The message at hand; null between messages.</summary>
    public object? CurrentMessage => _currentMessage;

    /// <summary>The mailbox; that of the dead letters after the end.</summary>
    public Mailbox Mailbox => Volatile.Read(ref _mailbox);

    /// <summary>Where the continuations of async handlers run.</summary>
    public virtual ActorTaskScheduler TaskScheduler => _taskScheduler ??= new ActorTaskScheduler(this);

    /// <summary>True once it has stopped for good.</summary>
    public bool IsTerminated => Mailbox.IsClosed;

    /// <summary>Always true: the actor is in this process.</summary>
    public bool IsLocal => true;

    /// <summary>True while user messages wait.</summary>
    public bool HasMessages => Mailbox.HasMessages;

    /// <summary>How many user messages wait.</summary>
    public int NumberOfMessages => Mailbox.NumberOfMessages;

    /// <summary>The instance; null before it is made and after the end.</summary>
    internal ActorBase? Actor => _actor;

    /// <summary>Numbers the messages: a stash tells by it whether the same message is stashed twice.</summary>
    public int CurrentEnvelopeId { get; private set; }

    internal Envelope CurrentEnvelope => new(_currentMessage!, _sender);

    internal TimerScheduler Timers => _timers ??= new TimerScheduler(this);

    /// <summary>Gives it a mailbox, with the order to make the actor as its first message.</summary>
    internal void Init(MailboxType mailboxType)
    {
        var mailbox = new Mailbox(mailboxType.Create(_self, System));
        mailbox.SetActor(this);
        _mailbox = mailbox;
        mailbox.SystemEnqueue(_self, new Create());
    }

    internal Mailbox SwapMailbox(Mailbox mailbox) => Interlocked.Exchange(ref _mailbox, mailbox);

    /// <summary>Joins the dispatcher, which makes the actor.</summary>
    public virtual void Start() => Dispatcher.Attach(this);

    /// <summary>Stops the actor after the message it is at.</summary>
    public void Stop() => SendSystemMessage(new Terminate());

    /// <summary>Takes no user message until resumed.</summary>
    public void Suspend() => SendSystemMessage(new Suspend());

    /// <summary>Takes user messages again.</summary>
    public void Resume(Exception? causedByFailure) => SendSystemMessage(new Resume(causedByFailure));

    /// <summary>Makes a new instance.</summary>
    public void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    /// <summary>Puts a message into the mailbox.</summary>
    public virtual void SendMessage(IActorRef sender, object message) => SendMessage(new Envelope(message, sender));

    /// <summary>Puts a message into the mailbox.</summary>
    public virtual void SendMessage(Envelope message) => Dispatcher.Dispatch(this, message);

    /// <summary>Puts a system message into the mailbox.</summary>
    public virtual void SendSystemMessage(ISystemMessage systemMessage) => Dispatcher.SystemDispatch(this, (SystemMessage)systemMessage);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(string path) => ActorRefFactoryShared.ActorSelection(path, System, _self);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(ActorPath path) => ActorRefFactoryShared.ActorSelection(path, System);

    /// <summary>Runs a function as this actor, on the caller's thread.</summary>
    public void UseThreadContext(Action action)
    {
        var previous = Enter(this);
        try
        {
            action();
        }
        finally
        {
            Leave(previous);
        }
    }

    private void Publish(object e)
    {
        try
        {
            System.EventStream.Publish(e);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // An event stream that fails must not take the actor with it, and there is nowhere else to tell but standard error.
            Console.Error.WriteLine($"{e} could not be published: {failed.Message}");
        }
    }

    private Type ActorType => _actor?.GetType() ?? Props.Type;
}
