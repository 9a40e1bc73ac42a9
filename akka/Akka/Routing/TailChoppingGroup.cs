using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to one routee after the other until there is an answer, which the sender gets.</summary>
public sealed class TailChoppingGroup : Group
{
    /// <summary>As a deployment's section says: <c>routees.paths</c>, <c>within</c>, <c>tail-chopping-router.interval</c>.</summary>
    public TailChoppingGroup(Config config)
        : this(config.GetStringList("routees.paths"), config.GetTimeSpan("within"), config.GetTimeSpan("tail-chopping-router.interval", TailChopping.DefaultInterval))
    {
    }

    /// <summary>The actors of these paths.</summary>
    public TailChoppingGroup(IEnumerable<string> routeePaths, TimeSpan within, TimeSpan interval)
        : this(routeePaths, within, interval, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>The actors of these paths, with the router itself on a dispatcher.</summary>
    public TailChoppingGroup(IEnumerable<string> routeePaths, TimeSpan within, TimeSpan interval, string routerDispatcher)
        : base(routeePaths, routerDispatcher)
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
    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    /// <summary>With the router itself on another dispatcher.</summary>
    public TailChoppingGroup WithDispatcher(string dispatcher) => new(InternalPaths, Within, Interval, dispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
