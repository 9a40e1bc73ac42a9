using System.Collections.Immutable;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The ref that an Ask's answer is sent to: the first message is the answer, a null one too. Who watches it hears of its end,
/// which comes with the answer, or when the one who asked gives up.</summary>
/// <typeparam name="T">What is expected.</typeparam>
public class FutureActorRef<T> : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _result;
    private ImmutableHashSet<IInternalActorRef>? _watchers = []; // null after the end

    /// <summary>A ref whose first message completes <paramref name="result"/>.</summary>
    public FutureActorRef(TaskCompletionSource<T> result, ActorPath path, IActorRefProvider provider)
    {
        _result = result;
        Path = path;
        Provider = provider;
    }

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider { get; }

    private protected override bool TakesNull => true;

    /// <summary>Completes the task; an answer that comes too late is a dead letter, unless the one who asked has given up. Who looks for
    /// this ref by its path is told that it is there.</summary>
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is Identify identify && typeof(T) != typeof(Identify))
        {
            sender?.Tell(new ActorIdentity(identify.MessageId, this), this);
            return;
        }

        var taken = message switch
        {
            null => _result.TrySetResult(default!),
            T answer => _result.TrySetResult(answer),
            Status.Failure failure => _result.TrySetException(failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
            _ => _result.TrySetException(new ArgumentException($"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")),
        };
        if (!taken && message is not null && !_result.Task.IsCanceled) Provider.DeadLetters.Tell(message, sender);
        End();
    }

    /// <summary>There is an answer, or nobody waits for one any more.</summary>
    internal void End()
    {
        if (Interlocked.Exchange(ref _watchers, null) is not { } watchers) return;
        foreach (var watcher in watchers) TellOfEnd(watcher);
    }

    private protected override void HandleSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Watch watch when watch.Watchee.Equals(this) && !watch.Watcher.Equals(this):
                if (!TryChange(watchers => watchers.Add(watch.Watcher))) TellOfEnd(watch.Watcher);
                break;
            case Unwatch unwatch:
                TryChange(watchers => watchers.Remove(unwatch.Watcher));
                break;
        }
    }

    private bool TryChange(Func<ImmutableHashSet<IInternalActorRef>, ImmutableHashSet<IInternalActorRef>> change)
    {
        while (Volatile.Read(ref _watchers) is { } watchers)
        {
            if (Interlocked.CompareExchange(ref _watchers, change(watchers), watchers) == watchers) return true;
        }

        return false;
    }

    private void TellOfEnd(IInternalActorRef watcher) =>
        watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
}
