namespace Akka.Actor;

/// <summary>Something that is no actor, yet can be sent messages, which are received from outside.</summary>
public interface IInboxable : ICanWatch
{
    /// <summary>Whom messages are sent to.</summary>
    IActorRef Receiver { get; }

    /// <summary>The next message, waited for as long as <c>akka.actor.inbox.default-timeout</c>.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    object Receive();

    /// <summary>The next message.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    object Receive(TimeSpan timeout);

    /// <summary>The next message, or a <see cref="Status.Failure"/> with a <see cref="TimeoutException"/> where none came within
    /// <c>akka.actor.inbox.default-timeout</c>.</summary>
    Task<object> ReceiveAsync();

    /// <summary>The next message, or a <see cref="Status.Failure"/> with a <see cref="TimeoutException"/> where none came in time.</summary>
    Task<object> ReceiveAsync(TimeSpan timeout);

    /// <summary>The next message that the predicate holds for; all others stay. Waits as long as <c>akka.actor.inbox.default-timeout</c>.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    object ReceiveWhere(Predicate<object> predicate);

    /// <summary>The next message that the predicate holds for; all others stay.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout);

    /// <summary>Sends a message to an actor, with this as its sender.</summary>
    void Send(IActorRef target, object message);
}
