using Akka.Actor;
using Akka.Dispatch;
using Akka.Util;

#pragma warning disable CS0659, CA1067 // Akka.NET's router configurations have no hash code of their own unless they are pools or groups.

namespace Akka.Routing;

/// <summary>
/// How an actor spreads its messages over others: part of a <see cref="Deploy"/>, given in code (<c>props.WithRouter(...)</c>) or by
/// <c>akka.actor.deployment./path { router = ... }</c>.
/// </summary>
public abstract class RouterConfig : IEquatable<RouterConfig>, ISurrogated
{
    /// <summary>A router that runs on the default dispatcher.</summary>
    protected RouterConfig()
        : this(Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>A router that runs on the dispatcher of this id, or on the default one where none is named.</summary>
    protected RouterConfig(string routerDispatcher)
    {
        RouterDispatcher = string.IsNullOrEmpty(routerDispatcher) ? Dispatchers.DefaultDispatcherId : routerDispatcher;
    }

    /// <summary>Id of the dispatcher that runs the router itself (its head actor; its routees have theirs by their own props).</summary>
    public virtual string RouterDispatcher { get; }

    /// <summary>Whether the router stops once its last routee is gone.</summary>
    public virtual bool StopRouterWhenAllRouteesRemoved => true;

    /// <summary>Makes the router: its logic, as yet without routees.</summary>
    public abstract Router CreateRouter(ActorSystem system);

    /// <summary>Makes the actor that heads the router: it creates, supervises and lists the routees.</summary>
    public abstract ActorBase CreateRouterActor();

    /// <summary>Whether a message is for the router's head rather than for a routee.</summary>
    public virtual bool IsManagementMessage(object message)
        => message is IAutoReceivedMessage or RouterManagementMessage;

    /// <summary>What holds when this configuration leaves something open that <paramref name="routerConfig"/> says.</summary>
    public virtual RouterConfig WithFallback(RouterConfig routerConfig) => this;

    /// <summary>What stands for this configuration outside of the process.</summary>
    public abstract ISurrogate ToSurrogate(ActorSystem system);

    /// <summary>Whether both configure the same router.</summary>
    public bool Equals(RouterConfig? other) => Equals((object?)other);

    /// <summary>Whether the other one is of the same class, on the same dispatcher.</summary>
    public override bool Equals(object? obj)
        => ReferenceEquals(this, obj)
            || (obj is RouterConfig other && GetType() == other.GetType() && (this is NoRouter || RouterDispatcher == other.RouterDispatcher));

    /// <summary>Checks that the configuration suffices to create a router at <paramref name="path"/>.</summary>
    /// <exception cref="Configuration.ConfigurationException">It does not.</exception>
    public virtual void VerifyConfig(ActorPath path)
    {
    }
}
