using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// The head of a router: supervises the routees that it created, takes out those that stop, and does what management messages ask for. It
/// stops when the last routee has stopped or been taken out.
/// </summary>
internal sealed class RouterActor(SupervisorStrategy strategy) : UntypedActor
{
    // Who has just chosen a routee that is being removed should still reach it.
    private static readonly TimeSpan BeforeStopping = TimeSpan.FromMilliseconds(100);

    private readonly RoutedActorCell _cell = (RoutedActorCell)Context;

    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void PreStart()
    {
        foreach (var routee in _cell.Router.Routees) Watch(routee);
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        // The routees stay: they are what the router is made of.
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                _cell.RemoveRoutees([Routee.FromActorRef(terminated.ActorRef)]);
                StopWithoutRoutees();
                break;
            case GetRoutees:
                Sender.Tell(new Routees(_cell.Router.Routees));
                break;
            case AddRoutee add:
                Watch(add.Routee);
                _cell.AddRoutees([add.Routee]);
                break;
            case RemoveRoutee remove:
                LetGo([remove.Routee]);
                StopWithoutRoutees();
                break;
            case AdjustPoolSize { Change: var change } when _cell.IsPool:
                Change(change); // a pool that is made empty can be filled again
                break;
            case Resize:
                _cell.Resize(Change);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Change(int by)
    {
        if (by >= 0)
        {
            var created = _cell.CreateRoutees(by);
            foreach (var routee in created) Watch(routee);
            _cell.AddRoutees(created);
            return;
        }

        var routees = _cell.Router.Routees.ToArray();
        LetGo(routees[Math.Max(0, routees.Length + by)..]);
    }

    private void LetGo(Routee[] routees)
    {
        _cell.RemoveRoutees(routees);
        foreach (var routee in routees)
        {
            if (routee is not ActorRefRoutee { Actor: var actor }) continue;
            Context.Unwatch(actor);
            if (Context.Child(actor.Path.Name).Equals(actor))
                Context.System.Scheduler.ScheduleTellOnce(BeforeStopping, actor, PoisonPill.Instance, ActorRefs.NoSender);
        }
    }

    private void StopWithoutRoutees()
    {
        if (_cell.StopsWithoutRoutees && !_cell.Router.Routees.Any()) Context.Stop(Self);
    }

    private static void Watch(Routee routee)
    {
        if (routee is ActorRefRoutee { Actor: var actor }) Context.Watch(actor);
    }
}
