using Akka.Actor;

namespace Akka.Routing;

/// <summary>Says which part of a message its routee is chosen by; null for none.</summary>
public delegate object? ConsistentHashMapping(object msg);

/// <summary>A message that knows what its routee is chosen by.</summary>
public interface IConsistentHashable
{
    /// <summary>Messages of equal keys go to the same routee.</summary>
    object ConsistentHashKey { get; }
}

/// <summary>A message wrapped with what its routee is chosen by; the routee gets what is inside.</summary>
public sealed class ConsistentHashableEnvelope : RouterEnvelope, IConsistentHashable, IWrappedMessage
{
    /// <summary>Wraps <paramref name="message"/>.</summary>
    public ConsistentHashableEnvelope(object message, object hashKey)
        : base(message)
    {
        HashKey = hashKey;
    }

    /// <summary>What the routee is chosen by.</summary>
    public object HashKey { get; }

    /// <inheritdoc/>
    public object ConsistentHashKey => HashKey;
}
