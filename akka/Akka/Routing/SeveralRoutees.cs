using Akka.Actor;

namespace Akka.Routing;

/// <summary>Several routees as one: each gets the message.</summary>
public class SeveralRoutees : Routee
{
    private readonly Routee[] _routees;

    /// <summary>All of <paramref name="routees"/>.</summary>
    public SeveralRoutees(Routee[] routees)
    {
        _routees = routees;
    }

    /// <inheritdoc/>
    public override void Send(object message, IActorRef? sender)
    {
        foreach (var routee in _routees)
            routee.Send(message, sender);
    }
}
