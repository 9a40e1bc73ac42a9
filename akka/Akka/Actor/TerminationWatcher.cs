using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Watches one actor for code that is none.</summary>
internal sealed class TerminationWatcher(IActorRefProvider provider) : MinimalActorRef
{
    private readonly TaskCompletionSource<bool> _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with true when the actor has stopped.</summary>
    internal Task<bool> Terminated => _terminated.Task;

    public override ActorPath Path { get; } = provider.TempPath();

    public override IActorRefProvider Provider => provider;

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification) _terminated.TrySetResult(true);
    }
}
