namespace Akka.Actor.Dsl;

/// <summary>Makes actors without a class of their own.</summary>
public static class ActExtensions
{
    /// <summary>Makes an actor that a function puts together.</summary>
    public static IActorRef ActorOf(this IActorRefFactory factory, Action<IActorDsl> config, string? name = null) =>
        factory.ActorOf(Props.Create(() => new Act(config)), name);

    /// <summary>Makes an actor that a function puts together, given the actor's context.</summary>
    public static IActorRef ActorOf(this IActorRefFactory factory, Action<IActorDsl, IActorContext> config, string? name = null) =>
        factory.ActorOf(Props.Create(() => new Act(config)), name);
}
