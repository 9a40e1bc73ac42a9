using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>The cell of a router: messages for the head go into its mailbox, all others straight to a routee's.</summary>
internal sealed class RoutedActorCell(
    ActorSystemImpl system, IInternalActorRef self, RouterProps props, MessageDispatcher dispatcher, IInternalActorRef supervisor)
    : ActorCell(system, self, props, dispatcher, supervisor)
{
    private readonly Pool _config = props.Config;
    private readonly Props _routees = props.Routees;
    private volatile Router _router = props.Config.CreateRouter(system);

    /// <summary>The logic and its routees at this moment. Only the head changes it, once started.</summary>
    public Router Router => _router;

    /// <summary>Whether the router is to stop, now that it has no routee left.</summary>
    public bool StopsWithoutRoutees => _config.StopRouterWhenAllRouteesRemoved;

    /// <summary>Creates the routees, then the head: whoever gets to know the router's ref finds all of them there.</summary>
    public override void Start()
    {
        var routees = new Routee[_config.GetNrOfInstances(System)];
        for (var i = 0; i < routees.Length; i++)
            routees[i] = Routee.FromActorRef(ActorOf(_routees));
        _router = _router.WithRoutees(routees);
        base.Start();
    }

    /// <inheritdoc/>
    public override void SendMessage(Envelope message)
    {
        if (_config.IsManagementMessage(message.Message))
            base.SendMessage(message);
        else
            _router.Route(message.Message, message.Sender);
    }

    /// <summary>Takes a routee that has stopped out of the router.</summary>
    public void RemoveRoutee(IActorRef routee) => _router = _router.RemoveRoutee(Routee.FromActorRef(routee));
}
