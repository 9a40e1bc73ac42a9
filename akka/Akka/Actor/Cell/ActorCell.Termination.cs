using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
    private void Terminate()
    {
        if (IsTerminating) return;
        SetReceiveTimeout(null);
        _timers?.CancelAll();
        UnwatchAll();
        CloseChildren();
        foreach (var child in ChildRefs) Stop(child);
        _awaited = Awaited.End;
        if (_children is { AnyDying: true })
        {
            Mailbox.SuspendOnce();
            _failure = new Failure(_self, null, null); // whatever fails from now on is not the supervisor's business any more
            if (DebugLifecycle) PublishDebug("Stopping");
        }
        else
        {
            FinishTerminate();
        }
    }

    /// <summary>Whatever PostStop or an observer throws, the steps after it are taken: the parent waits for the notification.</summary>
    private void FinishTerminate()
    {
        var actor = _actor;
        if (actor is not null && _instance != InstanceState.Ended) StopInstance(actor);
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
                    if (DebugLifecycle) PublishDebug("Stopped");
                    if (EmitsTelemetry) Publish(new ActorStopped(_self, Props.Type));
                    _actor = null;
                    _behavior = static _ => true;
                    _outerBehaviors = null;
                    Props = TerminatedProps.Instance;
                }
            }
        }
    }

    private void StopInstance(ActorBase actor)
    {
        try
        {
            actor.AroundPostStop();
        }
        catch (Exception e)
        {
            PublishError(e, e.Message);
        }

        LetGo(actor);
    }
}
