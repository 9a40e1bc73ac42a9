using System.Linq.Expressions;
using Akka.Routing;
using Akka.Util;

namespace Akka.Actor;

/// <summary>How to make an actor: its class with the arguments of its constructor, and how to deploy it. Immutable but for the two setters.</summary>
public class Props : IEquatable<Props>, ISurrogated
{
    private static readonly object[] NoArguments = [];

    /// <summary>No props: null.</summary>
    public static readonly Props? None = null;

    private readonly IIndirectActorProducer? _producer;
    private readonly bool _hasOwnProducer; // made for these props, of a class and arguments
    private Func<object[], object?>? _construct;

    /// <summary>Props of nothing.</summary>
    protected Props() : this(Deploy.Local, typeof(EmptyActor), NoArguments) { }

    /// <summary>The same as other props.</summary>
    protected Props(Props copy)
    {
        Deploy = copy.Deploy;
        Type = copy.Type;
        Arguments = copy.Arguments;
        SupervisorStrategy = copy.SupervisorStrategy;
        _producer = copy._producer;
        _hasOwnProducer = copy._hasOwnProducer;
        _construct = copy._construct;
    }

    /// <summary>Props of a class with a constructor without parameters.</summary>
    public Props(Type type) : this(Deploy.Local, type, NoArguments) { }

    /// <summary>Props of a class and the arguments of its constructor.</summary>
    public Props(Type type, object[] args) : this(Deploy.Local, type, args) { }

    /// <summary>Props of a class, with the strategy for its children.</summary>
    public Props(Type type, SupervisorStrategy? supervisorStrategy, params object[] args) : this(Deploy.Local, type, args) =>
        SupervisorStrategy = supervisorStrategy;

    /// <summary>Props of a class, with the strategy for its children.</summary>
    public Props(Type type, SupervisorStrategy? supervisorStrategy, IEnumerable<object> args) : this(type, supervisorStrategy, args.ToArray()) { }

    /// <summary>Props of a class, with its deployment.</summary>
    public Props(Deploy deploy, Type type, IEnumerable<object> args) : this(deploy, type, args.ToArray()) { }

    /// <summary>Props of a class, with its deployment.</summary>
    /// <exception cref="ArgumentNullException">There is no class.</exception>
    /// <exception cref="ArgumentException">It is the class neither of actors nor of a producer.</exception>
    public Props(Deploy deploy, Type type, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        Deploy = deploy;
        Type = type;
        Arguments = args ?? NoArguments;
        if (typeof(ActorBase).IsAssignableFrom(type)) return;
        if (!typeof(IIndirectActorProducer).IsAssignableFrom(type))
            throw new ArgumentException($"Unknown actor producer [{type.FullName}]", nameof(type));
        _producer = (IIndirectActorProducer)Activator.CreateInstance(type, Arguments)!;
        _hasOwnProducer = true;
        Type = _producer.ActorType;
    }

    private Props(IIndirectActorProducer producer, object[] args) : this(Deploy.Local, producer.ActorType, args) => _producer = producer;

    /// <summary>Props of an actor that handles nothing.</summary>
    public static Props Empty { get; } = new();

    /// <summary>The actor's class.</summary>
    public Type Type { get; }

    /// <summary>The name of the actor's class.</summary>
    public string TypeName => Type.AssemblyQualifiedName!;

    /// <summary>The arguments of its constructor.</summary>
    public object[] Arguments { get; }

    /// <summary>Router, dispatcher, mailbox and scope.</summary>
    public Deploy Deploy { get; protected set; }

    /// <summary>Overrides what the actor's own <c>SupervisorStrategy()</c> says; null when it does not.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

    /// <summary>The id of the dispatcher, that of the default one where none is given.</summary>
    public string Dispatcher =>
        Deploy.Dispatcher == Deploy.NoDispatcherGiven ? Akka.Dispatch.Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    /// <summary>The id of the mailbox, empty where none is given.</summary>
    public string Mailbox => Deploy.Mailbox;

