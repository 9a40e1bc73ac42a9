using Akka.Actor;
using Akka.Util;

namespace Akka.Routing;

/// <summary>The absence of a router: the actor takes its messages itself.</summary>
public class NoRouter : RouterConfig
{
    /// <summary>There is one instance: <see cref="Instance"/>.</summary>
    protected NoRouter()
    {
    }

    /// <summary>The only instance.</summary>
    public static NoRouter Instance { get; } = new();

    /// <summary>Not supported: there is no router.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override string RouterDispatcher => throw new NotSupportedException("NoRouter has no dispatcher");

    /// <summary>Not supported: there is no router.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Router CreateRouter(ActorSystem system) => throw new NotSupportedException("NoRouter has no router");

    /// <summary>Not supported: there is no router.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override ActorBase CreateRouterActor() => throw new NotSupportedException("NoRouter has no router actor");

    /// <summary>Anything else configures more than this does.</summary>
    public override RouterConfig WithFallback(RouterConfig routerConfig) => routerConfig;

    /// <summary>The props without a router.</summary>
    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
