using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Streaming;
using Vod.Actors.Web;
using MelLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vod.Actors.Hosting;

/// <summary>The generic host with the actor system in it: <c>/user/catalog</c>, <c>/user/web</c> and <c>/user/listener</c>.</summary>
internal static class VodHost
{
    /// <summary>Beyond the time for what is being sent: to stop actors, sockets and the system.</summary>
    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(10);

    /// <summary>Builds the host; starting it binds the port.</summary>
    /// <param name="startup">All that it starts with.</param>
    public static IHost Build(Startup startup)
    {
        var (config, settings) = startup;
        var levels = new LogLevels(startup.LogLevel);
        var failure = new StartFailure();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        AddLogging(builder.Logging, levels);
        builder.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Http.ShutdownTimeout + StopMargin + StopMargin);
        builder.Services.AddSingleton(failure);
        builder.Services.AddSingleton(services => new ServerControl(startup, levels, services.GetRequiredService<IHostApplicationLifetime>()));
        builder.Services.AddAkka("vod", (akka, services) => akka
            .AddHocon(DrainTimeout(settings).WithFallback(config), HoconAddMode.Prepend)
            .ConfigureLoggers(loggers =>
            {
                loggers.LogLevel = levels.Level;
                loggers.ClearLoggers();
                loggers.AddLoggerFactory();
            })
            .WithActors((system, registry) => failure.Catch(() => StartActors(system, registry, settings, services.GetRequiredService<ServerControl>()))));
        return builder.Build();
    }

    private static void StartActors(ActorSystem system, IActorRegistry registry, VodSettings settings, ServerControl control)
    {
        DeploymentCheck.Run(system);
        var catalog = system.ActorOf(CatalogActor.Props(settings.Content), "catalog");
        registry.Register<CatalogActor>(catalog);
        var web = settings.Web.Enabled
            ? system.ActorOf(WebActor.Props(settings.Web, catalog, new ContentFileOpener(settings.Content.Directory)), "web")
            : null;
        var listener = system.ActorOf(ListenerActor.Props(settings, catalog, web: web), "listener");
        registry.Register<ListenerActor>(listener);
        control.Started(system, system.ActorOf(OperatorActor.Props(control, catalog, listener), "operator"));

        var drained = new TaskCompletionSource<Task<Drained>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "not-ready", () =>
        {
            control.IsDraining = true;
            return Task.FromResult(Akka.Done.Instance);
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "drain", () =>
        {
            drained.SetResult(listener.Ask<Drained>(Drain.Instance, settings.Http.ShutdownTimeout + StopMargin));
            return Task.FromResult(Akka.Done.Instance);
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "drained", async () =>
        {
            await await drained.Task;
            control.Drained();
            return Akka.Done.Instance;
        });
    }

    /// <summary>The phase that waits for what is being sent has to last as long as that may.</summary>
    private static Config DrainTimeout(VodSettings settings) => ConfigurationFactory.ParseString(
        $"akka.coordinated-shutdown.phases.service-requests-done.timeout = {(long)(settings.Http.ShutdownTimeout + StopMargin).TotalMilliseconds} ms");

    /// <summary>Everything goes to standard error, a line each: standard output is for what the server says when it is ready.</summary>
    private static void AddLogging(ILoggingBuilder logging, LogLevels levels)
    {
        logging.SetMinimumLevel(MelLevel.Trace).AddFilter((category, level) => levels.IsEnabled(category, level));
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = LineFormatter.FormatterName;
            console.LogToStandardErrorThreshold = MelLevel.Trace;
        });
    }
}

/// <summary>Keeps what went wrong when the actors were started.</summary>
internal sealed class StartFailure
{
    /// <summary>What was thrown, if anything.</summary>
    public Exception? Cause { get; private set; }

    /// <summary>Runs a part of the start.</summary>
    public void Catch(Action start)
    {
        try
        {
            start();
        }
        // Told by whoever starts the host; see VodServer.
        catch (Exception e)
        {
            Cause = e;
        }
    }
}
