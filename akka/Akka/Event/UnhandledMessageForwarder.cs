using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs unhandled messages as debug entries of the actor that did not handle them (<c>akka.actor.debug.unhandled</c>).</summary>
internal sealed class UnhandledMessageForwarder(LoggingBus bus) : ActorBase
{
    protected override bool Receive(object message)
    {
        if (message is not UnhandledMessage unhandled) return false;
        bus.Publish(new Debug(
            unhandled.Recipient.Path.ToString()!,
            unhandled.Recipient.GetType(),
            $"Unhandled message from {unhandled.Sender?.Path.ToString() ?? "NoSender"} : {unhandled.Message}"));
        return true;
    }
}
