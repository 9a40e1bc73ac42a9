using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Dispatch;

/// <summary>Messages in and out of queues, without an actor.</summary>
internal static class QueueHelpers
{
    public static Envelope Message(object message) => new(message, ActorRefs.NoSender);

    public static void Send(this IMessageQueue queue, params object[] messages)
    {
        foreach (var message in messages)
            queue.Enqueue(ActorRefs.Nobody, Message(message));
    }

    public static List<object> TakeAll(this IMessageQueue queue)
    {
        var taken = new List<object>();
        while (queue.TryDequeue(out var envelope))
            taken.Add(envelope.Message);
        return taken;
    }
}
