using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to all of its routees, and the first of their answers to the sender.</summary>
public sealed class ScatterGatherFirstCompletedPool : Pool
{
    /// <summary>As a deployment's section says: <c>nr-of-instances</c>, <c>within</c>, <c>resizer</c>, <c>pool-dispatcher</c>.</summary>
    /// <exception cref="ConfigurationException">The number is negative.</exception>
    public ScatterGatherFirstCompletedPool(Config config)
        : base(config)
    {
        Within = config.GetTimeSpan("within");
    }

    /// <summary>So many routees, and 5 seconds for an answer.</summary>
    public ScatterGatherFirstCompletedPool(int nrOfInstances)
        : this(nrOfInstances, TimeSpan.FromSeconds(5))
    {
    }

    /// <summary>So many routees.</summary>
    public ScatterGatherFirstCompletedPool(int nrOfInstances, TimeSpan within)
        : this(nrOfInstances, null, within, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>With all parts; a resizer changes the number of routees.</summary>
    public ScatterGatherFirstCompletedPool(
        int nrOfInstances, Resizer? resizer, TimeSpan within, SupervisorStrategy supervisorStrategy, string routerDispatcher,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
        Within = within;
    }

    /// <summary>How long to wait for an answer.</summary>
    public TimeSpan Within { get; }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new ScatterGatherFirstCompletedRoutingLogic(Within));

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <summary>With another strategy for its routees.</summary>
    public ScatterGatherFirstCompletedPool WithSupervisorStrategy(SupervisorStrategy strategy) => With(strategy, Resizer, RouterDispatcher);

    /// <summary>With a resizer.</summary>
    public ScatterGatherFirstCompletedPool WithResizer(Resizer resizer) => With(SupervisorStrategy, resizer, RouterDispatcher);

    /// <summary>With the router itself on another dispatcher.</summary>
    public ScatterGatherFirstCompletedPool WithDispatcher(string dispatcher) => With(SupervisorStrategy, Resizer, dispatcher);

    /// <summary>Takes the supervision and the resizer of <paramref name="routerConfig"/> where it has only the default ones.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig)
        => CompletedBy(routerConfig, out var strategy, out var resizer) ? With(strategy, resizer, RouterDispatcher) : this;

    private ScatterGatherFirstCompletedPool With(SupervisorStrategy strategy, Resizer? resizer, string dispatcher)
        => new(NrOfInstances, resizer, Within, strategy, dispatcher, UsePoolDispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
