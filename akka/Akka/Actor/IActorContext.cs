using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Makes and finds actors.</summary>
public interface IActorRefFactory
{
    /// <summary>Makes an actor as a child of this.</summary>
    /// <exception cref="InvalidActorNameException">The name is taken or not valid.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>The actors at a path, looked up when told something.</summary>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>The actors at a path, with wildcards and <c>..</c>, looked up when told something.</summary>
    ActorSelection ActorSelection(string actorPath);
}

/// <summary>Watches actors for their end.</summary>
public interface ICanWatch
{
    /// <summary>Asks for <see cref="Terminated"/> when an actor has stopped.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>Asks for a message of one's own when an actor has stopped.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>No longer asks; nothing arrives any more, even if it was on its way.</summary>
    IActorRef Unwatch(IActorRef subject);
}

/// <summary>What an actor can see and do of the world around it. Only for use within the actor.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor.</summary>
    IActorRef Self { get; }

    /// <summary>What it was made of.</summary>
    Props Props { get; }

    /// <summary>Who sent the message at hand; the dead letters where nobody did.</summary>
    IActorRef Sender { get; }

    /// <summary>The system.</summary>
    ActorSystem System { get; }

    /// <summary>The supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>Whose threads run the actor.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>How long nothing may come before <see cref="Actor.ReceiveTimeout"/>; null when that is off.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Another behaviour from now on.</summary>
    void Become(Receive receive);

    /// <summary>Another behaviour until <see cref="UnbecomeStacked"/>.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Back to the behaviour before the last <see cref="BecomeStacked"/>.</summary>
    void UnbecomeStacked();

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    IActorRef Child(string name);

    /// <summary>The children that live.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Asks for <see cref="Actor.ReceiveTimeout"/> whenever nothing came for that long; null ends that.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops an actor, a child or oneself, after the message that it is at.</summary>
    void Stop(IActorRef child);
}

/// <summary>The context of an <see cref="UntypedActor"/>.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Another method from now on.</summary>
    void Become(UntypedReceive receive);

    /// <summary>Another method until <see cref="IActorContext.UnbecomeStacked"/>.</summary>
    void BecomeStacked(UntypedReceive receive);
}

/// <summary>Short forms of making and finding actors.</summary>
public static class ActorRefFactoryExtensions
{
    /// <summary>Makes an actor of a class with a constructor without parameters.</summary>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null) where TActor : ActorBase, new() =>
        factory.ActorOf(Props.Create<TActor>(), name);

    /// <summary>The actors at a path relative to an actor.</summary>
    public static ActorSelection ActorSelection(this IActorRefFactory factory, IActorRef anchorRef, string actorPath) =>
        ActorRefFactoryShared.ActorSelection(anchorRef, actorPath);
}
