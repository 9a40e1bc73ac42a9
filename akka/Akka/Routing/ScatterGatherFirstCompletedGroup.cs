using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to all of its routees, and the first of their answers to the sender.</summary>
public sealed class ScatterGatherFirstCompletedGroup : Group
{
    /// <summary>As a deployment's section says: <c>routees.paths</c>, <c>within</c>.</summary>
    public ScatterGatherFirstCompletedGroup(Config config)
        : this(config.GetStringList("routees.paths"), config.GetTimeSpan("within"))
    {
    }

    /// <summary>The actors of these paths.</summary>
    public ScatterGatherFirstCompletedGroup(TimeSpan within, params string[] paths)
        : this(paths, within)
    {
    }

    /// <summary>The actors of these paths.</summary>
    public ScatterGatherFirstCompletedGroup(IEnumerable<string> paths, TimeSpan within)
        : this(paths, within, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>The actors of these paths, with the router itself on a dispatcher.</summary>
    public ScatterGatherFirstCompletedGroup(IEnumerable<string> paths, TimeSpan within, string routerDispatcher)
        : base(paths, routerDispatcher)
    {
        Within = within;
    }

    /// <summary>How long to wait for an answer.</summary>
    public TimeSpan Within { get; }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new ScatterGatherFirstCompletedRoutingLogic(Within));

    /// <inheritdoc/>
    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    /// <summary>With the router itself on another dispatcher.</summary>
    public ScatterGatherFirstCompletedGroup WithDispatcher(string dispatcher) => new(InternalPaths, Within, dispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
