using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor that takes every message in one method.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The context of the actor that runs on this thread.</summary>
    protected new static IUntypedActorContext Context => CurrentCell();

    /// <inheritdoc/>
    protected sealed override bool Receive(object message) => ExecuteMessageHandler(message);

    private protected virtual bool ExecuteMessageHandler(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Handles a message; calls <see cref="ActorBase.Unhandled"/> for one that it does not know.</summary>
    protected abstract void OnReceive(object message);

    /// <summary>Runs an async function as part of the message at hand: the next message waits for its end.</summary>
    protected void RunTask(Func<Task> action) => ActorTaskScheduler.RunTask(action);

    /// <summary>Runs a function on the actor's task scheduler, as part of the message at hand.</summary>
    protected void RunTask(Action action) => ActorTaskScheduler.RunTask(action);

    /// <summary>Handles messages with another method from now on.</summary>
    protected void Become(UntypedReceive receive) => Context.Become(receive);

    /// <summary>Handles messages with another method until <see cref="ActorBase.UnbecomeStacked"/>.</summary>
    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);
}
