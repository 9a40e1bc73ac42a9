using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>Gives actors threads: it runs a mailbox when there is something in it.</summary>
public abstract class MessageDispatcher
{
    private long _inhabitants;
    private int _generation;

    /// <summary>How many messages an actor may handle in one go where nothing else is said.</summary>
    public static readonly int DefaultThroughput = 100;

    /// <summary>For the configurator that makes it.</summary>
    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        Configurator = configurator;
        Throughput = DefaultThroughput;
    }

    /// <summary>What made it.</summary>
    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>Its path in HOCON.</summary>
    public string Id { get; protected set; } = "";

    /// <summary>How many messages an actor may handle before another one's turn.</summary>
    public int Throughput { get; protected set; }

    /// <summary>For how many ticks (100 ns) an actor may handle messages before another one's turn; null or 0 for no limit.</summary>
    public long? ThroughputDeadlineTime { get; protected set; }

    /// <summary>How long it lives on without actors.</summary>
    public TimeSpan ShutdownTimeout { get; protected set; } = TimeSpan.FromSeconds(1);

    /// <summary>The system's mailboxes.</summary>
    public Mailboxes Mailboxes => Configurator.Prerequisites.Mailboxes;

    /// <summary>The system's event stream.</summary>
    public EventStream EventStream => Configurator.Prerequisites.EventStream;

    /// <summary>How many actors it has.</summary>
    protected long Inhabitants => Volatile.Read(ref _inhabitants);

    /// <summary>Runs a function.</summary>
    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    /// <summary>Runs something.</summary>
    public void Schedule(IRunnable run) => ExecuteTask(run);

    /// <summary>Gives it to a thread.</summary>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Gives the threads back; more work makes it start again.</summary>
    protected abstract void Shutdown();

    /// <summary>Takes an actor in.</summary>
    public virtual void Attach(ActorCell cell)
    {
        Register(cell);
        RegisterForExecution(cell.Mailbox, false, true);
    }

    /// <summary>Counts an actor in.</summary>
    private protected virtual void Register(ActorCell cell)
    {
        Interlocked.Increment(ref _inhabitants);
        Interlocked.Increment(ref _generation);
    }

    /// <summary>Lets an actor go: what is left in its mailbox goes to the dead letters.</summary>
    public virtual void Detach(ActorCell cell)
    {
        try
        {
            Unregister(cell);
        }
        finally
        {
            if (Interlocked.Decrement(ref _inhabitants) == 0 && ReleasesThreads) ScheduleShutdown();
        }
    }

    private protected virtual void Unregister(ActorCell cell)
    {
        var mailbox = cell.SwapMailbox(Mailboxes.DeadLetterMailbox);
        mailbox.BecomeClosed();
        mailbox.CleanUp();
    }

    /// <summary>True where the dispatcher has threads of its own to end when it is unused.</summary>
    private protected virtual bool ReleasesThreads => false;

    private void ScheduleShutdown()
    {
        var generation = Volatile.Read(ref _generation);
        Configurator.Prerequisites.Scheduler.Advanced.ScheduleOnce(ShutdownTimeout, () =>
        {
            if (Inhabitants == 0 && generation == Volatile.Read(ref _generation)) Shutdown();
        });
    }

    /// <summary>Puts a message into an actor's mailbox.</summary>
    public virtual void Dispatch(ActorCell cell, Envelope envelope)
    {
        var mailbox = cell.Mailbox;
        mailbox.Enqueue(cell.Self, envelope);
        RegisterForExecution(mailbox, true, false);
    }

    /// <summary>Puts a system message into an actor's mailbox.</summary>
    public virtual void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        var mailbox = cell.Mailbox;
        mailbox.SystemEnqueue(cell.Self, message);
        RegisterForExecution(mailbox, false, true);
    }

    /// <summary>Has a mailbox run if it has something to do and nobody else runs it; true when it will.</summary>
    internal virtual bool RegisterForExecution(Mailbox mailbox, bool hasMessageHint, bool hasSystemMessageHint)
    {
        if (!mailbox.TrySchedule(hasMessageHint, hasSystemMessageHint)) return false;
        try
        {
            ExecuteTask(mailbox);
            return true;
        }
        catch
        {
            mailbox.SetIdle();
            throw;
        }
    }

    internal virtual void Suspend(ActorCell cell) => cell.Mailbox.SuspendOnce();

    internal virtual void Resume(ActorCell cell)
    {
        var mailbox = cell.Mailbox;
        if (mailbox.ResumeOnce()) RegisterForExecution(mailbox, false, false);
    }

    /// <summary>Tells of work that failed outside of any actor.</summary>
    protected void ReportFailure(Exception ex) => EventStream.Publish(new Error(ex, GetType().Name, GetType(), ex.Message));
}
