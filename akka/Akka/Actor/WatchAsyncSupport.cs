using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Waits for the end of an actor from code that is no actor.</summary>
public static class WatchAsyncSupport
{
    /// <summary>True once the actor has stopped, however long ago that was; false when <paramref name="token"/> is cancelled first.</summary>
    /// <exception cref="InvalidOperationException">The ref is none that can be watched.</exception>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        if (target is not IInternalActorRef actor) throw new InvalidOperationException($"{target} cannot be watched.");
        var watcher = new TerminationWatcher(actor.Provider);
        actor.SendSystemMessage(new Watch(actor, watcher));
        try
        {
            return await watcher.Terminated.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            actor.SendSystemMessage(new Unwatch(actor, watcher));
            return false;
        }
    }
}
