using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.Hosting.Logging;
using Akka.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Collects what a hosted <see cref="ActorSystem"/> is made of: HOCON, setups, extensions, actors and start-up tasks.</summary>
public sealed class AkkaConfigurationBuilder
{
    private readonly List<ActorStarter> _actorStarters = [];
    private readonly List<StartupTask> _startupTasks = [];
    private readonly List<Type> _extensions = [];
    private readonly string _actorSystemName;

    /// <summary>Creates a builder.</summary>
    /// <param name="serviceCollection">The services that the system is registered with.</param>
    /// <param name="actorSystemName">The name of the system.</param>
    public AkkaConfigurationBuilder(IServiceCollection serviceCollection, string actorSystemName)
    {
        ArgumentNullException.ThrowIfNull(serviceCollection);
        ArgumentException.ThrowIfNullOrEmpty(actorSystemName);
        _actorSystemName = actorSystemName;
    }

    /// <summary>All HOCON added so far; none when nothing was added.</summary>
    public Option<Config> Configuration { get; private set; } = Option<Config>.None;

    /// <summary>The actor reference provider, when one was chosen.</summary>
    public Option<ProviderSelection> ActorRefProvider { get; private set; } = Option<ProviderSelection>.None;

    /// <summary>The setups that the system is created with.</summary>
    public readonly HashSet<Setup> Setups = [];

    /// <summary>Adds a step that starts actors. Steps run one after another in the order added.</summary>
    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry) =>
        {
            starter(system, registry);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="StartActors(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        _actorStarters.Add(starter);
        return this;
    }

    /// <summary>Adds a task that runs once all actors were started. Tasks run one after another in the order added.</summary>
    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        return AddStartup((system, registry) =>
        {
            startupTask(system, registry);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="AddStartup(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        _startupTasks.Add(startupTask);
        return this;
    }

    /// <summary>Loads an extension when the system starts.</summary>
    /// <typeparam name="T">The extension's id, with a constructor without parameters.</typeparam>
    public AkkaConfigurationBuilder WithExtension<T>()
        where T : IExtensionId => WithExtensions(typeof(T));

    /// <summary>Loads extensions when the system starts.</summary>
    /// <param name="extensions">The ids of the extensions, each with a constructor without parameters.</param>
    /// <exception cref="ConfigurationException">One of the types is not such an id.</exception>
    public AkkaConfigurationBuilder WithExtensions(params Type[] extensions)
    {
        foreach (var extension in extensions)
        {
            if (!typeof(IExtensionId).IsAssignableFrom(extension) || extension.IsAbstract)
            {
                throw new ConfigurationException($"[{extension}] is not an extension: a class that implements {nameof(IExtensionId)} is needed.");
            }

            if (extension.GetConstructor(Type.EmptyTypes) is null)
            {
                throw new ConfigurationException($"[{extension}] cannot be loaded by type: it has no constructor without parameters.");
            }

            if (!_extensions.Contains(extension))
            {
                _extensions.Add(extension);
            }
        }

        return this;
    }

    internal AkkaConfigurationBuilder AddHoconConfiguration(HoconConfigurator configurator, Config configToAdd)
    {
        ArgumentNullException.ThrowIfNull(configToAdd);
        Configuration = Configuration.HasValue ? configurator(Configuration.Value!, configToAdd) : configToAdd;
        return this;
    }

    internal AkkaConfigurationBuilder WithActorRefProvider(ProviderSelection providerSelection)
    {
        ActorRefProvider = providerSelection;
        return this;
    }

    internal ActorSystem CreateActorSystem(IServiceProvider services)
    {
        var bootstrap = BootstrapSetup.Create().WithConfig(ConfigurationWithExtensions());
        if (ActorRefProvider.HasValue)
        {
            bootstrap = bootstrap.WithActorRefProvider(ActorRefProvider.Value!);
        }

        if (!Setups.OfType<LoggerFactorySetup>().Any() && services.GetService<ILoggerFactory>() is { } loggerFactory)
        {
            Setups.Add(new LoggerFactorySetup(loggerFactory));
        }

        return ActorSystem.Create(_actorSystemName, ActorSystemSetup.Create([bootstrap, new HostedSetup(), .. Setups]));
    }

    internal async Task StartAsync(ActorSystem system)
    {
        var registry = ActorRegistry.For(system);
        foreach (var starter in _actorStarters)
        {
            await starter(system, registry).ConfigureAwait(false);
        }

        foreach (var task in _startupTasks)
        {
            await task(system, registry).ConfigureAwait(false);
        }
    }

    private Config ConfigurationWithExtensions()
    {
        var config = Configuration.GetOrElse(ConfigurationFactory.Empty);
        if (_extensions.Count == 0)
        {
            return config;
        }

        var names = config.HasPath("akka.extensions") ? config.GetStringList("akka.extensions") : [];
        var all = names.Union(_extensions.Select(TypeName)).Select(name => name.ToHocon());
        return ConfigurationFactory.ParseString($"akka.extensions = [{string.Join(", ", all)}]").WithFallback(config);
    }

    internal static string TypeName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
