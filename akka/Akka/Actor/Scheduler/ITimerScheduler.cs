namespace Akka.Actor;

/// <summary>Timers that send messages to the actor itself. Each has a key: starting one with a key in use replaces the old one,
/// and no message of the old one arrives any more, not even one that is in the mailbox. All end when the actor stops or restarts.</summary>
/// <remarks>Only for use by the actor itself, within its message handling.</remarks>
public interface ITimerScheduler
{
    /// <summary>The keys of the timers that run.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends <paramref name="msg"/> every <paramref name="interval"/>, at a fixed rate.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>Sends <paramref name="msg"/> as <paramref name="sender"/> every <paramref name="interval"/>, at a fixed rate.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender);

    /// <summary>Sends <paramref name="msg"/> after <paramref name="initialDelay"/>, then every <paramref name="interval"/>, at a fixed rate.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>Sends <paramref name="msg"/> as <paramref name="sender"/> after <paramref name="initialDelay"/>, then every <paramref name="interval"/>, at a fixed rate.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender);

    /// <summary>Sends <paramref name="msg"/> once, after <paramref name="timeout"/>.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>Sends <paramref name="msg"/> as <paramref name="sender"/> once, after <paramref name="timeout"/>.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender);

    /// <summary>True while the timer of the key runs; a single one runs until its message is handled.</summary>
    bool IsTimerActive(object key);

    /// <summary>Ends the timer of the key, if there is one.</summary>
    void Cancel(object key);

    /// <summary>Ends all timers.</summary>
    void CancelAll();
}

/// <summary>An actor with timers.</summary>
public interface IWithTimers
{
    /// <summary>The timers; set before the actor's constructor runs.</summary>
    ITimerScheduler Timers { get; set; }
}
