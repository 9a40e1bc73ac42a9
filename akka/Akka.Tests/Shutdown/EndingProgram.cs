using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Tests.Shutdown;

/// <summary>The program that <see cref="ProcessExitTests"/> watch: it starts a system, says so, and comes to its end in one of several ways.
/// The first phase of coordinated shutdown says why it runs.</summary>
internal static class EndingProgram
{
    private static async Task Main(string[] args)
    {
        if (args is ["hosted", ..])
        {
            await RunHosted();
            return;
        }

        var system = ActorSystem.Create("ending", ConfigurationFactory.ParseString(
            "akka { loglevel = OFF, stdout-loglevel = OFF, coordinated-shutdown { " + string.Join(", ", args.Skip(1)) + " } }"));
        TellWhy(system);
        Console.WriteLine("ready");
        switch (args[0])
        {
            case "return":
                return;
            case "exit":
                Environment.Exit(3);
                return;
            case "terminate":
                await system.Terminate();
                return;
            case "run":
                _ = CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.UnknownReason.Instance);
                break;
        }

        await Task.Delay(Timeout.Infinite);
    }

    private static void TellWhy(ActorSystem system)
    {
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "tell", () =>
        {
            Console.WriteLine(shutdown.ShutdownReason!.GetType().Name);
            return Task.FromResult(Done.Instance);
        });
    }

    private static async Task RunHosted()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAkka("ending", akka => akka.AddHocon("akka { loglevel = OFF, stdout-loglevel = OFF }", HoconAddMode.Prepend));
        using var host = builder.Build();
        await host.StartAsync();
        TellWhy(host.Services.GetRequiredService<ActorSystem>());
        Console.WriteLine("ready");
        await host.WaitForShutdownAsync();
        Console.WriteLine("host stopped");
    }
}
