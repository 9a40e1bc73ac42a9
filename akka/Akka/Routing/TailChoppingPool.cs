using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to one routee after the other until there is an answer, which the sender gets.</summary>
public sealed class TailChoppingPool : Pool
{
    /// <summary>As a deployment's section says: <c>nr-of-instances</c>, <c>within</c>, <c>tail-chopping-router.interval</c>, <c>resizer</c>, <c>pool-dispatcher</c>.</summary>
    /// <exception cref="ConfigurationException">The number is negative.</exception>
    public TailChoppingPool(Config config)
        : base(config)
    {
        Within = config.GetTimeSpan("within");
        Interval = config.GetTimeSpan("tail-chopping-router.interval", TailChopping.DefaultInterval);
    }

    /// <summary>So many routees.</summary>
    public TailChoppingPool(int nrOfInstances, TimeSpan within, TimeSpan interval)
        : this(nrOfInstances, null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId, within, interval)
    {
    }

    /// <summary>With all parts; a resizer changes the number of routees.</summary>
    public TailChoppingPool(
        int nrOfInstances, Resizer? resizer, SupervisorStrategy supervisorStrategy, string routerDispatcher, TimeSpan within, TimeSpan interval,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
        Within = within;
        Interval = interval;
    }

    /// <summary>How long to wait for an answer.</summary>
    public TimeSpan Within { get; }

    /// <summary>How long to wait before another routee is asked.</summary>
    public TimeSpan Interval { get; }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new TailChopping(system.Scheduler, Within, Interval));

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <summary>With another strategy for its routees.</summary>
    public TailChoppingPool WithSupervisorStrategy(SupervisorStrategy strategy) => With(strategy, Resizer, RouterDispatcher);

    /// <summary>With a resizer.</summary>
    public TailChoppingPool WithResizer(Resizer resizer) => With(SupervisorStrategy, resizer, RouterDispatcher);

    /// <summary>With the router itself on another dispatcher.</summary>
    public TailChoppingPool WithDispatcher(string dispatcher) => With(SupervisorStrategy, Resizer, dispatcher);

    /// <summary>Takes the supervision and the resizer of <paramref name="routerConfig"/> where it has only the default ones.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig)
        => CompletedBy(routerConfig, out var strategy, out var resizer) ? With(strategy, resizer, RouterDispatcher) : this;

    private TailChoppingPool With(SupervisorStrategy strategy, Resizer? resizer, string dispatcher)
        => new(NrOfInstances, resizer, strategy, dispatcher, Within, Interval, UsePoolDispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
