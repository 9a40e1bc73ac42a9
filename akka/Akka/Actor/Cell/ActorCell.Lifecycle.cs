using System.Reflection;
using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using SysMsg = Akka.Dispatch.SysMsg;
using Debug = Akka.Event.Debug;

namespace Akka.Actor;

// The life of a cell:
//
//   Create ─► Running ──(throws)──► Failed, suspended ──Resume──► Running
//                │                        │──Recreate──► WaitingForChildren(restart) ─► new instance ─► Running
//                └───────Terminate────────┴────────────► WaitingForChildren(end) ─► Terminated
//
// Waiting is skipped where no child has to end first. While a cell waits it takes system messages only.
public partial class ActorCell
{
    private enum AwaitedFor { Nothing, Creation, Restart, End }

    private AwaitedFor _awaitedFor;
    private Exception? _restartCause;
    private object? _failedBy; // the ref of who failed: this actor or a child whose failure it escalates; null when nobody did
    private Queue<SystemMessage>? _postponed;
    private bool _instanceEnded; // the instance had its PreRestart: it is not told of its end again

    private bool IsFailed => _failedBy is not null;

    /// <summary>True from the order to stop on.</summary>
    protected bool IsTerminating => _awaitedFor == AwaitedFor.End;

    /// <summary>Handles a system message.</summary>
    internal void SystemInvoke(SystemMessage message)
    {
        if (MustWait(message)) (_postponed ??= new Queue<SystemMessage>()).Enqueue(message);
        else Handle(message);
        while (_postponed is { Count: > 0 } && !MustWait(_postponed.Peek())) Handle(_postponed.Dequeue());
    }

    /// <summary>
    /// A supervisor's decision that comes while children are still ending waits for them, and the failure of a child waits while this
    /// actor is suspended itself.
    /// </summary>
    private bool MustWait(SystemMessage message) => _awaitedFor == AwaitedFor.Nothing
        ? message is Failed && Mailbox.IsSuspended
        : message is Recreate or SysMsg.Suspend or SysMsg.Resume;

    private void Handle(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case ActorTask task: TaskScheduler.Execute(task); break;
                case ActorTaskFailed failed: AsyncHandlerFailed(failed); break;
                case Failed failed: HandleFailed(failed); break;
                case DeathWatchNotification dead: WatchedActorTerminated(dead.Actor, dead.ExistenceConfirmed, dead.AddressTerminated); break;
                case Create create: CreateActor(create.Failure); break;
                case Watch watch: AddWatcher(watch.Watchee, watch.Watcher); break;
                case Unwatch unwatch: RemoveWatcher(unwatch.Watchee, unwatch.Watcher); break;
                case Recreate recreate: FaultRecreate(recreate.Cause); break;
                case SysMsg.Suspend: FaultSuspend(); break;
                case SysMsg.Resume resume: FaultResume(resume.CausedByFailure); break;
                case SysMsg.Terminate: Terminate(); break;
                default: throw new NotSupportedException($"Unknown message {message.GetType().Name}");
            }
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

    private void CreateActor(ActorInitializationException? failure)
    {
        try
        {
            if (failure is not null) throw failure;
            var created = NewActor();
            created.AroundPreStart();
            CheckReceiveTimeout();
            if (SystemImpl.Settings.DebugLifecycle) Publish(new Debug(_self.Path.ToString(), created.GetType(), $"Started ({created})"));
        }
        catch (Exception e)
        {
            if (_actor is not null)
            {
                ReleaseActor(_actor);
                _actor = null; // so that it is not told to stop: it never started
            }

            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw cause as ActorInitializationException
                ?? new ActorInitializationException(_self, $"Exception during creation", cause);
        }
    }

    /// <summary>Makes the instance.</summary>
    protected virtual ActorBase CreateNewActorInstance()
    {
        var actor = Props.NewActor();
        if (actor is IActorStash stashing) stashing.Stash = this.CreateStash(stashing);
        if (actor is IWithTimers timed) timed.Timers = Timers;
        return actor;
    }

    private ActorBase NewActor()
    {
        _outerBehaviors = null;
        _behavior = static _ => false;
        var actor = CreateNewActorInstance()
            ?? throw new ActorInitializationException(_self, "Actor instance passed to ActorOf can't be 'null'");
        _actor = actor;
        _instanceEnded = false;
        (actor as IInitializableActor)?.Init();
        return actor;
    }

