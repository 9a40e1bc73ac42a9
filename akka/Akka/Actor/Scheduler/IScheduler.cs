using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Does things later, on time but never early. Times are rounded up to the scheduler's tick.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>Runs code rather than sending messages. The code runs on the scheduler's thread: it must be short.</summary>
    IAdvancedScheduler Advanced { get; }
}

/// <summary>Sends messages later.</summary>
/// <remarks>Every delay and initial delay is zero or more, every interval more than zero;
/// otherwise <see cref="ArgumentOutOfRangeException"/> is thrown.</remarks>
public interface ITellScheduler
{
    /// <summary>Sends <paramref name="message"/> once, after <paramref name="delay"/>.</summary>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends <paramref name="message"/> once, after <paramref name="delay"/>, unless called off before.</summary>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Sends <paramref name="message"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>.</summary>
    void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends <paramref name="message"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>, until called off.</summary>
    void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);
}

/// <summary>Runs <see cref="IRunnable"/>s later; delays as in <see cref="ITellScheduler"/>.</summary>
public interface IRunnableScheduler
{
    /// <summary>Runs <paramref name="action"/> once, after <paramref name="delay"/>.</summary>
    void ScheduleOnce(TimeSpan delay, IRunnable action);

    /// <summary>Runs <paramref name="action"/> once, after <paramref name="delay"/>, unless called off before.</summary>
    void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs <paramref name="action"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);

    /// <summary>Runs <paramref name="action"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>, until called off.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);
}

/// <summary>Calls delegates later; delays as in <see cref="ITellScheduler"/>.</summary>
public interface IActionScheduler : IRunnableScheduler
{
    /// <summary>Calls <paramref name="action"/> once, after <paramref name="delay"/>, unless called off before.</summary>
    void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Calls <paramref name="action"/> once, after <paramref name="delay"/>.</summary>
    void ScheduleOnce(TimeSpan delay, Action action);

    /// <summary>Calls <paramref name="action"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>, until called off.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);

    /// <summary>Calls <paramref name="action"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);
}

/// <summary>Runs code later.</summary>
public interface IAdvancedScheduler : IActionScheduler;
