using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>One piece of work in the wheel: when, how often, and a place in its bucket's list.</summary>
internal abstract class ScheduledEntry(ICancelable? cancelable)
{
    private HashedWheelTimerScheduler? _owner;

    /// <summary>When it is due, in <see cref="TimeSpan"/> ticks of the monotonic clock.</summary>
    internal long DueAt;

    /// <summary>The wheel's tick at which it is due: <see cref="DueAt"/> rounded up.</summary>
    internal long DueTick;

    /// <summary>Time from one run to the next, in <see cref="TimeSpan"/> ticks; 0 for once.</summary>
    internal long Interval;

    /// <summary>Breaks ties: what was scheduled first is run first.</summary>
    internal long Sequence;

    internal bool InWheel;
    internal ScheduledEntry? Next;
    internal ScheduledEntry? Previous;

    internal bool IsCancelled => cancelable is { IsCancellationRequested: true };

    /// <summary>Does the work.</summary>
    internal abstract void Run();

    /// <summary>Ties it to its scheduler, and to its cancelable, so that calling it off frees it at once.</summary>
    internal void Attach(HashedWheelTimerScheduler owner)
    {
        _owner = owner;
        (cancelable as Cancelable)?.Attach(this);
    }

    /// <summary>It is over: its cancelable can serve another entry.</summary>
    internal void Detach() => (cancelable as Cancelable)?.Detach(this);

    /// <summary>Takes it out of the wheel, if it is in.</summary>
    internal void Remove() => _owner!.Remove(this);
}

internal sealed class ScheduledTell(ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
    : ScheduledEntry(cancelable)
{
    internal override void Run() => receiver.Tell(message, sender);

    public override string ToString() => $"tell {receiver} {message.GetType().Name}";
}

internal sealed class ScheduledAction(Action action, ICancelable? cancelable) : ScheduledEntry(cancelable)
{
    internal override void Run() => action();

    public override string ToString() => $"call {action.Method.DeclaringType}.{action.Method.Name}";
}

internal sealed class ScheduledRunnable(IRunnable runnable, ICancelable? cancelable) : ScheduledEntry(cancelable)
{
    internal override void Run() => runnable.Run();

    public override string ToString() => $"run {runnable}";
}
