using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Vod.Actors.Diagnostics;
using MelLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vod.Actors.Hosting;

/// <summary>The generic host with the actor system in it: <c>/user/catalog</c>, <c>/user/web</c> and <c>/user/listener</c>.</summary>
internal static class VodHost
{
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
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = GracefulStop.TotalTime(settings.Http));
        builder.Services.AddSingleton(failure);
        builder.Services.AddSingleton(_ => new VodMetrics(isOpen: false));
        builder.Services.AddSingleton(_ => new NotifySocket(Environment.GetEnvironmentVariable, Environment.ProcessId));
        builder.Services.AddSingleton(services => new ServerControl(startup, levels, services.GetRequiredService<IHostApplicationLifetime>()));
        builder.Services.AddAkka("vod", (akka, services) => akka
            .AddHocon(GracefulStop.Phases(settings.Http).WithFallback(config), HoconAddMode.Prepend)
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                loggers.AddLogger<HostLogger>();
            })
            .WithActors((system, registry) => failure.Catch(() => ServerActors.Start(
                system, registry, settings, services.GetRequiredService<ServerControl>(), services.GetRequiredService<VodMetrics>(), services.GetRequiredService<NotifySocket>()))));
        return builder.Build();
    }

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
