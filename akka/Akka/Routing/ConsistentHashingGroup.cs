using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to the routee that its key belongs to.</summary>
public sealed class ConsistentHashingGroup : Group
{
    private readonly ConsistentHashMapping? _hashMapping;

    /// <summary>As a deployment's section says: <c>routees.paths</c>, <c>virtual-nodes-factor</c>.</summary>
    public ConsistentHashingGroup(Config config)
        : this(config.GetStringList("routees.paths"), config.GetInt("virtual-nodes-factor"), null, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>The actors of these paths.</summary>
    public ConsistentHashingGroup(params string[] paths)
        : this((IEnumerable<string>)paths)
    {
    }

    /// <summary>The actors of these paths.</summary>
    public ConsistentHashingGroup(IEnumerable<string> paths)
        : this(paths, 0, null, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>The actors of these paths, and what gives messages their keys.</summary>
    public ConsistentHashingGroup(IEnumerable<string> paths, ConsistentHashMapping hashMapping)
        : this(paths, 0, hashMapping, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>With all parts; with 0 virtual nodes there are as many as configured.</summary>
    public ConsistentHashingGroup(IEnumerable<string> paths, int virtualNodesFactor, ConsistentHashMapping? hashMapping, string routerDispatcher)
        : base(paths, routerDispatcher)
    {
        VirtualNodesFactor = virtualNodesFactor;
        _hashMapping = hashMapping;
    }

    /// <summary>How many places on the circle a routee has; 0 for the configured number.</summary>
    public int VirtualNodesFactor { get; }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new ConsistentHashingRoutingLogic(system, VirtualNodesFactor, _hashMapping));

    /// <inheritdoc/>
    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    /// <summary>With another number of places for each routee.</summary>
    public ConsistentHashingGroup WithVirtualNodesFactor(int vnodes) => new(InternalPaths, vnodes, _hashMapping, RouterDispatcher);

    /// <summary>With what gives messages their keys.</summary>
    public ConsistentHashingGroup WithHashMapping(ConsistentHashMapping mapping) => new(InternalPaths, VirtualNodesFactor, mapping, RouterDispatcher);

    /// <summary>With the router itself on another dispatcher.</summary>
    public ConsistentHashingGroup WithDispatcher(string dispatcher) => new(InternalPaths, VirtualNodesFactor, _hashMapping, dispatcher);

    /// <summary>Takes the mapping of <paramref name="routerConfig"/> where it has none.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig)
        => _hashMapping is null && routerConfig is ConsistentHashingGroup { _hashMapping: { } mapping } ? WithHashMapping(mapping) : this;

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
