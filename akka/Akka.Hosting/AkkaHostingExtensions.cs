using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Hosting;

/// <summary>Puts an <see cref="ActorSystem"/> under the control of a generic host.</summary>
public static class AkkaHostingExtensions
{
    /// <summary>Adds a system, its registry and the hosted service that starts and stops it with the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The name of the system.</param>
    /// <param name="builder">Says what the system is made of.</param>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder> builder) =>
        services.AddAkka(actorSystemName, (configuration, _) => builder(configuration));

    /// <inheritdoc cref="AddAkka(IServiceCollection, string, Action{AkkaConfigurationBuilder})"/>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder) =>
        services.AddAkka<AkkaHostedService>(actorSystemName, builder);

    /// <inheritdoc cref="AddAkka(IServiceCollection, string, Action{AkkaConfigurationBuilder})"/>
    /// <typeparam name="T">A hosted service of one's own.</typeparam>
    public static IServiceCollection AddAkka<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
        where T : AkkaHostedService
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(builder);

        var configuration = new AkkaConfigurationBuilder(services, actorSystemName);
        services.AddSingleton(provider =>
        {
            builder(configuration, provider);
            return configuration;
        });
        services.AddSingleton(provider => provider.GetRequiredService<AkkaConfigurationBuilder>().CreateActorSystem(provider));
        services.AddSingleton(provider => ActorRegistry.For(provider.GetRequiredService<ActorSystem>()));
        services.AddSingleton<IActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton<IReadOnlyActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));
        // Once: a host has one system, that of the last call.
        if (services.All(service => service.ServiceType != typeof(T)))
        {
            services.AddSingleton<T>();
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<T>());
        }

        return services;
    }

    /// <summary>Adds HOCON.</summary>
    public static AkkaConfigurationBuilder AddHocon(this AkkaConfigurationBuilder builder, Config hocon, HoconAddMode addMode) =>
        builder.AddHoconConfiguration(Configurator(addMode), hocon);

    /// <summary>Adds a section of the host's configuration, turned into HOCON.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The section, which keeps its own key, or the root; keys are paths.</param>
    /// <param name="addMode">How it relates to the HOCON added before.</param>
    /// <param name="normalizeKeys">Whether keys become lower-case with <c>_</c> as <c>-</c>, as environment variables need; quoted keys never do.</param>
    public static AkkaConfigurationBuilder AddHocon(
        this AkkaConfigurationBuilder builder, IConfiguration configuration, HoconAddMode addMode, bool normalizeKeys = true) =>
        builder.AddHocon(configuration.ToHocon(normalizeKeys), addMode);

    /// <summary>Adds a HOCON file; what it includes is looked for beside it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AkkaConfigurationBuilder AddHoconFile(this AkkaConfigurationBuilder builder, string hoconFilePath, HoconAddMode addMode) =>
        builder.AddHocon(ConfigurationFactory.ParseFile(hoconFilePath), addMode);

    /// <summary>Chooses the actor reference provider.</summary>
    public static AkkaConfigurationBuilder WithActorRefProvider(this AkkaConfigurationBuilder builder, ProviderSelection providerSelection) =>
        builder.WithActorRefProvider(providerSelection);

    /// <summary>Adds a step that starts actors. Steps run one after another in the order added.</summary>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry> actorStarter) => builder.StartActors(actorStarter);

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(this AkkaConfigurationBuilder builder, ActorStarter actorStarter) =>
        builder.StartActors(actorStarter);

    /// <summary>Adds a setup that the system is created with. Of a <see cref="BootstrapSetup"/> the HOCON wins over what was added before.</summary>
    public static AkkaConfigurationBuilder AddSetup(this AkkaConfigurationBuilder builder, Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (setup is not BootstrapSetup bootstrap)
        {
            builder.Setups.Add(setup);
            return builder;
        }

        // The builder makes the one that the system is created with.
        if (bootstrap.Config.HasValue)
        {
            builder.AddHocon(bootstrap.Config.Value!, HoconAddMode.Prepend);
        }

        return bootstrap.ActorRefProvider.HasValue ? builder.WithActorRefProvider(bootstrap.ActorRefProvider.Value!) : builder;
    }

    /// <summary>Sets how long <c>Ask</c> waits when it is given no timeout; zero or infinite means for ever.</summary>
    public static AkkaConfigurationBuilder WithActorAskTimeout(this AkkaConfigurationBuilder builder, TimeSpan timeout)
    {
        var config = ConfigurationFactory.ParseString($"akka.actor.ask-timeout = {timeout.ToHocon(allowInfinite: true, zeroIsInfinite: true)}");
        return builder.AddHocon(config, HoconAddMode.Prepend);
    }

    private static HoconConfigurator Configurator(HoconAddMode addMode) => addMode switch
    {
        HoconAddMode.Prepend => (current, added) => added.WithFallback(current),
        HoconAddMode.Append => (current, added) => current.WithFallback(added),
        HoconAddMode.Replace => (_, added) => added,
        _ => throw new ArgumentOutOfRangeException(nameof(addMode), addMode, "Not a way to add HOCON."),
    };
}
