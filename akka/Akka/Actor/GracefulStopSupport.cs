using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Stops an actor and waits for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends <see cref="PoisonPill"/>; the task is true once the actor has stopped, and false when it did not within <paramref name="timeout"/>.</summary>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => GracefulStop(target, timeout, PoisonPill.Instance);

    /// <summary>Sends <paramref name="stopMessage"/>, on which the actor is to stop; the task is true once it has, and false when it did not
    /// within <paramref name="timeout"/>.</summary>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var actor = (IInternalActorRef)target;
        var watcher = new TerminationWatcher(actor.Provider);
        actor.SendSystemMessage(new Watch(actor, watcher));
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            return await watcher.Terminated.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            actor.SendSystemMessage(new Unwatch(actor, watcher));
            return false;
        }
    }
}
