using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>The bus of an actor system. An event reaches the actors that subscribed to its type, a base of it or an interface of it.</summary>
public class EventStream : LoggingBus
{
    private static int _unsubscribers;

    private readonly bool _debug;
    private volatile IActorRef? _unsubscriber;

    /// <summary><paramref name="debug"/>: logs who subscribes to what (<c>akka.actor.debug.event-stream</c>).</summary>
    public EventStream(bool debug) => _debug = debug;

    /// <summary>Subscribes to all events of the type <paramref name="channel"/>; false when it is subscribed to them already.</summary>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        if (_debug) Trace($"subscribing {subscriber} to channel {channel}");
        var changed = base.Subscribe(subscriber, channel);
        // Even when nothing changes: the actor may have ended meanwhile.
        Watch(subscriber, _unsubscriber);
        return changed;
    }

    /// <summary>Unsubscribes from all events of the type <paramref name="channel"/>; false when that changes nothing.</summary>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        if (_debug) Trace($"unsubscribing {subscriber} from channel {channel}");
        var changed = base.Unsubscribe(subscriber, channel);
        if (changed) Unwatch(subscriber);
        return changed;
    }

    /// <summary>Unsubscribes from everything; false when there was no subscription.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (_debug) Trace($"unsubscribing {subscriber} from all channels");
        var changed = base.Unsubscribe(subscriber);
        if (changed) Unwatch(subscriber);
        return changed;
    }

    /// <summary>Lets an actor of <paramref name="system"/> unsubscribe those that have ended, the ones subscribed before now included.</summary>
    public void StartUnsubscriber(ActorSystemImpl system)
    {
        var unsubscriber = system.SystemActorOf(
            Props.Create<EventStreamUnsubscriber>(this, _debug).WithDispatcher(Dispatch.Dispatchers.InternalDispatcherId),
            $"EventStreamUnsubscriber-{Interlocked.Increment(ref _unsubscribers)}");
        _unsubscriber = unsubscriber;
        foreach (var subscriber in AllSubscribers()) Watch(subscriber, unsubscriber);
    }

    // A ref without an actor behind it never ends.
    private static void Watch(IActorRef subscriber, IActorRef? unsubscriber)
    {
        if (subscriber is not MinimalActorRef) unsubscriber?.Tell(new EventStreamUnsubscriber.Subscribed(subscriber), ActorRefs.NoSender);
    }

    private void Unwatch(IActorRef subscriber)
    {
        if (subscriber is not MinimalActorRef) _unsubscriber?.Tell(new EventStreamUnsubscriber.Unsubscribed(subscriber), ActorRefs.NoSender);
    }

    private void Trace(string message) => Publish(new Debug(SimpleName(this), GetType(), message));
}

/// <summary>Subscribing by type parameter.</summary>
public static class EventStreamExtensions
{
    /// <summary>Subscribes to all events of the type <typeparamref name="TChannel"/>; false when that changes nothing.</summary>
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Subscribe(subscriber, typeof(TChannel));

    /// <summary>Unsubscribes from all events of the type <typeparamref name="TChannel"/>; false when that changes nothing.</summary>
    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Unsubscribe(subscriber, typeof(TChannel));
}
