using Akka.Actor;

namespace Akka.Routing;

/// <summary>A router that brings its routees along: <see cref="RouterConfig.CreateRouter"/> makes them.</summary>
public abstract class CustomRouterConfig : RouterConfig
{
    /// <summary>A router that runs on the default dispatcher.</summary>
    protected CustomRouterConfig()
    {
    }

    /// <summary>A router that runs on the dispatcher of this id.</summary>
    protected CustomRouterConfig(string routerDispatcher)
        : base(routerDispatcher)
    {
    }

    /// <inheritdoc/>
    public override ActorBase CreateRouterActor() => new RouterActor(Pool.DefaultSupervisorStrategy);
}
