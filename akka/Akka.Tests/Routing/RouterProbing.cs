using Akka.Actor;
using Akka.Routing;

namespace Akka.Tests.Routing;

/// <summary>Answers with itself.</summary>
internal sealed class EchoSelf : ReceiveActor
{
    public EchoSelf() => ReceiveAny(_ => Sender.Tell(Self));
}

/// <summary>Creates what it gets, and answers with the ref.</summary>
internal sealed class Creator : ReceiveActor
{
    public Creator() => Receive<(Props, string)>(order => Sender.Tell(Context.ActorOf(order.Item1, order.Item2)));
}

/// <summary>Questions to routers.</summary>
internal static class RouterProbing
{
    public static async Task<IActorRef[]> RouteesOf(IActorRef router)
    {
        var routees = await router.Ask<Routees>(new GetRoutees(), TimeSpan.FromSeconds(10));
        return [.. routees.Members.Cast<ActorRefRoutee>().Select(routee => routee.Actor)];
    }

    public static async Task<int> CountRoutees(IActorRef router) =>
        (await router.Ask<Routees>(new GetRoutees(), TimeSpan.FromSeconds(10))).Members.Count();
}
