using Akka.Actor;

namespace Akka.Event;

/// <summary>Unsubscribes actors that have ended from an event stream. It is told when something may have changed, and looks at the
/// stream itself for what is so now: the order in which the messages come does not matter.</summary>
internal sealed class EventStreamUnsubscriber(EventStream bus, bool debug) : ActorBase
{
    protected override void PreStart() => Trace($"registering unsubscriber with {bus}");

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Subscribed(var subscriber) when bus.HasSubscriptions(subscriber):
                Trace($"watching {subscriber} in order to unsubscribe from EventStream when it terminates");
                Context.Watch(subscriber);
                return true;
            case Unsubscribed(var subscriber) when !bus.HasSubscriptions(subscriber):
                Trace($"unwatching {subscriber}, since has no subscriptions");
                Context.Unwatch(subscriber);
                return true;
            case Subscribed or Unsubscribed:
                return true;
            case Terminated terminated:
                Trace($"unsubscribe {terminated.ActorRef} from {bus}, because it was terminated");
                bus.Unsubscribe(terminated.ActorRef);
                return true;
            default:
                return false;
        }
    }

    private void Trace(string text)
    {
        if (debug) bus.Publish(new Debug(nameof(EventStreamUnsubscriber), GetType(), text));
    }

    internal sealed record Subscribed(IActorRef Subscriber) : IDeadLetterSuppression;

    internal sealed record Unsubscribed(IActorRef Subscriber) : IDeadLetterSuppression;
}
