using Akka.Configuration;

namespace Akka.Actor;

/// <summary>A mailbox that is read from outside of actors: answers, and the ends of actors, can be waited for on any thread.</summary>
public class Inbox : IInboxable, IDisposable
{
    private static long _lastName;

    private readonly ActorSystem _system;
    private readonly TimeSpan _defaultTimeout;

    private Inbox(IActorRef receiver, TimeSpan defaultTimeout, ActorSystem system)
    {
        Receiver = receiver;
        _defaultTimeout = defaultTimeout;
        _system = system;
    }

    /// <summary>Makes an inbox, which holds <c>akka.actor.inbox.inbox-size</c> messages at most.</summary>
    public static Inbox Create(ActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.actor.inbox") ?? throw ConfigurationException.NullOrEmptyConfig<Inbox>("akka.actor.inbox");
        var size = config.GetInt("inbox-size");
        var receiver = ((ExtendedActorSystem)system).SystemActorOf(
            Props.Create(() => new InboxActor(size)), $"inbox-{Interlocked.Increment(ref _lastName)}");
        return new Inbox(receiver, config.GetTimeSpan("default-timeout"), system);
    }

    /// <inheritdoc/>
    public IActorRef Receiver { get; }

    /// <summary>From now on the end of an actor arrives here as <see cref="Terminated"/>.</summary>
    public IActorRef Watch(IActorRef subject)
    {
        Receiver.Tell(new InboxActor.StartWatch(subject, null), ActorRefs.NoSender);
        return subject;
    }

    /// <summary>From now on the end of an actor arrives here as a message of one's own.</summary>
    public IActorRef WatchWith(IActorRef subject, object message)
    {
        Receiver.Tell(new InboxActor.StartWatch(subject, message), ActorRefs.NoSender);
        return subject;
    }

    /// <summary>The end of an actor is not wanted any more.</summary>
    public IActorRef Unwatch(IActorRef subject)
    {
        Receiver.Tell(new InboxActor.StopWatch(subject), ActorRefs.NoSender);
        return subject;
    }

    /// <inheritdoc/>
    public void Send(IActorRef actorRef, object message) => actorRef.Tell(message, Receiver);

    /// <inheritdoc/>
    public object Receive() => Receive(_defaultTimeout);

    /// <inheritdoc/>
    public object Receive(TimeSpan timeout) => InTime(Query(null, timeout));

    /// <inheritdoc/>
    public object ReceiveWhere(Predicate<object> predicate) => ReceiveWhere(predicate, _defaultTimeout);

    /// <inheritdoc/>
    public object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return InTime(Query(predicate, timeout));
    }

    /// <inheritdoc/>
    public Task<object> ReceiveAsync() => ReceiveAsync(_defaultTimeout);

    /// <inheritdoc/>
    public Task<object> ReceiveAsync(TimeSpan timeout) => Query(null, timeout);

    /// <summary>Ends the inbox, and with it what it watches.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the inbox when <paramref name="disposing"/>.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _system.Stop(Receiver);
    }

    /// <summary>The inbox itself keeps the time: a question that it gives up cannot take a message from a later one.</summary>
    private Task<object> Query(Predicate<object>? predicate, TimeSpan timeout) =>
        Receiver.Ask<object>(new InboxActor.Query(predicate, timeout), Timeout.InfiniteTimeSpan);

    private object InTime(Task<object> answer) => answer.GetAwaiter().GetResult() switch
    {
        Status.Failure { Cause: TimeoutException late } => throw new TimeoutException($"Inbox {Receiver.Path} received a status failure response message: {late.Message}", late),
        var message => message,
    };
}
