using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to the routee with the fewest messages waiting.</summary>
public sealed class SmallestMailboxPool : Pool
{
    /// <summary>As a deployment's section says: <c>nr-of-instances</c>, <c>resizer</c>, <c>pool-dispatcher</c>.</summary>
    /// <exception cref="ConfigurationException">The number is negative.</exception>
    public SmallestMailboxPool(Config config)
        : base(config)
    {
    }

    /// <summary>So many routees.</summary>
    public SmallestMailboxPool(int nrOfInstances)
        : this(nrOfInstances, null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>With all parts; a resizer changes the number of routees.</summary>
    public SmallestMailboxPool(
        int nrOfInstances, Resizer? resizer, SupervisorStrategy supervisorStrategy, string routerDispatcher, bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new SmallestMailboxRoutingLogic());

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <summary>With another strategy for its routees.</summary>
    public SmallestMailboxPool WithSupervisorStrategy(SupervisorStrategy strategy) => With(strategy, Resizer, RouterDispatcher);

    /// <summary>With a resizer.</summary>
    public SmallestMailboxPool WithResizer(Resizer resizer) => With(SupervisorStrategy, resizer, RouterDispatcher);

    /// <summary>With the router itself on another dispatcher.</summary>
    public SmallestMailboxPool WithDispatcher(string dispatcher) => With(SupervisorStrategy, Resizer, dispatcher);

    /// <summary>Takes the supervision and the resizer of <paramref name="routerConfig"/> where it has only the default ones.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig)
        => CompletedBy(routerConfig, out var strategy, out var resizer) ? With(strategy, resizer, RouterDispatcher) : this;

    private SmallestMailboxPool With(SupervisorStrategy strategy, Resizer? resizer, string dispatcher)
        => new(NrOfInstances, resizer, strategy, dispatcher, UsePoolDispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
