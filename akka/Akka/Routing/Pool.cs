using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>A router that creates its routees, as children of its own, and supervises them.</summary>
public abstract class Pool : RouterConfig, IEquatable<Pool>
{
    /// <summary>So many routees at first; a resizer, where there is one, changes that.</summary>
    protected Pool(int nrOfInstances, Resizer? resizer, SupervisorStrategy supervisorStrategy, string routerDispatcher, bool usePoolDispatcher)
        : base(routerDispatcher)
    {
        NrOfInstances = nrOfInstances;
        Resizer = resizer;
        SupervisorStrategy = supervisorStrategy ?? DefaultSupervisorStrategy;
        UsePoolDispatcher = usePoolDispatcher;
    }

    private protected Pool(Config config)
        : this(
            config.GetInt("nr-of-instances"), Resizer.FromConfig(config), DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId,
            config.HasPath("pool-dispatcher"))
    {
        if (NrOfInstances < 0)
            throw new ConfigurationException($"nr-of-instances of a pool must be at least 0, not {NrOfInstances}");
    }

    /// <summary>That of any other actor: restarts the routee that failed, and leaves the others alone.</summary>
    public static SupervisorStrategy DefaultSupervisorStrategy => SupervisorStrategy.DefaultStrategy;

    /// <summary>How many routees it starts with.</summary>
    public int NrOfInstances { get; }

    /// <summary>What changes the number of routees; null where nothing does.</summary>
    public virtual Resizer? Resizer { get; }

    /// <summary>What the router does about a routee that fails.</summary>
    public virtual SupervisorStrategy SupervisorStrategy { get; }

    /// <summary>Whether the routees run on the pool's own dispatcher (<c>pool-dispatcher</c> in the deployment's section).</summary>
    public virtual bool UsePoolDispatcher { get; }

    /// <summary>Whether the router stops once its last routee is gone: one with a resizer may get others.</summary>
    public override bool StopRouterWhenAllRouteesRemoved => Resizer is null;

    /// <summary>How many routees it starts with in <paramref name="system"/>.</summary>
    public abstract int GetNrOfInstances(ActorSystem system);

    /// <inheritdoc/>
    public override ActorBase CreateRouterActor() => new RouterActor(SupervisorStrategy);

    /// <summary>Props of a router whose routees are created from <paramref name="routeeProps"/>.</summary>
    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    /// <summary>What holds together with a fallback; false when it adds nothing.</summary>
    private protected bool CompletedBy(RouterConfig fallback, out SupervisorStrategy strategy, out Resizer? resizer)
    {
        (strategy, resizer) = (SupervisorStrategy, Resizer);
        if (fallback is not Pool pool) return false;
        if (ReferenceEquals(strategy, DefaultSupervisorStrategy)) strategy = pool.SupervisorStrategy;
        resizer ??= pool.Resizer;
        return !ReferenceEquals(strategy, SupervisorStrategy) || !ReferenceEquals(resizer, Resizer);
    }

    /// <summary>Whether both configure the same pool.</summary>
    public bool Equals(Pool? other)
        => ReferenceEquals(this, other)
            || (other is not null && GetType() == other.GetType() && RouterDispatcher == other.RouterDispatcher
                && NrOfInstances == other.NrOfInstances && UsePoolDispatcher == other.UsePoolDispatcher
                && Equals(Resizer, other.Resizer) && Equals(SupervisorStrategy, other.SupervisorStrategy));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pool);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), RouterDispatcher, NrOfInstances);
}
