using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>Sends each message to all of its routees.</summary>
public sealed class BroadcastPool : Pool
{
    /// <summary>As a deployment's section says: <c>nr-of-instances</c>, <c>pool-dispatcher</c>.</summary>
    /// <exception cref="ConfigurationException">The number is not positive, or the section asks for a resizer.</exception>
    public BroadcastPool(Config config)
        : base(config)
    {
    }

    /// <summary>So many routees.</summary>
    public BroadcastPool(int nrOfInstances)
        : this(nrOfInstances, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId, usePoolDispatcher: false)
    {
    }

    private BroadcastPool(int nrOfInstances, SupervisorStrategy supervisorStrategy, string routerDispatcher, bool usePoolDispatcher)
        : base(nrOfInstances, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new BroadcastRoutingLogic());

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <summary>With another strategy for its routees.</summary>
    public BroadcastPool WithSupervisorStrategy(SupervisorStrategy strategy)
        => new(NrOfInstances, strategy, RouterDispatcher, UsePoolDispatcher);

    /// <summary>With the router itself on another dispatcher.</summary>
    public BroadcastPool WithDispatcher(string dispatcher)
        => new(NrOfInstances, SupervisorStrategy, dispatcher, UsePoolDispatcher);

    /// <summary>Takes the supervision of <paramref name="routerConfig"/> where it has only the default one.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig)
        => SupervisionOf(routerConfig) is { } strategy ? WithSupervisorStrategy(strategy) : this;
}
