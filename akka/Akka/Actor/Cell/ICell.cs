using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What is behind the ref of an actor, as the refs and tests see it.</summary>
public interface ICell
{
    /// <summary>The ref.</summary>
    IActorRef Self { get; }

    /// <summary>The system.</summary>
    ActorSystem System { get; }

    /// <summary>The system.</summary>
    ActorSystemImpl SystemImpl { get; }

    /// <summary>What the actor is made of; <see cref="TerminatedProps"/> after its end.</summary>
    Props Props { get; }

    /// <summary>The supervisor.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>Whether the actor is in this process.</summary>
    bool IsLocal { get; }

    /// <summary>True once the actor has stopped for good.</summary>
    bool IsTerminated { get; }

    /// <summary>True while user messages wait.</summary>
    bool HasMessages { get; }

    /// <summary>How many user messages wait.</summary>
    int NumberOfMessages { get; }

    /// <summary>The children, those that are stopping included.</summary>
    IEnumerable<IInternalActorRef> GetChildren();

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    IInternalActorRef GetChildByName(string name);

    /// <summary>The child of that name, which may carry a uid, or <see cref="ActorRefs.Nobody"/>.</summary>
    IInternalActorRef GetSingleChild(string name);

    /// <summary>Starts the actor.</summary>
    void Start();

    /// <summary>Stops the actor after the message it is at.</summary>
    void Stop();

    /// <summary>Takes no user message until resumed.</summary>
    void Suspend();

    /// <summary>Takes user messages again.</summary>
    void Resume(Exception? causedByFailure);

    /// <summary>Makes a new instance.</summary>
    void Restart(Exception cause);

    /// <summary>Puts a message into the mailbox.</summary>
    void SendMessage(IActorRef sender, object message);

    /// <summary>Puts a system message into the mailbox.</summary>
    void SendSystemMessage(ISystemMessage message);
}
