using Akka.Actor;

namespace Akka.Routing;

/// <summary>A logic and its routees; immutable, so that senders route without a lock while routees come and go.</summary>
public class Router
{
    private readonly Routee[] _routees;

    /// <summary>A router over <paramref name="routees"/>.</summary>
    public Router(RoutingLogic logic, params Routee[] routees)
    {
        RoutingLogic = logic;
        _routees = routees;
    }

    /// <summary>A router over actors.</summary>
    public Router(RoutingLogic logic, IActorRef routee, params IActorRef[] routees)
        : this(logic, [.. routees.Prepend(routee).Select(Routee.FromActorRef)])
    {
    }

    /// <summary>Chooses a message's routee.</summary>
    public RoutingLogic RoutingLogic { get; }

    /// <summary>Those who may get a message.</summary>
    public IEnumerable<Routee> Routees => _routees;

    /// <summary>
    /// Sends a message to the routee that the logic chooses; a <see cref="Broadcast"/> to all of them. Without a routee it goes to
    /// the dead letters of the sender's system.
    /// </summary>
    public virtual void Route(object message, IActorRef? sender)
    {
        if (message is Broadcast)
            Send(_routees.Length == 0 ? Routee.NoRoutee : new SeveralRoutees(_routees), message, sender);
        else
            Send(RoutingLogic.Select(message, _routees), message, sender);
    }

    /// <summary>This router with other routees.</summary>
    public virtual Router WithRoutees(params Routee[] routees) => new(RoutingLogic, routees);

    /// <summary>This router with one routee more.</summary>
    public virtual Router AddRoutee(Routee routee) => WithRoutees([.. _routees, routee]);

    /// <summary>This router with one actor more.</summary>
    public Router AddRoutee(IActorRef routee) => AddRoutee(new ActorRefRoutee(routee));

    /// <summary>This router with what a selection finds besides.</summary>
    public Router AddRoutee(ActorSelection routee) => AddRoutee(new ActorSelectionRoutee(routee));

    /// <summary>This router without a routee (each one that equals it).</summary>
    public virtual Router RemoveRoutee(Routee routee) => WithRoutees([.. _routees.Where(other => !other.Equals(routee))]);

    /// <summary>This router without an actor.</summary>
    public Router RemoveRoutee(IActorRef routee) => RemoveRoutee(new ActorRefRoutee(routee));

    /// <summary>This router without a selection.</summary>
    public Router RemoveRoutee(ActorSelection routee) => RemoveRoutee(new ActorSelectionRoutee(routee));

    /// <summary>Sends to a routee what is inside a router envelope, or the message itself.</summary>
    protected virtual void Send(Routee routee, object message, IActorRef? sender)
    {
        if (ReferenceEquals(routee, Routee.NoRoutee) && sender is IInternalActorRef local)
            local.Provider.DeadLetters.Tell(UnWrap(message), sender);
        else
            routee.Send(UnWrap(message), sender);
    }

    /// <summary>What is inside a router envelope, or the message itself.</summary>
    protected object UnWrap(object message) => message is RouterEnvelope envelope ? envelope.Message : message;
}
