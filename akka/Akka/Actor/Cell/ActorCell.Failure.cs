using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
    /// <summary>A failure that the supervisor has not decided about yet.</summary>
    /// <param name="By">This actor, or the child whose failure it escalates.</param>
    /// <param name="Message">What the actor was at, if anything.</param>
    /// <param name="Sender">Who sent that.</param>
    private sealed record Failure(IActorRef By, object? Message, IActorRef? Sender);

    private Failure? _failure;

    private bool IsFailed => _failure is not null;

    /// <summary>This actor threw: it waits, suspended with its children, for what the supervisor decides.</summary>
    private void HandleInvokeFailure(Exception cause, IReadOnlyList<IInternalActorRef>? childrenNotToSuspend = null)
    {
        if (IsFailed || IsTerminated)
        {
            PublishError(cause, cause.Message);
            return;
        }

        try
        {
            Mailbox.SuspendOnce();
            var escalated = _currentMessage as Failed;
            _failure = new Failure(escalated?.Child ?? _self, _currentMessage, _sender);
            foreach (var child in ChildRefs)
                if (!child.Equals(escalated?.Child) && childrenNotToSuspend?.Contains(child) != true) child.Suspend();
            Parent.SendSystemMessage(new Failed(_self, cause, _self.Path.Uid));
        }
        catch (Exception e)
        {
            PublishError(e, $"emergency stop: exception in failure handling for {cause.GetType().Name}");
            foreach (var child in ChildRefs) child.Stop();
            FinishTerminate();
        }
    }

    /// <summary>An async handler of this actor ended in an exception; nobody supervises an instance that has been replaced meanwhile.</summary>
    internal void AsyncHandlerFailed(Exception cause, ActorBase? instance)
    {
        if (ReferenceEquals(instance, _actor)) HandleInvokeFailure(cause);
        else PublishError(cause, cause.Message);
    }

    /// <summary>A child failed: the strategy decides, or this actor fails with it. The failure is the message at hand meanwhile.</summary>
    private void HandleFailed(Failed failed)
    {
        if (_children?.Find(failed.Child) is not { } stats || stats.Uid != failed.Uid)
        {
            PublishDebug($"dropping Failed({failed.Cause}) from unknown child {failed.Child}");
            return;
        }

        if (_actor is null) return; // the new instance that it waits for begins without children
        SetCurrent(failed, failed.Child);
        try
        {
            if (!_actor.SupervisorStrategyInternal.HandleFailure(this, failed.Child, failed.Cause, stats, _children))
                HandleInvokeFailure(failed.Cause);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
        finally
        {
            SetCurrent(null, null);
        }
    }
}
