using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Above the root guardian: whose end is the system's.</summary>
public class RootGuardianSupervisor : MinimalActorRef
{
    private readonly TaskCompletionSource<Status> _terminationPromise;
    private readonly ILoggingAdapter _log;

    /// <summary>Completes <paramref name="terminationPromise"/> when the root guardian has stopped: with a failure where it failed.</summary>
    public RootGuardianSupervisor(RootActorPath root, IActorRefProvider provider, TaskCompletionSource<Status> terminationPromise, ILoggingAdapter log)
    {
        Path = root / "_Root-guardian-supervisor";
        Provider = provider;
        _terminationPromise = terminationPromise;
        _log = log;
    }

    /// <summary>What the root guardian failed with; null where it has not.</summary>
    public Exception? CauseOfTermination { get; private set; }

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider { get; }

    /// <summary>Says that the root guardian has stopped.</summary>
    public override void Stop() =>
        _terminationPromise.TrySetResult(CauseOfTermination is { } cause ? new Status.Failure(cause) : Status.Success.Instance);

    /// <inheritdoc/>
    public override void SendSystemMessage(ISystemMessage systemMessage)
    {
        switch (systemMessage)
        {
            case Failed failed:
                CauseOfTermination = failed.Cause;
                _log.Error(failed.Cause, "guardian {0} failed, shutting down!", failed.Child);
                ((IInternalActorRef)failed.Child).Stop();
                break;
            case DeathWatchNotification:
                Stop();
                break;
            case Watch or Unwatch:
                break;
            default:
                _log.Error("{0} received unexpected system message [{1}]", Path, systemMessage);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (!_terminationPromise.Task.IsCompleted) _log.Error("{0} received unexpected message [{1}]", Path, message);
    }
}