    /// <summary>The router in front of the actors; <see cref="NoRouter"/> where there is none.</summary>
    public RouterConfig RouterConfig => Deploy.RouterConfig;

    /// <summary>Props from a <c>new</c> expression; its arguments are evaluated now, once.</summary>
    /// <exception cref="ArgumentException">The expression is not <c>() => new TActor(...)</c>.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null) where TActor : ActorBase
    {
        if (factory.Body is not NewExpression created)
            throw new ArgumentException("The create function must be a 'new T (args)' expression");
        var args = new object[created.Arguments.Count];
        for (var i = 0; i < args.Length; i++) args[i] = Construction.ValueOf(created.Arguments[i])!;
        return new Props(created.Type, supervisorStrategy, args);
    }

    /// <summary>Props of a class and the arguments of its constructor.</summary>
    public static Props Create<TActor>(params object[] args) where TActor : ActorBase => new(typeof(TActor), args);

    /// <summary>Props of a class with the strategy for its children.</summary>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy) where TActor : ActorBase, new() =>
        new(typeof(TActor), supervisorStrategy);

    /// <summary>Props of a class and the arguments of its constructor.</summary>
    /// <exception cref="ArgumentNullException">There is no class.</exception>
    public static Props Create(Type type, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new Props(type, args);
    }

    /// <summary>Props whose actors a producer makes.</summary>
    public static Props CreateBy<TProducer>(params object[] args) where TProducer : class, IIndirectActorProducer =>
        new(typeof(TProducer), args);

    /// <summary>Props whose actors a producer makes.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object[] args) => new(producer, args);

    /// <summary>With another mailbox, by its HOCON id.</summary>
    public Props WithMailbox(string mailbox) => WithDeploy0(Deploy.WithMailbox(mailbox));

    /// <summary>With another dispatcher, by its HOCON id.</summary>
    public Props WithDispatcher(string dispatcher) => WithDeploy0(Deploy.WithDispatcher(dispatcher));

    /// <summary>With a router in front.</summary>
    public Props WithRouter(RouterConfig routerConfig) => WithDeploy0(Deploy.WithRouterConfig(routerConfig));

    /// <summary>With a bound on the stash.</summary>
    public Props WithStashCapacity(int stashCapacity) => WithDeploy0(Deploy.WithStashCapacity(stashCapacity));

    /// <summary>With another deployment; what that leaves open stays as it is here.</summary>
    public Props WithDeploy(Deploy deploy) => WithDeploy0(deploy.WithFallback(Deploy));

    /// <summary>With another strategy for the children.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy)
    {
        var copy = Copy();
        copy.SupervisorStrategy = supervisorStrategy;
        return copy;
    }

    private Props WithDeploy0(Deploy deploy)
    {
        var copy = Copy();
        copy.Deploy = deploy;
        return copy;
    }

    /// <summary>A copy to change.</summary>
    protected virtual Props Copy() => new(this);

    /// <summary>Makes an actor.</summary>
    /// <exception cref="TypeLoadException">There is no constructor for the arguments, or it, or the producer, threw.</exception>
    public virtual ActorBase NewActor()
    {
        try
        {
            if (_producer is not null) return _producer.Produce();
            _construct ??= Construction.Of(Type, Arguments);
            return (ActorBase)_construct(Arguments)!;
        }
        catch (Exception e)
        {
            throw new TypeLoadException($"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({string.Join(",", Arguments)})", e);
        }
    }

    internal void Release(ActorBase actor) => _producer?.Release(actor);

    /// <inheritdoc/>
    public bool Equals(Props? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Deploy.Equals(other.Deploy) && Type == other.Type && Equals(SupervisorStrategy, other.SupervisorStrategy)
                && GetType() == other.GetType() && HasSameProducer(other) && Arguments.SequenceEqual(other.Arguments)));

    private bool HasSameProducer(Props other) =>
        ReferenceEquals(_producer, other._producer) || (_hasOwnProducer && other._hasOwnProducer && _producer!.GetType() == other._producer!.GetType());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Deploy.Dispatcher, Deploy.Mailbox, Arguments.Length);

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
