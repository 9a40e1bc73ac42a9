using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to the routee that its key belongs to.</summary>
public sealed class ConsistentHashingPool : Pool
{
    private readonly ConsistentHashMapping? _hashMapping;

    /// <summary>As a deployment's section says: <c>nr-of-instances</c>, <c>virtual-nodes-factor</c>, <c>resizer</c>, <c>pool-dispatcher</c>.</summary>
    /// <exception cref="ConfigurationException">The number is negative.</exception>
    public ConsistentHashingPool(Config config)
        : base(config)
    {
        VirtualNodesFactor = config.GetInt("virtual-nodes-factor");
    }

    /// <summary>So many routees.</summary>
    public ConsistentHashingPool(int nrOfInstances)
        : this(nrOfInstances, null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>So many routees, and what gives messages their keys.</summary>
    public ConsistentHashingPool(int nrOfInstances, ConsistentHashMapping hashMapping)
        : this(nrOfInstances, null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId, hashMapping: hashMapping)
    {
    }

    /// <summary>With all parts; a resizer changes the number of routees, and with 0 virtual nodes there are as many as configured.</summary>
    public ConsistentHashingPool(
        int nrOfInstances, Resizer? resizer, SupervisorStrategy supervisorStrategy, string routerDispatcher, bool usePoolDispatcher = false,
        int virtualNodesFactor = 0, ConsistentHashMapping? hashMapping = null)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
        VirtualNodesFactor = virtualNodesFactor;
        _hashMapping = hashMapping;
    }

    /// <summary>How many places on the circle a routee has; 0 for the configured number.</summary>
    public int VirtualNodesFactor { get; }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new ConsistentHashingRoutingLogic(system, VirtualNodesFactor, _hashMapping));

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <summary>With another number of places for each routee.</summary>
    public ConsistentHashingPool WithVirtualNodesFactor(int vnodes)
        => new(NrOfInstances, Resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher, vnodes, _hashMapping);

    /// <summary>With what gives messages their keys.</summary>
    public ConsistentHashingPool WithHashMapping(ConsistentHashMapping mapping) => With(SupervisorStrategy, Resizer, RouterDispatcher, mapping);

    /// <summary>With another strategy for its routees.</summary>
    public ConsistentHashingPool WithSupervisorStrategy(SupervisorStrategy strategy) => With(strategy, Resizer, RouterDispatcher, _hashMapping);

    /// <summary>With a resizer.</summary>
    public ConsistentHashingPool WithResizer(Resizer resizer) => With(SupervisorStrategy, resizer, RouterDispatcher, _hashMapping);

    /// <summary>With the router itself on another dispatcher.</summary>
    public ConsistentHashingPool WithDispatcher(string dispatcher) => With(SupervisorStrategy, Resizer, dispatcher, _hashMapping);

    /// <summary>Takes the supervision, the resizer and the mapping of <paramref name="routerConfig"/> where it has none of its own.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig)
    {
        var mapping = _hashMapping ?? (routerConfig as ConsistentHashingPool)?._hashMapping;
        return CompletedBy(routerConfig, out var strategy, out var resizer) || mapping != _hashMapping
            ? With(strategy, resizer, RouterDispatcher, mapping)
            : this;
    }

    private ConsistentHashingPool With(SupervisorStrategy strategy, Resizer? resizer, string dispatcher, ConsistentHashMapping? mapping)
        => new(NrOfInstances, resizer, strategy, dispatcher, UsePoolDispatcher, VirtualNodesFactor, mapping);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
