using Akka.Configuration;
using Akka.Routing;
using Akka.Util;

#pragma warning disable CA1067 // Akka.NET's deployments and scopes are IEquatable, and no more.

namespace Akka.Actor;

/// <summary>How an actor is deployed: dispatcher, mailbox, router, stash. Given in code, or by its path under <c>akka.actor.deployment</c>.</summary>
public class Deploy : IEquatable<Deploy>, ISurrogated
{
    /// <summary>No dispatcher named.</summary>
    public static readonly string NoDispatcherGiven = string.Empty;

    /// <summary>No mailbox named.</summary>
    public static readonly string NoMailboxGiven = string.Empty;

    /// <summary>No bound of the stash named.</summary>
    public const int NoStashSize = -1;

    /// <summary>No scope named.</summary>
    public static readonly Scope? NoScopeGiven = null;

    /// <summary>In this process.</summary>
    public static readonly Deploy Local = new(Scope.Local);

    /// <summary>Nothing said.</summary>
    public static readonly Deploy? None = null;

    /// <summary>Nothing said, in this process.</summary>
    public Deploy() : this("", Config.Empty, NoRouter.Instance, NoScopeGiven, NoDispatcherGiven, NoMailboxGiven, NoStashSize) { }

    /// <summary>In a scope.</summary>
    public Deploy(Scope? scope) : this("", Config.Empty, NoRouter.Instance, scope, NoDispatcherGiven, NoMailboxGiven, NoStashSize) { }

    /// <summary>With a router.</summary>
    public Deploy(RouterConfig routerConfig) : this("", Config.Empty, routerConfig, NoScopeGiven, NoDispatcherGiven, NoMailboxGiven, NoStashSize) { }

    /// <summary>With a router, in a scope.</summary>
    public Deploy(RouterConfig routerConfig, Scope? scope) : this("", Config.Empty, routerConfig, scope, NoDispatcherGiven, NoMailboxGiven, NoStashSize) { }

    /// <summary>In a scope, for a path.</summary>
    public Deploy(string path, Scope? scope) : this(path, Config.Empty, NoRouter.Instance, scope, NoDispatcherGiven, NoMailboxGiven, NoStashSize) { }

    /// <summary>With all parts but the mailbox and the stash.</summary>
    public Deploy(string path, Config config, RouterConfig routerConfig, Scope? scope, string dispatcher)
        : this(path, config, routerConfig, scope, dispatcher, NoMailboxGiven, NoStashSize) { }

    /// <summary>With all parts but the stash.</summary>
    public Deploy(string path, Config config, RouterConfig routerConfig, Scope? scope, string dispatcher, string mailbox)
        : this(path, config, routerConfig, scope, dispatcher, mailbox, NoStashSize) { }

    /// <summary>With all parts.</summary>
    public Deploy(string path, Config config, RouterConfig routerConfig, Scope? scope, string dispatcher, string mailbox, int stashCapacity)
    {
        Path = path;
        Config = config;
        RouterConfig = routerConfig;
        Scope = scope;
        Dispatcher = dispatcher ?? NoDispatcherGiven;
        Mailbox = mailbox ?? NoMailboxGiven;
        StashCapacity = stashCapacity;
    }

    /// <summary>The path below <c>/user</c>, where it came from HOCON.</summary>
    public string Path { get; }

    /// <summary>The HOCON that it came from.</summary>
    public Config Config { get; }

    /// <summary>The router; <see cref="NoRouter"/> where there is none.</summary>
    public RouterConfig RouterConfig { get; }

    /// <summary>The scope; null where none is given.</summary>
    public Scope? Scope { get; }

    /// <summary>The dispatcher's id; empty where none is given.</summary>
    public string Dispatcher { get; }

    /// <summary>The mailbox's id; empty where none is given.</summary>
    public string Mailbox { get; }

    /// <summary>How many messages the stash takes; -1 where it is not said.</summary>
    public int StashCapacity { get; }

    /// <summary>This, completed by another one.</summary>
    public virtual Deploy WithFallback(Deploy other) => new(
        Path,
        ReferenceEquals(Config, other.Config) ? Config : Config.WithFallback(other.Config),
        RouterConfig.WithFallback(other.RouterConfig),
        Scope?.WithFallback(other.Scope!) ?? other.Scope,
        Dispatcher == NoDispatcherGiven ? other.Dispatcher : Dispatcher,
        Mailbox == NoMailboxGiven ? other.Mailbox : Mailbox,
        StashCapacity == NoStashSize ? other.StashCapacity : StashCapacity);

    /// <summary>In another scope.</summary>
    public virtual Deploy WithScope(Scope scope) => new(Path, Config, RouterConfig, scope, Dispatcher, Mailbox, StashCapacity);

    /// <summary>With another mailbox.</summary>
    public virtual Deploy WithMailbox(string mailbox) => new(Path, Config, RouterConfig, Scope, Dispatcher, mailbox, StashCapacity);

    /// <summary>With another dispatcher.</summary>
    public virtual Deploy WithDispatcher(string dispatcher) => new(Path, Config, RouterConfig, Scope, dispatcher, Mailbox, StashCapacity);

    /// <summary>With another router.</summary>
    public virtual Deploy WithRouterConfig(RouterConfig routerConfig) => new(Path, Config, routerConfig, Scope, Dispatcher, Mailbox, StashCapacity);

    /// <summary>With another bound of the stash.</summary>
    public virtual Deploy WithStashCapacity(int stashSize) => new(Path, Config, RouterConfig, Scope, Dispatcher, Mailbox, stashSize);

    /// <inheritdoc/>
    public bool Equals(Deploy? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Path == other.Path && Dispatcher == other.Dispatcher && Mailbox == other.Mailbox && StashCapacity == other.StashCapacity
                && Equals(RouterConfig, other.RouterConfig) && (Scope?.Equals(other.Scope) ?? other.Scope is null)));
}

/// <summary>Where actors are deployed to; in this implementation always here.</summary>
public abstract class Scope : IEquatable<Scope>
{
    /// <summary>This process.</summary>
    public static readonly LocalScope Local = LocalScope.Instance;

    /// <summary>This, completed by another one.</summary>
    public abstract Scope WithFallback(Scope other);

    /// <summary>An equal one.</summary>
    public abstract Scope Copy();

    /// <inheritdoc/>
    public virtual bool Equals(Scope? other) => other is not null && GetType() == other.GetType();
}

/// <summary>This process.</summary>
public class LocalScope : Scope
{
    private LocalScope() { }

    /// <summary>The one instance.</summary>
    public static LocalScope Instance { get; } = new();

    /// <inheritdoc/>
    public override Scope WithFallback(Scope other) => Instance;

    /// <inheritdoc/>
    public override Scope Copy() => Instance;
}
