using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Words for failures.</summary>
internal static class Describe
{
    /// <summary>What came, of which type, and from whom.</summary>
    internal static string Received(MessageEnvelope envelope, string? hint) =>
        $"{{{envelope.Message}}} (type {envelope.Message!.GetType()}) instead {hint} from {envelope.Sender}";

    internal static string Sender(IActorRef? sender) => sender is null || sender.IsNobody() ? "no sender" : $"[{sender.Path}]";
}
