using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Makes actors and finds refs for a system.</summary>
public interface IActorRefProvider
{
    /// <summary>The top of the tree.</summary>
    IInternalActorRef RootGuardian { get; }

    /// <summary>The root guardian of an address: that of this system, or the dead letters.</summary>
    IActorRef RootGuardianAt(Address address);

    /// <summary>The parent of all actors of the application, <c>/user</c>.</summary>
    LocalActorRef Guardian { get; }

    /// <summary>The parent of all actors of the system itself, <c>/system</c>.</summary>
    LocalActorRef SystemGuardian { get; }

    /// <summary>Where lost messages go.</summary>
    IActorRef DeadLetters { get; }

    /// <summary>Where messages go that are not wanted.</summary>
    IActorRef IgnoreRef { get; }

    /// <summary>The path of the root.</summary>
    ActorPath RootPath { get; }

    /// <summary>The system's settings.</summary>
    Settings Settings { get; }

    /// <summary>The deployments of HOCON.</summary>
    Deployer Deployer { get; }

    /// <summary>The parent of the refs of Ask, <c>/temp</c>.</summary>
    IInternalActorRef TempContainer { get; }

    /// <summary>Done when the root guardian has stopped.</summary>
    Task TerminationTask { get; }

    /// <summary>The system's address.</summary>
    Address DefaultAddress { get; }

    /// <summary>A new path below <c>/temp</c>.</summary>
    ActorPath TempPath();

    /// <summary>Makes the guardians.</summary>
    void Init(ActorSystemImpl system);

    /// <summary>Makes an actor that is not started yet.</summary>
    IInternalActorRef ActorOf(ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path, bool systemService, Deploy? deploy, bool lookupDeploy, bool async);

    /// <summary>The ref of a path; where there is no actor, one that leads to the dead letters.</summary>
    IActorRef ResolveActorRef(string path);

    /// <summary>The ref of a path; where there is no actor, one that leads to the dead letters.</summary>
    IActorRef ResolveActorRef(ActorPath actorPath);

    /// <summary>Makes a temporary ref findable.</summary>
    void RegisterTempActor(IInternalActorRef actorRef, ActorPath path);

    /// <summary>Forgets a temporary ref.</summary>
    void UnregisterTempActor(ActorPath path);

    /// <summary>Makes the ref of an Ask.</summary>
    FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs);
}
