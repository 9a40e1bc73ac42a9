using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Routing;

/// <summary>The cell of a router: messages for the head go into its mailbox, all others straight to a routee's.</summary>
internal sealed class RoutedActorCell(
    ActorSystemImpl system, IInternalActorRef self, RouterProps props, MessageDispatcher dispatcher, IInternalActorRef supervisor)
    : ActorCell(system, self, props, dispatcher, supervisor)
{
    private readonly Resizer? _resizer = (props.Config as Pool)?.Resizer;
    private readonly Props _routees = props.Routees;
    private volatile Router _router = props.Config.CreateRouter(system);
    private volatile Queue<Envelope>? _early = new(); // what comes before the routees are there; null from then on
    private long _messages = -1;
    private int _resizing;

    /// <summary>How the router was configured.</summary>
    public RouterConfig RouterConfig { get; } = props.Config;

    /// <summary>The logic and its routees at this moment. Only the head changes it, once started.</summary>
    public Router Router => _router;

    /// <summary>Whether the router creates its routees.</summary>
    public bool IsPool => RouterConfig is Pool;

    /// <summary>Whether the router is to stop when it has no routee left.</summary>
    public bool StopsWithoutRoutees => RouterConfig.StopRouterWhenAllRouteesRemoved;

    /// <summary>Gets the routees, then starts the head: whoever gets to know the router's ref finds all of them there.</summary>
    public override void Start()
    {
        AddRoutees(RouterConfig switch
        {
            Pool pool => CreateRoutees(pool.GetNrOfInstances(System)),
            Group group => [.. group.GetPaths(System).Select(path => new ActorSelectionRoutee(ActorSelection(path)))],
            _ => [],
        });
        if (IsTimeForResize()) ResizeBeforeStart(_resizer!.Resize(_router.Routees));
        base.Start();
        LetIn(_early!);
    }

    /// <inheritdoc/>
    public override void SendMessage(Envelope message)
    {
        if (_early is not { } early || !IsTooEarly(early, message)) Route(message);
    }

    private void Route(Envelope message)
    {
        if (RouterConfig.IsManagementMessage(message.Message))
        {
            base.SendMessage(message);
            return;
        }

        if (IsTimeForResize() && Interlocked.Exchange(ref _resizing, 1) == 0)
            base.SendMessage(new Envelope(Routing.Resize.Instance, Self));
        _router.Route(message.Message, message.Sender);
    }

    /// <summary>Creates children to be routees.</summary>
    public Routee[] CreateRoutees(int count)
    {
        var routees = new Routee[count];
        for (var i = 0; i < count; i++) routees[i] = Routee.FromActorRef(ActorOf(_routees));
        return routees;
    }

    /// <summary>Puts routees into the router.</summary>
    public void AddRoutees(Routee[] routees)
    {
        if (routees.Length > 0) _router = _router.WithRoutees([.. _router.Routees, .. routees]);
    }

    /// <summary>Takes routees out of the router.</summary>
    public void RemoveRoutees(Routee[] routees) => _router = routees.Aggregate(_router, (router, routee) => router.RemoveRoutee(routee));

    /// <summary>Has the resizer say by how much to change.</summary>
    public void Resize(Action<int> change)
    {
        try
        {
            change(_resizer!.Resize(_router.Routees));
        }
        finally
        {
            Volatile.Write(ref _resizing, 0);
        }
    }

    /// <summary>The first routees may have something to say to their router before the last one is there.</summary>
    private bool IsTooEarly(Queue<Envelope> early, Envelope message)
    {
        lock (early)
        {
            if (_early is null) return false;
            early.Enqueue(message);
            return true;
        }
    }

    /// <summary>Routes what is held back, in order. At first without the lock: a routee that waits for another sender must not wait for
    /// ever. What comes meanwhile is let in with it, or routees that never stop sending would keep the router from starting.</summary>
    private void LetIn(Queue<Envelope> early)
    {
        int first;
        lock (early) first = early.Count;
        for (; first > 0; first--)
        {
            Envelope message;
            lock (early) message = early.Dequeue();
            RouteLate(message);
        }

        lock (early)
        {
            while (early.TryDequeue(out var message)) RouteLate(message);
            _early = null;
        }
    }

    /// <summary>The sender has gone on: what fails cannot be thrown at it, and must not keep the others back.</summary>
    private void RouteLate(Envelope message)
    {
        try
        {
            Route(message);
        }
        catch (Exception e)
        {
            System.Log.Error(e, "Message [{0}] could not be routed by [{1}]: {2}", message.Message.GetType(), Self, e.Message);
        }
    }

    private void ResizeBeforeStart(int change)
    {
        AddRoutees(CreateRoutees(Math.Max(0, change)));
        if (change >= 0) return;
        var routees = _router.Routees.ToArray();
        var left = routees[Math.Max(0, routees.Length + change)..];
        RemoveRoutees(left);
        foreach (var routee in left.OfType<ActorRefRoutee>()) Stop(routee.Actor);
    }

    private bool IsTimeForResize() => _resizer is not null && _resizer.IsTimeForResize(Interlocked.Increment(ref _messages));
}
