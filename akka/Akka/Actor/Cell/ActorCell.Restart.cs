namespace Akka.Actor;

public partial class ActorCell
{
    private void FaultSuspend()
    {
        Mailbox.SuspendOnce();
        foreach (var child in ChildRefs) child.Suspend();
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            PublishError(null, "changing Resume into Create after " + causedByFailure);
            FaultCreate();
            return;
        }

        if (_instance != InstanceState.Alive && causedByFailure is not null)
        {
            PublishError(null, "changing Resume into Restart after " + causedByFailure);
            FaultRecreate(causedByFailure);
            return;
        }

        var failed = _failure?.By;
        if (causedByFailure is not null) _failure = null;
        Mailbox.ResumeOnce(); // this very thread goes on with the messages
        foreach (var child in ChildRefs) child.Resume(child.Equals(failed) ? causedByFailure : null);
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is not { } failed)
        {
            PublishError(null, "changing Recreate into Create after " + cause);
            FaultCreate();
            return;
        }

        CancelReceiveTimeout();
        _timers?.CancelAll();
        if (DebugLifecycle) PublishDebug("Restarting");
        switch (_instance)
        {
            case InstanceState.Alive: EndInstance(failed, cause); break;
            case InstanceState.RestartFailed: LetGo(failed); break;
        }

        if (_children is { AnyDying: true })
        {
            _restartCause = cause;
            _awaited = Awaited.Restart;
        }
        else
        {
            FinishRecreate(cause);
        }
    }

    /// <summary>The failed instance's last hook, which sees the message that it failed on, and who sent that.</summary>
    private void EndInstance(ActorBase failed, Exception cause)
    {
        var message = _failure?.Message;
        SetCurrent(message, _failure?.Sender);
        try
        {
            failed.AroundPreRestart(cause, message);
        }
        catch (Exception e)
        {
            PublishError(new PreRestartException(_self, e, cause, message), e.Message);
        }
        finally
        {
            SetCurrent(null, null);
            LetGo(failed);
        }
    }

    /// <summary>The instance has had its last hook. What it had stashed is not lost with it; what is disposable is disposed of.</summary>
    private void LetGo(ActorBase ended)
    {
        _instance = InstanceState.Ended;
        try
        {
            (ended as IActorStash)?.Stash?.UnstashAll();
            (ended as IDisposable)?.Dispose();
            Props.Release(ended);
        }
        catch (Exception e)
        {
            PublishError(e, $"An error occurred while disposing {ended.GetType()} actor. Reason: {e.Message}");
        }

        ended.Clear(_self);
    }

    private void FinishRecreate(Exception cause)
    {
        _awaited = Awaited.Nothing;
        _restartCause = null;
        var survivors = ChildRefs;
        try
        {
            Mailbox.ResumeOnce();
            _failure = null;
            NewActor().AroundPostRestart(cause, null);
            CheckReceiveTimeout();
            if (DebugLifecycle) PublishDebug($"Restarted ({_actor})");
            if (EmitsTelemetry) Publish(new ActorRestarted(_self, Props.Type, cause));
        }
        catch (Exception e)
        {
            if (_instance == InstanceState.Alive) _instance = InstanceState.RestartFailed;
            HandleInvokeFailure(new PostRestartException(_self, e, cause), survivors);
            return;
        }

        // Only now that the parent works again are the children that it kept restarted with it.
        foreach (var child in survivors) child.Restart(cause);
    }
}
