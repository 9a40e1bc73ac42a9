using Akka.Actor;

namespace Akka.Event;

/// <summary>Unsubscribes actors that have ended from an event stream. It is told when something may have changed, and looks at the
/// stream itself for what is so now: the order in which the messages come does not matter.</summary>
internal sealed class EventStreamUnsubscriber(EventStream bus) : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Subscribed(var subscriber):
                if (bus.HasSubscriptions(subscriber)) Context.Watch(subscriber);
                return true;
            case Unsubscribed(var subscriber):
                if (!bus.HasSubscriptions(subscriber)) Context.Unwatch(subscriber);
                return true;
            case Terminated terminated:
                bus.Unsubscribe(terminated.ActorRef);
                return true;
            default:
                return false;
        }
    }

    internal sealed record Subscribed(IActorRef Subscriber);

    internal sealed record Unsubscribed(IActorRef Subscriber);
}
