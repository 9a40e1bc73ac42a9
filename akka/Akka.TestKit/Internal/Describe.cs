using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Words for failures.</summary>
internal static class Describe
{
    internal static string Type<T>() => Type(typeof(T));

    internal static string Type(Type type)
    {
        var name = type.FullName is { } full && !type.IsGenericType ? full : type.ToString();
        return $"[{name}]";
    }

    /// <summary>What came, of which type, and from whom.</summary>
    internal static string Received(MessageEnvelope envelope) =>
        $"[{envelope.Message}] of type {Type(envelope.Message!.GetType())} from {Sender(envelope.Sender)}";

    internal static string Sender(IActorRef? sender) => sender is null || sender.IsNobody() ? "no sender" : $"[{sender.Path}]";
}
