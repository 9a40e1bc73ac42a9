using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// Runs async message handlers as the actor: from its first await to its end the mailbox is suspended, and every continuation runs as a
/// system message of the actor, with its Self and Sender.
/// </summary>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;
    private IActorRef? _sender;
    private int _running; // handlers that have not ended: more than one where a handler starts others

    /// <summary>For tests: takes the handlers that do not end at once, whose failures are then the taker's.</summary>
    internal Action<Task>? HandOver { get; set; }

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    /// <summary>The message whose handler runs; null between handlers.</summary>
    public object? CurrentMessage { get; private set; }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <inheritdoc/>
    protected override IEnumerable<Task>? GetScheduledTasks() => null;

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        if ((task.CreationOptions & TaskCreationOptions.LongRunning) != 0)
            _cell.Dispatcher.Schedule(() => TryExecuteTask(task));
        else
            _cell.SendSystemMessage(new ActorTask(task));
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(ActorCell.Current, _cell) && TryExecuteTask(task);

    internal void Execute(ActorTask message)
    {
        _cell.SetCurrent(CurrentMessage, _sender);
        OnBeforeTaskStarted();
        var outer = LeaveSynchronizationContext();
        try
        {
            TryExecuteTask(message.Task);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        OnAfterTaskCompleted();
        _cell.SetCurrent(null, null);
    }

    /// <summary>Called before each continuation.</summary>
    protected virtual void OnBeforeTaskStarted() { }

    /// <summary>Called after each continuation.</summary>
    protected virtual void OnAfterTaskCompleted() { }

    /// <summary>Runs a function as part of the message at hand.</summary>
    /// <exception cref="InvalidOperationException">No actor runs on this thread.</exception>
    public static void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Runs an async function as part of the message at hand; the next message waits for its end.</summary>
    /// <exception cref="InvalidOperationException">No actor runs on this thread.</exception>
    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current
            ?? throw new InvalidOperationException("RunTask must be called from an actor context.");
        cell.TaskScheduler.Run(asyncAction);
    }

    private void Run(Func<Task> asyncAction)
    {
        Begin();
        var start = new Task<Task>(asyncAction);
        var outer = LeaveSynchronizationContext();
        try
        {
            start.RunSynchronously(this);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        var work = start.IsCompletedSuccessfully ? start.Result : start;
        if (work.IsCompleted)
        {
            End();
            work.GetAwaiter().GetResult();
            return;
        }

        var instance = _cell.Actor;
        var isHandedOver = HandOver is not null;
        _cell.Dispatcher.Suspend(_cell);
        var end = work.ContinueWith(ended => EndLater(ended, instance, isHandedOver), CancellationToken.None, TaskContinuationOptions.None, this);
        HandOver?.Invoke(end.ContinueWith(_ => work, CancellationToken.None, TaskContinuationOptions.None, Default).Unwrap());
    }

    /// <summary>A thread of somebody else's, such as a test's, may have a context that awaits prefer to this scheduler.</summary>
    private static SynchronizationContext? LeaveSynchronizationContext()
    {
        var outer = SynchronizationContext.Current;
        if (outer is not null) SynchronizationContext.SetSynchronizationContext(null);
        return outer;
    }

    private void Begin()
    {
        if (_running++ > 0) return;
        CurrentMessage = _cell.CurrentMessage;
        _sender = _cell.Sender;
    }

    private void End()
    {
        if (--_running == 0) CurrentMessage = _sender = null;
    }

    /// <summary>Runs as the actor, like every continuation, with the message at hand that the handler was for.</summary>
    private void EndLater(Task work, ActorBase? instance, bool isHandedOver)
    {
        _cell.CheckReceiveTimeout(reschedule: CurrentMessage is not INotInfluenceReceiveTimeout);
        _cell.Dispatcher.Resume(_cell);
        if (!work.IsCompletedSuccessfully && !isHandedOver)
            _cell.AsyncHandlerFailed(work.IsCanceled ? new TaskCanceledException(work) : work.Exception!.InnerExceptions is [var only] ? only : work.Exception, instance);
        End();
    }
}
