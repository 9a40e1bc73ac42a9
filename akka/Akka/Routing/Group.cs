using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// A router over actors that others create and supervise, named by their paths. Of a path without an actor nothing is noticed: what is sent
/// there goes to the dead letters.
/// </summary>
public abstract class Group : RouterConfig, IEquatable<Group>
{
    /// <summary>The routees' paths.</summary>
    protected readonly string[] InternalPaths;

    /// <summary>A router over the actors of <paramref name="paths"/>.</summary>
    protected Group(IEnumerable<string> paths, string routerDispatcher)
        : base(routerDispatcher)
    {
        InternalPaths = paths?.ToArray() ?? [];
    }

    /// <summary>The routees' paths in <paramref name="system"/>.</summary>
    public abstract IEnumerable<string> GetPaths(ActorSystem system);

    /// <inheritdoc/>
    public override ActorBase CreateRouterActor() => new RouterActor(Pool.DefaultSupervisorStrategy);

    /// <summary>Props of the router: there is nothing else to say, as it creates no routees.</summary>
    public Props Props() => Actor.Props.Empty.WithRouter(this);

    /// <summary>Whether both configure the same group.</summary>
    public bool Equals(Group? other)
        => ReferenceEquals(this, other)
            || (other is not null && GetType() == other.GetType() && RouterDispatcher == other.RouterDispatcher
                && InternalPaths.AsSpan().SequenceEqual(other.InternalPaths));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Group);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), RouterDispatcher, InternalPaths.Length);
}
