using System.Linq.Expressions;
using Akka.Actor;
using Akka.Actor.Dsl;
using Akka.Util;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Starts a top-level actor of the system under test.</summary>
    public IActorRef ActorOf(Props props) => _system.ActorOf(props);

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf(Props props, string? name) => _system.ActorOf(props, name);

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => _system.ActorOf(Props.Create<TActor>());

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf<TActor>(string name)
        where TActor : ActorBase, new() => _system.ActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => _system.ActorOf(Props.Create(factory));

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string name)
        where TActor : ActorBase => _system.ActorOf(Props.Create(factory), name);

    /// <summary>Creates an actor, in the system under test, that a function puts together.</summary>
    public IActorRef ActorOf(Action<IActorDsl> configure, string? name = null) => _system.ActorOf(configure, name);

    /// <summary>Creates an actor, in the system under test, that a function puts together, given the actor's context.</summary>
    public IActorRef ActorOf(Action<IActorDsl, IActorContext> configure, string? name = null) => _system.ActorOf(configure, name);

    /// <summary>Selects actors of the system under test by path.</summary>
    public ActorSelection ActorSelection(ActorPath actorPath) => _system.ActorSelection(actorPath);

    /// <inheritdoc cref="ActorSelection(ActorPath)"/>
    public ActorSelection ActorSelection(string actorPath) => _system.ActorSelection(actorPath);

    /// <inheritdoc cref="ActorSelection(ActorPath)"/>
    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) => _system.ActorSelection(anchorRef, actorPath);

    /// <summary>Starts a child of the test actor, supervised by the default strategy.</summary>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) => Spawn(props, null, null, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="ChildActorOf(Props, CancellationToken)"/>
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        Spawn(props, name, null, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Starts a child of the test actor with a supervisor strategy of its own.</summary>
    public IActorRef ChildActorOf(Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(props, null, supervisorStrategy, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="ChildActorOf(Props, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf(
        Props props, string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(props, name, supervisorStrategy, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="ChildActorOf(Props, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) => Spawn(props, null, null, cancellationToken);

    /// <inheritdoc cref="ChildActorOf(Props, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, string name, CancellationToken cancellationToken = default) =>
        Spawn(props, name, null, cancellationToken);

    /// <inheritdoc cref="ChildActorOf(Props, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(props, null, supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf(Props, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(props, name, supervisorStrategy, cancellationToken);

    private Task<IActorRef> Spawn(Props props, string? name, SupervisorStrategy? strategy, CancellationToken cancellationToken) =>
        AskTestActor(
            new TestActor.Spawn(
                props,
                name is null ? Option<string>.None : name,
                strategy is null ? Option<SupervisorStrategy>.None : strategy),
            cancellationToken);
}
