using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A router of which the deployment section of its path says everything: creation fails where it says nothing.</summary>
public class FromConfig : Pool
{
    /// <summary>A router by configuration. <see cref="Instance"/> will do.</summary>
    public FromConfig()
        : this(null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>A router by configuration, for which this holds where the deployment does not say otherwise.</summary>
    public FromConfig(Resizer? resizer, SupervisorStrategy supervisorStrategy, string routerDispatcher)
        : base(0, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher: false)
    {
    }

    /// <summary>An instance to share.</summary>
    public static FromConfig Instance { get; } = new();

    /// <summary>Not supported: the deployment's configuration takes this one's place before a router is made.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Router CreateRouter(ActorSystem system) => throw new NotSupportedException("FromConfig does not create a router");

    /// <summary>Not supported: the deployment's configuration takes this one's place before a router is made.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override ActorBase CreateRouterActor() => throw new NotSupportedException("FromConfig does not create a router actor");

    /// <summary>None: the deployment's configuration says how many.</summary>
    public override int GetNrOfInstances(ActorSystem sys) => 0;

    /// <summary>With another strategy for its routees.</summary>
    public FromConfig WithSupervisorStrategy(SupervisorStrategy strategy) => new(Resizer, strategy, RouterDispatcher);

    /// <summary>With a resizer.</summary>
    public FromConfig WithResizer(Resizer resizer) => new(resizer, SupervisorStrategy, RouterDispatcher);

    /// <summary>With the router itself on another dispatcher.</summary>
    public FromConfig WithDispatcher(string dispatcherId) => new(Resizer, SupervisorStrategy, dispatcherId);

    /// <summary>Props of a router whose routees are configured elsewhere (a group).</summary>
    public Props Props() => Actor.Props.Empty.WithRouter(this);

    /// <summary>Always fails: it is asked only where no deployment section took its place.</summary>
    /// <exception cref="ConfigurationException">Always; it names the path.</exception>
    public override void VerifyConfig(ActorPath path)
        => throw new ConfigurationException($"Configuration missing for router [{path}] in 'akka.actor.deployment' section.");

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
