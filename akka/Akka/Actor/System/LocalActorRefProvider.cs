using System.Collections.Immutable;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>The provider of a system in one process.</summary>
public sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly EventStream _eventStream;
    private readonly TaskCompletionSource<Status> _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorSystemImpl _system = null!;
    private VirtualPathContainer _temp = null!;
    private RootGuardianActorRef _rootGuardian = null!;
    private ILoggingAdapter _log = null!;
    private long _lastTempName;

    /// <summary>A provider; <see cref="Init"/> makes it ready.</summary>
    public LocalActorRefProvider(string systemName, Settings settings, EventStream eventStream)
    {
        Settings = settings;
        _eventStream = eventStream;
        RootPath = new RootActorPath(new Address("akka", systemName));
        Deployer = new Deployer(settings);
        DeadLetters = new DeadLetterActorRef(this, RootPath / "deadLetters", eventStream);
        IgnoreRef = new IgnoreRef(this);
    }

    /// <inheritdoc/>
    public Settings Settings { get; }

    /// <inheritdoc/>
    public Deployer Deployer { get; }

    /// <inheritdoc/>
    public ActorPath RootPath { get; }

    /// <inheritdoc/>
    public Address DefaultAddress => RootPath.Address;

    /// <inheritdoc/>
    public IActorRef DeadLetters { get; }

    /// <inheritdoc/>
    public IActorRef IgnoreRef { get; }

    /// <inheritdoc/>
    public IInternalActorRef RootGuardian => _rootGuardian;

    /// <inheritdoc/>
    public LocalActorRef Guardian { get; private set; } = null!;

    /// <inheritdoc/>
    public LocalActorRef SystemGuardian { get; private set; } = null!;

    /// <inheritdoc/>
    public IInternalActorRef TempContainer => _temp;

    /// <inheritdoc/>
    public Task TerminationTask => _terminated.Task;

    /// <inheritdoc/>
    public void Init(ActorSystemImpl system)
    {
        _system = system;
        _log = new BusLogging(_eventStream, $"LocalActorRefProvider({RootPath.Address})", GetType(), Settings.LogFormatter);
        var above = new RootGuardianSupervisor((RootActorPath)RootPath, this, _terminated, _log);
        _rootGuardian = new RootGuardianActorRef(system,
            Props.Create(() => new RootGuardian()),
            system.Dispatchers.Lookup(Dispatchers.InternalDispatcherId), MailboxOf(system), above, RootPath,
            (IInternalActorRef)DeadLetters, ImmutableDictionary<string, IInternalActorRef>.Empty);
        _rootGuardian.Start();
        _temp = new VirtualPathContainer(this, RootPath / "temp", _rootGuardian);
        _rootGuardian.SetTempContainer(_temp);

        var strategy = SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create();
        Guardian = (LocalActorRef)_rootGuardian.Cell.AttachChild(
            system.GuardianProps.GetOrElse(Props.Create(() => new GuardianActor()).WithSupervisorStrategy(strategy)), true, "user");
        SystemGuardian = (LocalActorRef)_rootGuardian.Cell.AttachChild(
            Props.Create(() => new SystemGuardianActor(Guardian)).WithDispatcher(Dispatchers.InternalDispatcherId), true, "system");
        SystemGuardian.SendSystemMessage(new Dispatch.SysMsg.Watch(Guardian, SystemGuardian));
        _rootGuardian.SendSystemMessage(new Dispatch.SysMsg.Watch(SystemGuardian, _rootGuardian));
        _eventStream.StartUnsubscriber(system);
    }

    /// <summary>A guardian failed, which the strategy logs with its cause: the system is going to end.</summary>
    internal void GuardianFailed() => _log.Error("Guardian failed. Shutting down system");

    private static MailboxType MailboxOf(ActorSystemImpl system) => system.Mailboxes.Lookup(Mailboxes.DefaultMailboxId);

    /// <inheritdoc/>
    /// <exception cref="ConfigurationException">The dispatcher, the mailbox or the router cannot be; it names the path.</exception>
    public IInternalActorRef ActorOf(ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path, bool systemService, Deploy? deploy, bool lookupDeploy, bool async)
    {
        var fromConfig = lookupDeploy ? Deployer.Lookup(path) : null;
        if (deploy is not null) props = props.WithDeploy(deploy);
        if (props.RouterConfig is not NoRouter)
            return RoutedActorRef.Create(system, fromConfig is null ? props : props.WithDeploy(fromConfig), supervisor, path);

        if (fromConfig is not null) props = props.WithDeploy(WithoutRouter(fromConfig, path));
        try
        {
            var dispatcher = system.Dispatchers.Lookup(props.Dispatcher);
            var mailboxType = system.Mailboxes.GetMailboxType(props, dispatcher.Configurator.Config);
            return new LocalActorRef(system, props, dispatcher, mailboxType, supervisor, path);
        }
        catch (Exception e)
        {
            throw system.Dispatchers.HasDispatcher(props.Dispatcher)
                ? new ConfigurationException($"Configuration problem while creating [{path}] with dispatcher [{props.Dispatcher}] and mailbox [{props.Mailbox}]: {e.Message}", e)
                : new ConfigurationException($"Dispatcher [{props.Dispatcher}] not configured for path {path}", e);
        }
    }

    /// <summary>A deployment can change a router, but not make one of an actor that is none in code.</summary>
    private Deploy WithoutRouter(Deploy fromConfig, ActorPath path)
    {
        if (fromConfig.RouterConfig is NoRouter) return fromConfig;
        if (Settings.DebugRouterMisconfiguration)
            _eventStream.Publish(new Warning($"LocalActorRefProvider({RootPath.Address})", GetType(), $"Configuration says that [{path}] should be a router, but code disagrees. Remove the config or add a RouterConfig to its Props."));
        return fromConfig.WithRouterConfig(NoRouter.Instance);
    }

    /// <inheritdoc/>
    public IActorRef RootGuardianAt(Address address) => address == RootPath.Address ? _rootGuardian : DeadLetters;

    /// <inheritdoc/>
    public IActorRef ResolveActorRef(string path) =>
        ActorPath.TryParse(path, out var actorPath) ? ResolveActorRef(actorPath) : DeadLetters;

    /// <inheritdoc/>
    public IActorRef ResolveActorRef(ActorPath path)
    {
        if (path == Actor.IgnoreRef.OfAllSystems) return IgnoreRef;
        if (path.Root != RootPath) return DeadLetters;
        var found = _rootGuardian.GetChild(path.Elements);
        return found.IsNobody() || (path.Uid != ActorCell.UndefinedUid && found.Path.Uid != path.Uid)
            ? new EmptyLocalActorRef(this, path, _eventStream)
            : found;
    }

    /// <inheritdoc/>
    public ActorPath TempPath() => _temp.Path / ActorCell.RandomName(Interlocked.Increment(ref _lastTempName));

    /// <inheritdoc/>
    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) => _temp.AddChild(path.Name, actorRef);

    /// <inheritdoc/>
    public void UnregisterTempActor(ActorPath path) => _temp.RemoveChild(path.Name);

    /// <inheritdoc/>
    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs) => new(tcs, TempPath(), this);
}
