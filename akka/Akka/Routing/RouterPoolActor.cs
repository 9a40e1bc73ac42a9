using Akka.Actor;

namespace Akka.Routing;

/// <summary>The head of a pool: supervises the routees and takes out those that stop; stops with the last of them.</summary>
internal sealed class RouterPoolActor(SupervisorStrategy strategy) : UntypedActor
{
    private readonly RoutedActorCell _cell = (RoutedActorCell)Context;

    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void PreStart()
    {
        foreach (var routee in Context.GetChildren())
            Context.Watch(routee);
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
                _cell.RemoveRoutee(terminated.ActorRef);
                if (_cell.StopsWithoutRoutees && !_cell.Router.Routees.Any())
                    Context.Stop(Self);
                break;
            case GetRoutees:
                Sender.Tell(new Routees(_cell.Router.Routees));
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