    private void ReleaseActor(ActorBase actor)
    {
        Props.Release(actor);
        (actor as IDisposable)?.Dispose();
    }

    private void FaultSuspend()
    {
        Mailbox.SuspendOnce();
        SuspendChildren(null);
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            Publish(new Error(null, _self.Path.ToString(), ActorType, "changing Resume into Create after " + causedByFailure));
            FaultCreate();
            return;
        }

        var failedBy = _failedBy;
        if (causedByFailure is not null) _failedBy = null;
        Mailbox.ResumeOnce(); // this very thread goes on with the messages
        foreach (var child in GetChildren()) child.Resume(child.Equals(failedBy) ? causedByFailure : null);
    }

    /// <summary>The supervisor wants a new instance of an actor that could not be made.</summary>
    private void FaultCreate()
    {
        CancelReceiveTimeout();
        _timers?.CancelAll();
        foreach (var child in GetChildren()) Stop(child);
        if (_children is { AnyDying: true }) _awaitedFor = AwaitedFor.Creation;
        else FinishCreate();
    }

    private void FinishCreate()
    {
        _awaitedFor = AwaitedFor.Nothing;
        Mailbox.ResumeOnce();
        _failedBy = null;
        CreateActor(null);
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is not { } failedActor)
        {
            Publish(new Error(null, _self.Path.ToString(), ActorType, "changing Recreate into Create after " + cause));
            FaultCreate();
            return;
        }

        CancelReceiveTimeout();
        _timers?.CancelAll();
        if (SystemImpl.Settings.DebugLifecycle) Publish(new Debug(_self.Path.ToString(), failedActor.GetType(), "restarting"));
        if (!_instanceEnded) EndInstance(failedActor, cause);
        if (_children is { AnyDying: true })
        {
            _restartCause = cause;
            _awaitedFor = AwaitedFor.Restart;
        }
        else
        {
            FinishRecreate(cause);
        }
    }

    private void EndInstance(ActorBase failedActor, Exception cause)
    {
        _instanceEnded = true;
        try
        {
            failedActor.AroundPreRestart(cause, _messageOfFailure);
            UnstashOf(failedActor);
            ReleaseActor(failedActor);
        }
        catch (Exception e)
        {
            var failure = new PreRestartException(_self, e, cause, _messageOfFailure);
            Publish(new Error(failure, _self.Path.ToString(), failedActor.GetType(), e.Message));
        }

        failedActor.Clear(_self);
    }

    /// <summary>What a failed instance had stashed is not lost with it.</summary>
    private static void UnstashOf(ActorBase actor) => (actor as IActorStash)?.Stash?.UnstashAll();

    private void FinishRecreate(Exception cause)
    {
        _awaitedFor = AwaitedFor.Nothing;
        _restartCause = null;
        var survivors = GetChildren().ToArray();
        try
        {
            Mailbox.ResumeOnce();
            _failedBy = null;
            _messageOfFailure = null;
            var fresh = NewActor();
            fresh.AroundPostRestart(cause, null);
            CheckReceiveTimeout();
            if (SystemImpl.Settings.DebugLifecycle) Publish(new Debug(_self.Path.ToString(), fresh.GetType(), $"restarted ({fresh})"));
            foreach (var child in survivors) child.Restart(cause);
        }
        catch (Exception e)
        {
            _instanceEnded = true;
            var actual = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            HandleInvokeFailure(new PostRestartException(_self, actual, cause), survivors);
        }
    }

    private void Terminate()
    {
        if (IsTerminating) return;
        SetReceiveTimeout(null);
        _timers?.CancelAll();
        _children?.Close();
        foreach (var child in GetChildren()) Stop(child);
        var waits = _children is { AnyDying: true };
        _awaitedFor = AwaitedFor.End;
        if (waits)
        {
            Mailbox.SuspendOnce();
            _failedBy = _self; // whatever fails from now on is not the supervisor's business any more
            if (SystemImpl.Settings.DebugLifecycle) Publish(new Debug(_self.Path.ToString(), ActorType, "stopping"));
        }
        else
        {
            FinishTerminate();
        }
    }

    private void FinishTerminate()
    {
        var actor = _actor;
        // Whatever PostStop or an observer throws, the steps after it are taken: the parent waits for the notification.
        try
        {
            if (actor is not null && !_instanceEnded)
            {
                actor.AroundPostStop();
                UnstashOf(actor);
                ReleaseActor(actor);
            }
        }
        catch (Exception e)
        {
            Publish(new Error(e, _self.Path.ToString(), ActorType, e.Message));
        }
        finally
        {
            try { Dispatcher.Detach(this); }
            finally
            {
                try { Parent.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false)); }
                finally
                {
                    try { TellWatchers(); }
                    finally
                    {
                        UnwatchAll();
                        if (SystemImpl.Settings.DebugLifecycle) Publish(new Debug(_self.Path.ToString(), ActorType, "stopped"));
                        actor?.Clear(_self);
                        _actor = null;
                        _behavior = static _ => true;
                        _outerBehaviors = null;
                        Props = TerminatedProps;
                    }
                }
            }
        }
    }

    private static readonly Props TerminatedProps = Props.None;
    private object? _messageOfFailure;

    private void AsyncHandlerFailed(ActorTaskFailed failed)
    {
        if (!ReferenceEquals(failed.Incarnation, _actor)) Publish(new Error(failed.Cause, _self.Path.ToString(), ActorType, failed.Cause.Message));
        else HandleInvokeFailure(failed.Cause);
    }

    /// <summary>This actor threw: it waits, suspended with its children, for what the supervisor decides.</summary>
    private void HandleInvokeFailure(Exception cause, IEnumerable<IInternalActorRef>? childrenNotToSuspend = null)
    {
        if (IsFailed || IsTerminated)
        {
            Publish(new Error(cause, _self.Path.ToString(), ActorType, cause.Message));
            return;
        }

        try
        {
            Mailbox.SuspendOnce();
            var spared = new HashSet<IActorRef>(childrenNotToSuspend ?? []);
            if (_escalating is { } child)
            {
                _failedBy = child;
                spared.Add(child);
            }
            else
            {
                _failedBy = _self;
            }

            _messageOfFailure = _currentMessage;
            SuspendChildren(spared);
            Parent.SendSystemMessage(new Failed(_self, cause, _self.Path.Uid));
        }
        catch (Exception e)
        {
            Publish(new Error(e, _self.Path.ToString(), ActorType, $"emergency stop: exception in failure handling for {cause.GetType().Name}"));
            foreach (var child in GetChildren()) child.Stop();
            FinishTerminate();
        }
    }

    private void SuspendChildren(HashSet<IActorRef>? except)
    {
        foreach (var child in GetChildren())
            if (except is null || !except.Contains(child)) child.Suspend();
    }

    private IActorRef? _escalating;

    /// <summary>A child failed.</summary>
    private void HandleFailed(Failed failed)
    {
        if (_children?.Find(failed.Child) is not { } stats || stats.Uid != failed.Uid)
        {
            Publish(new Debug(_self.Path.ToString(), ActorType, $"dropping Failed({failed.Cause}) from unknown child {failed.Child}"));
            return;
        }

        if (_actor is null) return; // it waits for a new instance, which will restart the child too
        var (message, sender) = (_currentMessage, _sender);
        (_currentMessage, _sender) = (failed, failed.Child);
        _escalating = failed.Child;
        try
        {
            if (!_actor.SupervisorStrategyInternal.HandleFailure(this, failed.Child, failed.Cause, stats, _children.Snapshot()))
                HandleInvokeFailure(failed.Cause);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
        finally
        {
            _escalating = null;
            (_currentMessage, _sender) = (message, sender);
        }
    }

    // Listed only if the strategy looks at them: a parent of thousands may lose its children one by one.
    private IEnumerable<IInternalActorRef> Remaining()
    {
        foreach (var child in GetChildren()) yield return child;
    }

    private void HandleChildTerminated(IActorRef actor)
    {
        if (_children?.Remove(actor) is null) return;
        if (_actor is not null)
        {
            try
            {
                _actor.SupervisorStrategyInternal.HandleChildTerminated(this, actor, Remaining());
            }
            catch (Exception e)
            {
                Publish(new Error(e, _self.Path.ToString(), ActorType, "HandleChildTerminated failed"));
                HandleInvokeFailure(e);
            }
        }

        if (_children.AnyDying) return;
        switch (_awaitedFor)
        {
            case AwaitedFor.Creation: FinishCreate(); break;
            case AwaitedFor.Restart: FinishRecreate(_restartCause!); break;
            case AwaitedFor.End when _children.IsEmpty: FinishTerminate(); break;
        }
    }
}
