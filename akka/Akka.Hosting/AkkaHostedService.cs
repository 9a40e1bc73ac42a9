using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>
/// Starts the <see cref="Actor.ActorSystem"/> and its actors with the host, and runs <see cref="Actor.CoordinatedShutdown"/> when the host
/// stops. A system that terminates by itself, or that cannot start, stops the host.
/// </summary>
public class AkkaHostedService : IHostedService
{
    /// <summary>The system; null until it is started.</summary>
    protected ActorSystem? ActorSystem;

    /// <summary>The shutdown of the system; null until it is started.</summary>
    protected CoordinatedShutdown? CoordinatedShutdown;

    /// <summary>The host's services.</summary>
    protected readonly IServiceProvider ServiceProvider;

    /// <summary>What the system is made of.</summary>
    protected readonly AkkaConfigurationBuilder ConfigurationBuilder;

    /// <summary>The application that the system is part of.</summary>
    protected readonly IHostApplicationLifetime HostApplicationLifetime;

    /// <summary>Where failures to start are logged.</summary>
    protected readonly ILogger<AkkaHostedService> Logger;

    /// <summary>Creates the service.</summary>
    public AkkaHostedService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime applicationLifetime)
    {
        ConfigurationBuilder = configurationBuilder;
        ServiceProvider = serviceProvider;
        Logger = logger;
        HostApplicationLifetime = applicationLifetime;
    }

    /// <summary>Creates the system, starts its actors, then runs the start-up tasks.</summary>
    public virtual async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            ActorSystem = ServiceProvider.GetRequiredService<ActorSystem>();
            CoordinatedShutdown = CoordinatedShutdown.Get(ActorSystem);
            await ConfigurationBuilder.StartAsync(ActorSystem).ConfigureAwait(false);
            _ = StopApplicationWithSystem(ActorSystem);
        }
        catch (Exception e)
        {
            Logger.LogCritical(e, "Unable to start AkkaHostedService - shutting down application");
            HostApplicationLifetime.StopApplication();
        }
    }

    /// <summary>Runs all phases of <see cref="Actor.CoordinatedShutdown"/>.</summary>
    public virtual async Task StopAsync(CancellationToken cancellationToken)
    {
        if (CoordinatedShutdown is not null)
        {
            await CoordinatedShutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StopApplicationWithSystem(ActorSystem system)
    {
        try
        {
            await system.WhenTerminated.ConfigureAwait(false);
        }
        finally
        {
            HostApplicationLifetime.StopApplication();
        }
    }
}
