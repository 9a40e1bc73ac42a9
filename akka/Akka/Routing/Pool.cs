using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>A router that creates its routees, as children of its own, and supervises them.</summary>
public abstract class Pool : RouterConfig, IEquatable<Pool>
{
    private protected Pool(int nrOfInstances, SupervisorStrategy supervisorStrategy, string routerDispatcher, bool usePoolDispatcher)
        : base(routerDispatcher)
    {
        NrOfInstances = nrOfInstances;
        SupervisorStrategy = supervisorStrategy;
        UsePoolDispatcher = usePoolDispatcher;
    }

    private protected Pool(Config config)
        : this(config.GetInt("nr-of-instances"), DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId, config.HasPath("pool-dispatcher"))
    {
        if (NrOfInstances <= 0)
            throw new ConfigurationException($"nr-of-instances of a pool must be positive, not {NrOfInstances}");
        if (config.GetBoolean("resizer.enabled"))
            throw new ConfigurationException("resizer.enabled: pools of a changing size are not supported");
    }

    /// <summary>Escalates every failure, so that the parent of the router decides as if it had created the routees itself.</summary>
    public static SupervisorStrategy DefaultSupervisorStrategy { get; } = new OneForOneStrategy(_ => Directive.Escalate);

    /// <summary>How many routees it starts with.</summary>
    public int NrOfInstances { get; }

    /// <summary>What the router does about a routee that fails.</summary>
    public virtual SupervisorStrategy SupervisorStrategy { get; }

    /// <summary>Whether the routees run on the pool's own dispatcher (<c>pool-dispatcher</c> in the deployment's section).</summary>
    public virtual bool UsePoolDispatcher { get; }

    /// <summary>How many routees it starts with in <paramref name="system"/>.</summary>
    public abstract int GetNrOfInstances(ActorSystem system);

    /// <inheritdoc/>
    public override ActorBase CreateRouterActor() => new RouterPoolActor(SupervisorStrategy);

    /// <summary>Props of a router whose routees are created from <paramref name="routeeProps"/>.</summary>
    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    /// <summary>The strategy to take over from a fallback; <see langword="null"/> when this has its own, or that has none.</summary>
    private protected SupervisorStrategy? SupervisionOf(RouterConfig fallback)
        => ReferenceEquals(SupervisorStrategy, DefaultSupervisorStrategy)
            && fallback is Pool pool && !ReferenceEquals(pool.SupervisorStrategy, DefaultSupervisorStrategy)
                ? pool.SupervisorStrategy
                : null;

    /// <summary>Whether both configure the same pool.</summary>
    public bool Equals(Pool? other)
        => ReferenceEquals(this, other)
            || (other is not null && GetType() == other.GetType() && RouterDispatcher == other.RouterDispatcher
                && NrOfInstances == other.NrOfInstances && UsePoolDispatcher == other.UsePoolDispatcher
                && Equals(SupervisorStrategy, other.SupervisorStrategy));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pool);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), RouterDispatcher, NrOfInstances);
}
