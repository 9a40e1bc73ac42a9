using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Sends each message to all of its routees.</summary>
public sealed class BroadcastGroup : Group
{
    /// <summary>As a deployment's section says: <c>routees.paths</c>.</summary>
    public BroadcastGroup(Config config)
        : this(config.GetStringList("routees.paths"))
    {
    }

    /// <summary>The actors of these paths.</summary>
    public BroadcastGroup(params string[] paths)
        : this((IEnumerable<string>)paths)
    {
    }

    /// <summary>The actors of these paths.</summary>
    public BroadcastGroup(IEnumerable<string> paths)
        : this(paths, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>The actors of these paths, with the router itself on a dispatcher.</summary>
    public BroadcastGroup(IEnumerable<string> paths, string routerDispatcher)
        : base(paths, routerDispatcher)
    {
    }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new BroadcastRoutingLogic());

    /// <inheritdoc/>
    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    /// <summary>With the router itself on another dispatcher.</summary>
    public Group WithDispatcher(string dispatcher) => new BroadcastGroup(InternalPaths, dispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new LocalSurrogate(this);
}
