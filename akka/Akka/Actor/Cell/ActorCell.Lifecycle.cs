using Akka.Dispatch.SysMsg;
using Akka.Event;
using SysMsg = Akka.Dispatch.SysMsg;
using Debug = Akka.Event.Debug;

namespace Akka.Actor;

// The life of a cell:
//
//   Create ─► Running ──(throws)──► Failed, suspended ──Resume──► Running
//                │                        │──Recreate──► awaiting Restart ─► new instance ─► Running
//                └───────Terminate────────┴────────────► awaiting End ─► stopped
//
// It awaits the end of the children that have been told to stop; where there is none it does not wait. While it waits it handles
// system messages only. Creation and restart are in ActorCell.Creation.cs and ActorCell.Restart.cs, failures in ActorCell.Failure.cs,
// the end in ActorCell.Termination.cs.
public partial class ActorCell
{
    /// <summary>What is to happen when the last of the dying children is gone.</summary>
    private enum Awaited : byte { Nothing, Creation, Restart, End }

    /// <summary>How far the instance's own life is.</summary>
    private enum InstanceState : byte
    {
        /// <summary>It runs, or failed while it ran.</summary>
        Alive,

        /// <summary>It failed in its PostRestart: another restart calls no PreRestart on it.</summary>
        RestartFailed,

        /// <summary>It had its PreRestart, and so its PostStop: no hook of it is called again.</summary>
        Ended,
    }

    private Awaited _awaited;
    private InstanceState _instance;
    private Exception? _restartCause;
    private Queue<SystemMessage>? _postponed;

    /// <summary>True from the order to stop on.</summary>
    protected bool IsTerminating => _awaited == Awaited.End;

    /// <summary>Handles a system message.</summary>
    internal void SystemInvoke(SystemMessage message)
    {
        if (MustWait(message)) (_postponed ??= new Queue<SystemMessage>()).Enqueue(message);
        else Handle(message);
        while (_postponed is { Count: > 0 } && !MustWait(_postponed.Peek())) Handle(_postponed.Dequeue());
    }

    /// <summary>
    /// A supervisor's decision that comes while children are still ending waits for them, and the failure of a child waits while this
    /// actor is suspended itself. Once the actor is stopping, they wait for ever.
    /// </summary>
    private bool MustWait(SystemMessage message) => message is Failed
        ? _awaited != Awaited.Nothing || Mailbox.IsSuspended
        : _awaited != Awaited.Nothing && message is Recreate or SysMsg.Suspend or SysMsg.Resume;

    private void Handle(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case ActorTask task: TaskScheduler.Execute(task); break;
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

    /// <summary>A child is gone: its supervisor strategy hears of it, and whatever waited for the last one goes on.</summary>
    private void HandleChildTerminated(IActorRef child)
    {
        if (_children?.Remove(child) is null) return;
        if (_actor is not null)
        {
            try
            {
                _actor.SupervisorStrategyInternal.HandleChildTerminated(this, child, _children.RefsLater());
            }
            catch (Exception e)
            {
                PublishError(e, "HandleChildTerminated failed");
                HandleInvokeFailure(e);
            }
        }

        if (_awaited == Awaited.Nothing || _children.AnyDying) return;
        switch (_awaited)
        {
            case Awaited.Creation: FinishCreate(); break;
            case Awaited.Restart: FinishRecreate(_restartCause!); break;
            case Awaited.End: FinishTerminate(); break;
        }
    }

    private void PublishError(Exception? cause, string message) => Publish(new Error(cause, _self.Path.ToString(), ActorType, message));

    private void PublishDebug(string message) => Publish(new Debug(_self.Path.ToString(), ActorType, message));

    private bool DebugLifecycle => SystemImpl.Settings.DebugLifecycle;

    private bool EmitsTelemetry => SystemImpl.Settings.EmitActorTelemetry;
}
