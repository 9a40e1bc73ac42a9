using System.Runtime.CompilerServices;
using Akka.Actor.Internal;
using Akka.Actor.Scheduler;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Debug = Akka.Event.Debug;

namespace Akka.Actor;

/// <summary>
/// What runs an actor: it has the mailbox, the behaviour, the children and the watchers, and it carries out the supervisor's decisions.
/// The states of its life are in <c>ActorCell.Lifecycle.cs</c>. Only the thread that runs the mailbox changes it, but for the children of a
/// guardian, which any thread may add to.
/// </summary>
public partial class ActorCell : IUntypedActorContext
{
    /// <summary>The uid of a path that means no particular incarnation.</summary>
    public const int UndefinedUid = 0;

    [ThreadStatic]
    private static ActorCell? _current;

    private readonly IInternalActorRef _self;
    private Mailbox _mailbox = null!;
    private ActorBase? _actor;
    private Receive _behavior = static _ => false;
    private Stack<Receive>? _outerBehaviors;
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
    public void Become(Receive receive) => _behavior = receive;

    /// <inheritdoc/>
    public void BecomeStacked(Receive receive)
    {
        (_outerBehaviors ??= new Stack<Receive>()).Push(_behavior);
        _behavior = receive;
    }

    /// <inheritdoc/>
    public void UnbecomeStacked()
    {
        if (_outerBehaviors is { Count: > 0 }) _behavior = _outerBehaviors.Pop();
    }

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(m => { receive(m); return true; });

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(m => { receive(m); return true; });

    /// <summary>Handles a user message.</summary>
    public void Invoke(Envelope envelope)
    {
        var message = envelope.Message;
        _currentMessage = message;
        _sender = envelope.Sender;
        unchecked { CurrentEnvelopeId++; }
        var restartsTimeout = _receiveTimeout is not null && message is not INotInfluenceReceiveTimeout;
        try
        {
            if (restartsTimeout) CancelReceiveTimeout();
            if (message is IAutoReceivedMessage) AutoReceiveMessage(envelope);
            else if (message is ITimerMsg timer) ReceiveTimerMessage(timer);
            else ReceiveMessage(message);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }

        if (_receiveTimeout is not null) CheckReceiveTimeout(restartsTimeout);
        _currentMessage = null;
        _sender = null;
    }

    /// <summary>Has the behaviour handle a message.</summary>
    protected virtual void ReceiveMessage(object message)
    {
        var handled = _actor!.InvokeReceive(_behavior, message);
        if (_logsReceive) PublishDebug($"received {(handled ? "handled" : "unhandled")} message {message} from {Sender.Path}");
    }

    /// <summary>Handles a message outside of the mailbox, on the caller's thread.</summary>
    public void ReceiveMessageForTest(Envelope envelope)
    {
        var previous = Enter(this);
        var (message, sender) = (_currentMessage, _sender);
        (_currentMessage, _sender) = (envelope.Message, envelope.Sender);
        try
        {
            ReceiveMessage(envelope.Message);
        }
        finally
        {
            (_currentMessage, _sender) = (message, sender);
            Leave(previous);
        }
    }

    private void ReceiveTimerMessage(ITimerMsg timer)
    {
        if (_timers?.InterceptTimerMsg(System.Log, timer) is { } message)
        {
            _currentMessage = message;
            if (message is IAutoReceivedMessage) AutoReceiveMessage(new Envelope(message, _sender));
            else ReceiveMessage(message);
        }
    }

    /// <summary>Handles the messages that every actor understands.</summary>
    protected virtual void AutoReceiveMessage(Envelope envelope)
    {
        var message = envelope.Message;
        if (SystemImpl.Settings.DebugAutoReceive)
            Publish(new Debug(_self.Path.ToString(), ActorType, $"received AutoReceiveMessage {envelope}"));
        switch (message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                Stop();
                break;
            case ActorSelectionMessage selection:
                global::Akka.Actor.ActorSelection.Deliver(_self, Sender, selection);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self);
                break;
            default:
                ReceiveMessage(message);
                break;
        }
    }

    internal void SetCurrent(object? message, IActorRef? sender)
    {
        _currentMessage = message;
        _sender = sender;
    }

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

    private void Publish(LogEvent e)
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
