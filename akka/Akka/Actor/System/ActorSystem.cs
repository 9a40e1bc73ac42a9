using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors with their threads, scheduler, events and settings. Heavy: one for an application.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{

    /// <summary>The name.</summary>
    public abstract string Name { get; }

    /// <summary>The settings.</summary>
    public abstract Settings Settings { get; }

    /// <summary>The dispatchers.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>The mailbox types.</summary>
    public abstract Mailboxes Mailboxes { get; }

    /// <summary>The events of the system, log events among them.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Where lost messages go.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>Where messages go that are not wanted.</summary>
    public abstract IActorRef IgnoreRef { get; }

    /// <summary>The scheduler.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>The system's own log.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>Done when all actors have stopped.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>When it was made, on the monotonic clock (<see cref="ITimeProvider.MonotonicClock"/>).</summary>
    public TimeSpan StartTime { get; } = MonotonicTime.Elapsed;

    /// <summary>For how long it has run.</summary>
    public TimeSpan Uptime => MonotonicTime.Elapsed - StartTime;

    /// <summary>Makes a system with default settings.</summary>
    public static ActorSystem Create(string name) => Create(name, ActorSystemSetup.Empty);

    /// <summary>Makes a system with HOCON over the defaults.</summary>
    /// <exception cref="ArgumentException">The name is not valid, or there is no configuration.</exception>
    /// <exception cref="ConfigurationException">A value is not valid.</exception>
    public static ActorSystem Create(string name, Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return Create(name, BootstrapSetup.Create().WithConfig(config));
    }

    /// <summary>Makes a system as a setup says.</summary>
    public static ActorSystem Create(string name, BootstrapSetup setup) => Create(name, ActorSystemSetup.Create(setup));

    /// <summary>Makes a system as setups say.</summary>
    public static ActorSystem Create(string name, ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        var config = bootstrap.HasValue && bootstrap.Value!.Config.HasValue ? bootstrap.Value.Config.Value! : ConfigurationFactory.Empty;
        var system = new ActorSystemImpl(name, config, setup);
        system.Start();
        return system;
    }

    /// <summary>Stops all actors and then the system, through <see cref="CoordinatedShutdown"/>.</summary>
    public abstract Task Terminate();

    /// <summary>Stops an actor after the message that it is at.</summary>
    public abstract void Stop(IActorRef actor);

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Registers a function to run when the system has ended; the last one registered runs first.</summary>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>Makes an extension, once.</summary>
    public abstract object RegisterExtension(IExtensionId extension);

    /// <summary>The extension of an id; null where there is none.</summary>
    public abstract object GetExtension(IExtensionId extensionId);

    /// <summary>The extension of a type; null where there is none.</summary>
    public abstract T GetExtension<T>() where T : class, IExtension;

    /// <summary>Whether there is an extension of a type.</summary>
    public abstract bool HasExtension(Type type);

    /// <summary>Whether there is an extension of a type.</summary>
    public abstract bool HasExtension<T>() where T : class, IExtension;

    /// <summary>The extension of a type, if there is one.</summary>
    public abstract bool TryGetExtension(Type extensionType, out object extension);

    /// <summary>The extension of a type, if there is one.</summary>
    public abstract bool TryGetExtension<T>(out T extension) where T : class, IExtension;

    /// <summary>Ends the system and waits until it has ended. Not for use by an actor, which would wait for itself.</summary>
    public void Dispose()
    {
        Terminate().Wait();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What extensions may use of a system.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    /// <summary>Makes actors and finds refs.</summary>
    public abstract IActorRefProvider Provider { get; }

    /// <summary>The top of the application's tree.</summary>
    public abstract IInternalActorRef Guardian { get; }

    /// <summary>Where relative paths start: the same.</summary>
    public abstract IInternalActorRef LookupRoot { get; }

    /// <summary>The top of the system's own tree.</summary>
    public abstract IInternalActorRef SystemGuardian { get; }

    /// <summary>Makes an actor below <c>/system</c>; it outlives those of the application.</summary>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <summary>Makes an actor below <c>/system</c>; it outlives those of the application.</summary>
    public abstract IActorRef SystemActorOf<TActor>(string? name = null) where TActor : ActorBase, new();

    /// <summary>Ends the system without coordinated shutdown.</summary>
    public abstract void Abort();

    /// <summary>The actors as text, a line each, for debugging.</summary>
    public abstract string PrintTree();
}
