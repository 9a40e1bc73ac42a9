using Akka.Actor;
using Akka.Event;

namespace Akka.Routing;

/// <summary>
/// The routee that a message's key belongs to: the same one for equal keys, as long as the routees stay, and for most keys also when one comes
/// or goes. The key is what a mapping says, or else <see cref="IConsistentHashable.ConsistentHashKey"/>; without one there is no routee.
/// </summary>
public sealed class ConsistentHashingRoutingLogic : RoutingLogic
{
    private readonly ActorSystem _system;
    private readonly int _virtualNodesFactor;
    private readonly ConsistentHashMapping? _hashMapping;
    private Ring? _ring;

    /// <summary>With as many virtual nodes as <c>akka.actor.deployment.default.virtual-nodes-factor</c> says.</summary>
    public ConsistentHashingRoutingLogic(ActorSystem system)
        : this(system, 0, null)
    {
    }

    /// <param name="system">Where a message without a key is logged.</param>
    /// <param name="virtualNodesFactor">How many places on the circle a routee has; 0 for the configured number.</param>
    /// <param name="hashMapping">What gives messages their keys; null where they have them themselves.</param>
    public ConsistentHashingRoutingLogic(ActorSystem system, int virtualNodesFactor, ConsistentHashMapping? hashMapping)
    {
        _system = system;
        _virtualNodesFactor = virtualNodesFactor > 0
            ? virtualNodesFactor
            : Math.Max(1, system.Settings.Config.GetInt("akka.actor.deployment.default.virtual-nodes-factor", 10));
        _hashMapping = hashMapping;
    }

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
    {
        if (routees.Length == 0) return Routee.NoRoutee;
        if ((_hashMapping?.Invoke(message) ?? (message as IConsistentHashable)?.ConsistentHashKey) is not { } key)
        {
            _system.Log.Warning(
                "Message [{0}] must be handled by hashMapping, or implement [{1}] or be wrapped in [{2}]",
                message.GetType().Name, nameof(IConsistentHashable), nameof(ConsistentHashableEnvelope));
            return Routee.NoRoutee;
        }

        try
        {
            return RingOf(routees).NodeFor(HashKey.BytesOf(key)).Routee;
        }
        catch (Exception e)
        {
            _system.Log.Warning("Couldn't route message with consistent hash key [{0}] due to [{1}]", key, e.Message);
            return Routee.NoRoutee;
        }
    }

    /// <summary>The circle of these routees: a router never changes an array of them.</summary>
    private ConsistentHash<Named> RingOf(Routee[] routees)
    {
        // Two senders may both make it, from the same routees: either will do.
        var ring = Volatile.Read(ref _ring);
        if (ring is null || !ReferenceEquals(ring.Routees, routees))
            Volatile.Write(ref _ring, ring = new Ring(routees, ConsistentHash.Create(routees.Select(routee => new Named(routee)), _virtualNodesFactor)));
        return ring.Hash;
    }

    /// <summary>This logic with another mapping.</summary>
    public ConsistentHashingRoutingLogic WithHashMapping(ConsistentHashMapping mapping) => new(_system, _virtualNodesFactor, mapping);

    private sealed record Ring(Routee[] Routees, ConsistentHash<Named> Hash);

    private sealed record Named(Routee Routee)
    {
        public override string ToString() => Routee switch
        {
            ActorRefRoutee { Actor: var actor } => actor.Path.ToString(),
            ActorSelectionRoutee { Selection: var selection } => selection.PathString,
            _ => Routee.ToString() ?? "",
        };
    }
}
