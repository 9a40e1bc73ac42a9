using Akka.Actor;

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

    /// <summary>Props of a router whose routees are created from <paramref name="routeeProps"/>.</summary>
    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    /// <summary>Whether both configure the same pool.</summary>
    public bool Equals(Pool? other) => base.Equals(other) && NrOfInstances == other!.NrOfInstances && UsePoolDispatcher == other.UsePoolDispatcher;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pool);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), NrOfInstances);
}
