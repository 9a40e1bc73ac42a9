using Akka.Actor;

namespace Akka.Routing;

/// <summary>One routee after the other.</summary>
public sealed class RoundRobinRoutingLogic : RoutingLogic
{
    private int _next;

    /// <summary>Begins with the first routee.</summary>
    public RoundRobinRoutingLogic()
        : this(-1)
    {
    }

    /// <summary>Begins with the routee after <paramref name="next"/>.</summary>
    public RoundRobinRoutingLogic(int next)
    {
        _next = next;
    }

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
        => routees.Length == 0 ? Routee.NoRoutee : routees[(uint)Interlocked.Increment(ref _next) % (uint)routees.Length];
}

/// <summary>Any routee.</summary>
public sealed class RandomLogic : RoutingLogic
{
    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
        => routees.Length == 0 ? Routee.NoRoutee : routees[Random.Shared.Next(routees.Length)];
}

/// <summary>All routees.</summary>
public sealed class BroadcastRoutingLogic : RoutingLogic
{
    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
        => routees.Length == 0 ? Routee.NoRoutee : new SeveralRoutees(routees);
}

/// <summary>
/// The routee with the fewest messages, the one that it processes included; where several have as few, they take turns. Routees that
/// are suspended come late, those whose mailbox cannot be seen last.
/// </summary>
public sealed class SmallestMailboxRoutingLogic : RoutingLogic
{
    private int _next;

    /// <summary>Begins to look at the first routee.</summary>
    public SmallestMailboxRoutingLogic()
        : this(-1)
    {
    }

    /// <summary>Begins to look at the routee after <paramref name="next"/>.</summary>
    public SmallestMailboxRoutingLogic(int next)
    {
        _next = next;
    }

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
    {
        if (routees.Length == 0)
            return Routee.NoRoutee;
        var start = (uint)Interlocked.Increment(ref _next) % (uint)routees.Length;
        var best = routees[start];
        var least = int.MaxValue;
        for (var i = 0; i < routees.Length && least > 0; i++)
        {
            var routee = routees[(start + i) % routees.Length];
            var waiting = Waiting(routee);
            if (waiting >= least)
                continue;
            best = routee;
            least = waiting;
        }
        return best;
    }

    private static int Waiting(Routee routee)
    {
        if (routee is not ActorRefRoutee { Actor: LocalActorRef { Cell: var cell } } || cell.IsTerminated)
            return int.MaxValue;
        return cell.Mailbox.IsSuspended ? int.MaxValue - 1 : cell.NumberOfMessages + (cell.CurrentMessage is null ? 0 : 1);
    }
}
