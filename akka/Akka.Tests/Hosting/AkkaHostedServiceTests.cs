using Akka.Actor;
using Akka.Hosting;
using Akka.TestKit.TestActors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Tests.Hosting;

public class AkkaHostedServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task the_system_starts_with_the_host_and_terminates_when_it_stops()
    {
        using var host = Hosts.Create(_ => { });
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        Assert.Equal("hosted", system.Name);
        Assert.False(system.WhenTerminated.IsCompleted);

        await host.StopAsync();

        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task stopping_the_host_runs_the_tasks_of_the_coordinated_shutdown_first()
    {
        var steps = new List<string>();
        using var host = Hosts.Create(builder => builder.AddStartup((system, _) =>
            CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceUnbind, "unbind", () =>
            {
                steps.Add(system.WhenTerminated.IsCompleted ? "too late" : "unbind");
                return Task.FromResult(Done.Instance);
            })));
        await host.StartAsync();
        await host.StopAsync();
        Assert.Equal(["unbind"], steps);
    }

    [Fact]
    public async Task a_system_that_terminates_by_itself_stops_the_application()
    {
        using var host = Hosts.Create(_ => { });
        await host.StartAsync();
        var stopping = StoppingOf(host);

        await host.Services.GetRequiredService<ActorSystem>().Terminate();

        await stopping.WaitAsync(Patience);
        await host.StopAsync();
    }

    [Fact]
    public async Task actors_are_started_in_order_and_before_the_startup_tasks()
    {
        var steps = new List<string>();
        using var host = Hosts.Create(builder => builder
            .AddStartup((_, _) => steps.Add("task 1"))
            .WithActors((_, _) => steps.Add("actors 1"))
            .AddStartup(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("task 2");
            })
            .WithActors(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("actors 2");
            })
            .StartActors((_, _) => steps.Add("actors 3")));
        await host.StartAsync();
        Assert.Equal(["actors 1", "actors 2", "actors 3", "task 1", "task 2"], steps);
        await host.StopAsync();
    }

    [Fact]
    public async Task a_system_that_cannot_start_stops_the_application()
    {
        using var host = Hosts.Create(builder => builder.WithActors((_, _) => throw new InvalidOperationException("no such luck")));
        var stopping = StoppingOf(host);
        await host.StartAsync().ContinueWith(static _ => { }, TaskScheduler.Default);
        await stopping.WaitAsync(Patience);
        await host.StopAsync();
        Assert.True(host.Services.GetRequiredService<ActorSystem>().WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task actors_and_services_are_resolved_from_the_same_container()
    {
        using var host = Hosts.Create((builder, services) => builder.WithActors((system, registry) =>
        {
            Assert.Same(system, services.GetRequiredService<ActorSystem>());
            registry.Register<BlackHoleActor>(system.ActorOf(BlackHoleActor.Props, "hole"));
        }));
        await host.StartAsync();

        var registry = host.Services.GetRequiredService<ActorRegistry>();
        Assert.Same(registry, host.Services.GetRequiredService<IActorRegistry>());
        Assert.Same(registry, host.Services.GetRequiredService<IReadOnlyActorRegistry>());
        Assert.Same(registry, ActorRegistry.For(host.Services.GetRequiredService<ActorSystem>()));
        Assert.Equal("hole", host.Services.GetRequiredService<IRequiredActor<BlackHoleActor>>().ActorRef.Path.Name);
        await host.StopAsync();
    }

    [Fact]
    public async Task a_hosted_service_of_ones_own_runs_the_system()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAkka<LoudService>("own", (configuration, _) => configuration.ConfigureLoggers(loggers => loggers.ClearLoggers()));
        using var host = builder.Build();
        await host.StartAsync();
        Assert.True(host.Services.GetRequiredService<LoudService>().Started);
        await host.StopAsync();
    }

    [Fact]
    public async Task a_host_has_one_system_that_of_the_last_call()
    {
        var started = new List<string>();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        foreach (var name in (string[])["first", "second"])
        {
            builder.Services.AddAkka(name, configuration => configuration
                .ConfigureLoggers(loggers => loggers.ClearLoggers())
                .WithActors((system, _) => started.Add(system.Name)));
        }

        using var host = builder.Build();
        await host.StartAsync();
        Assert.Equal(["second"], started);
        await host.StopAsync();
    }

    [Fact]
    public async Task the_service_can_be_run_without_a_host()
    {
        using var host = Hosts.Create(_ => { });
        var service = host.Services.GetRequiredService<AkkaHostedService>();
        await service.StopAsync(CancellationToken.None); // nothing was started yet
        await service.StartAsync(CancellationToken.None);
        var system = host.Services.GetRequiredService<ActorSystem>();
        await service.StopAsync(CancellationToken.None);
        Assert.True(system.WhenTerminated.IsCompleted);
        var reason = CoordinatedShutdown.Get(system).ShutdownReason;
        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, reason);
    }

    private static Task StoppingOf(IHost host)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }

    public class LoudService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        Microsoft.Extensions.Logging.ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime applicationLifetime)
        : AkkaHostedService(configurationBuilder, serviceProvider, logger, applicationLifetime)
    {
        public bool Started { get; private set; }

        public override async Task StartAsync(CancellationToken cancellationToken)
        {
            await base.StartAsync(cancellationToken);
            Started = ActorSystem is not null;
        }
    }
}
