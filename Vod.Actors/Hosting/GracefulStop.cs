using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>
/// The steps of <see cref="CoordinatedShutdown"/>: not ready any more, and time for load balancers to notice; no new connections; what is
/// being sent may finish; the rest is cut off.
/// </summary>
internal static class GracefulStop
{
    /// <summary>Beyond the times that the settings give: to stop actors, sockets and the system.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>For the last lines of the access log; less than its phase may take.</summary>
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(4);

    /// <summary>How long all of it may take.</summary>
    public static TimeSpan TotalTime(HttpSettings http) => http.DrainDelay + http.ShutdownTimeout + Margin + Margin;

    /// <summary>The phases have to last as long as what they wait for.</summary>
    public static Config Phases(HttpSettings http) => ConfigurationFactory.ParseString(
        $"""
        akka.coordinated-shutdown.phases.before-service-unbind.timeout = {(long)(http.DrainDelay + Margin).TotalMilliseconds} ms
        akka.coordinated-shutdown.phases.service-requests-done.timeout = {(long)(http.ShutdownTimeout + Margin).TotalMilliseconds} ms
        """);

    /// <summary>Adds the steps to the shutdown of a system.</summary>
    public static void Prepare(ActorSystem system, IActorRef listener, HttpSettings http, ServerControl control, NotifySocket manager, AccessLog? accessLog)
    {
        var log = Logging.GetLogger(system, nameof(GracefulStop));
        var drained = new TaskCompletionSource<Task<Drained>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "not-ready", async () =>
        {
            control.IsDraining = true;
            manager.Stopping();
            if (http.DrainDelay > TimeSpan.Zero)
            {
                log.NotReady(http.DrainDelay);
                await Task.Delay(http.DrainDelay);
            }

            return Akka.Done.Instance;
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "drain", () =>
        {
            drained.SetResult(listener.Ask<Drained>(Drain.Instance, http.ShutdownTimeout + Margin));
            return Task.FromResult(Akka.Done.Instance);
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "drained", async () =>
        {
            try
            {
                await await drained.Task;
            }
            finally
            {
                control.Drained();
            }

            return Akka.Done.Instance;
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "access-log", async () =>
        {
            if (accessLog is not null) await accessLog.FlushAsync(LogPatience);
            return Akka.Done.Instance;
        });
    }
}
