namespace Akka.Actor.Dsl;

/// <summary>What an actor without a class of its own is made of: handlers and hooks, each given the actor's context.</summary>
public interface IActorDsl
{
    /// <summary>Replaces <c>PostRestart</c>; <see cref="DefaultPostRestart"/> does what that does.</summary>
    Action<Exception, IActorContext>? OnPostRestart { get; set; }

    /// <summary>Replaces <c>PreRestart</c>; <see cref="DefaultPreRestart"/> does what that does.</summary>
    Action<Exception, object?, IActorContext>? OnPreRestart { get; set; }

    /// <summary>Replaces <c>PostStop</c>.</summary>
    Action<IActorContext>? OnPostStop { get; set; }

    /// <summary>Replaces <c>PreStart</c>.</summary>
    Action<IActorContext>? OnPreStart { get; set; }

    /// <summary>What is to be done about failing children; null for the default.</summary>
    SupervisorStrategy? Strategy { get; set; }

    /// <summary>Handles messages of a type.</summary>
    void Receive<T>(Action<T, IActorContext> handler);

    /// <summary>Handles messages of a type that meet a condition.</summary>
    void Receive<T>(Action<T, IActorContext> handler, Predicate<T>? shouldHandle);

    /// <summary>Handles messages of a type that meet a condition.</summary>
    void Receive<T>(Predicate<T> shouldHandle, Action<T, IActorContext> handler);

    /// <summary>Handles every message that no handler before took.</summary>
    void ReceiveAny(Action<object, IActorContext> handler);

    /// <summary>Handles messages of a type asynchronously.</summary>
    void ReceiveAsync<T>(Func<T, IActorContext, Task> handler, Predicate<T>? shouldHandle = null);

    /// <summary>Handles messages of a type that meet a condition asynchronously.</summary>
    void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, IActorContext, Task> handler);

    /// <summary>Handles every message that no handler before took, asynchronously.</summary>
    void ReceiveAnyAsync(Func<object, IActorContext, Task> handler);

    /// <summary>What <c>PreRestart</c> does by default.</summary>
    void DefaultPreRestart(Exception reason, object? message);

    /// <summary>What <c>PostRestart</c> does by default.</summary>
    void DefaultPostRestart(Exception reason);

    /// <summary>What <c>PreStart</c> does by default.</summary>
    void DefaultPreStart();

    /// <summary>What <c>PostStop</c> does by default.</summary>
    void DefaultPostStop();

    /// <summary>Handles messages with another function from now on.</summary>
    void Become(Action<object, IActorContext> handler);

    /// <summary>Handles messages with another function until <see cref="UnbecomeStacked"/>.</summary>
    void BecomeStacked(Action<object, IActorContext> handler);

    /// <summary>Back to the handlers before the last <see cref="BecomeStacked"/>.</summary>
    void UnbecomeStacked();

    /// <summary>Makes a child of the same kind.</summary>
    IActorRef ActorOf(Action<IActorDsl> config, string? name = null);
}
