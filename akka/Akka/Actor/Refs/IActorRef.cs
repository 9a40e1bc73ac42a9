using Akka.Dispatch.SysMsg;
using Akka.Util;

namespace Akka.Actor;

/// <summary>Something that takes messages.</summary>
public interface ICanTell
{
    /// <summary>Sends <paramref name="message"/> and returns at once.</summary>
    void Tell(object message, IActorRef? sender);
}

/// <summary>The handle of an actor: it can be sent messages from anywhere, for as long as the process lives.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, ISurrogated, IComparable
{
    /// <summary>Where the actor is in the tree of its system.</summary>
    ActorPath Path { get; }
}

/// <summary>Whether the actor is in this process; here always.</summary>
public interface IActorRefScope
{
    /// <summary>True for an actor of this process.</summary>
    bool IsLocal { get; }
}

/// <summary>An actor ref as the actor system itself uses it.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    /// <summary>The supervisor.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>Who made it.</summary>
    IActorRefProvider Provider { get; }

    /// <summary>True once the actor has stopped for good.</summary>
    bool IsTerminated { get; }

    /// <summary>The ref at a relative path below this one, <c>..</c> included; <see cref="ActorRefs.Nobody"/> where there is none.</summary>
    IActorRef GetChild(IReadOnlyList<string> name);

    /// <summary>Takes user messages again.</summary>
    void Resume(Exception? causedByFailure = null);

    /// <summary>Starts the actor, once.</summary>
    void Start();

    /// <summary>Stops the actor after the message it is at.</summary>
    void Stop();

    /// <summary>Restarts the actor.</summary>
    void Restart(Exception cause);

    /// <summary>Takes no user message until resumed or restarted.</summary>
    void Suspend();

    /// <summary>Sends a system message.</summary>
    void SendSystemMessage(ISystemMessage message, IActorRef sender);

    /// <summary>Sends a system message.</summary>
    void SendSystemMessage(ISystemMessage message);
}

/// <summary>The two refs that stand for the absence of one.</summary>
public static class ActorRefs
{
    /// <summary>The ref of no actor.</summary>
    public static readonly Nobody Nobody = Actor.Nobody.Instance;

    /// <summary>For a message without a sender: null.</summary>
    public static readonly IActorRef? NoSender = null;
}

/// <summary>Questions about a ref.</summary>
public static class ActorRefExtensions
{
    /// <summary>True for null and for <see cref="ActorRefs.Nobody"/>.</summary>
    public static bool IsNobody(this IActorRef? actorRef) => actorRef is null or Nobody;

    /// <summary>The ref, or another one where it is nobody.</summary>
    public static IActorRef GetOrElse(this IActorRef actorRef, Func<IActorRef> elseValue) =>
        actorRef.IsNobody() ? elseValue() : actorRef;
}

/// <summary>Sending without naming the sender: it is the actor whose thread this is.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends <paramref name="message"/> from the actor that runs here, or from nobody outside of actors.</summary>
    public static void Tell(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.GetCurrentSelfOrNoSender());

    /// <summary>Sends <paramref name="message"/> on, from the sender of the message that is being handled.</summary>
    public static void Forward(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.GetCurrentSenderOrNoSender());
}
