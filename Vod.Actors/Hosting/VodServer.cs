using System.Globalization;
using System.Net;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>Runs the server from start to graceful stop, and says on standard output when it is ready.</summary>
internal static class VodServer
{
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until a signal stops it.</summary>
    /// <param name="startup">Settings.</param>
    /// <param name="output">Gets the line with the address, then the one with what was indexed.</param>
    /// <param name="showProgress">Whether output is a terminal, on which a line can be written over.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="VodConfigurationException">It cannot listen there.</exception>
    public static async Task<int> RunAsync(Startup startup, TextWriter output, bool showProgress)
    {
        output = TextWriter.Synchronized(output);
        using var host = VodHost.Build(startup);
        using var export = TelemetryExport.StartIfAsked(Environment.GetEnvironmentVariable, host.Services.GetRequiredService<VodMetrics>());
        StartSystem(host.Services);
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await host.StartAsync();
        await using var admin = new AdminStart(host.Services, startup.Settings.Admin, output);
        try
        {
            if (host.Services.GetRequiredService<StartFailure>().Cause is { } cause) throw Told(cause);
            var registry = host.Services.GetRequiredService<ActorRegistry>();
            var endPoint = await Bound(await registry.GetAsync<ListenerActor>(stopping), startup.Settings.Listen, stopping);
            await output.WriteLineAsync($"Listening on http://{Shown(startup.Settings.Listen.Host)}:{endPoint.Port}/");
            var indexed = Indexed(await registry.GetAsync<CatalogActor>(stopping), output, showProgress, stopping);
            admin.Begin();
            await output.WriteLineAsync(Sentence("Indexed", await indexed));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before it was ready.
        }
        catch (VodConfigurationException)
        {
            await host.StopAsync();
            throw;
        }
        await host.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The actor system is made on demand: here, where what is wrong with its settings can be told.</summary>
    private static void StartSystem(IServiceProvider services)
    {
        try
        {
            UnobservedFailures.LogIn(services.GetRequiredService<ActorSystem>());
        }
        catch (Exception e)
        {
            throw Told(e);
        }
    }

    private static VodConfigurationException Told(Exception e) => e as VodConfigurationException
        ?? new VodConfigurationException($"the actors could not be started: {e.GetBaseException().Message.ReplaceLineEndings(" ")}", e);

    private static async Task<IPEndPoint> Bound(IActorRef listener, ListenSettings settings, CancellationToken stopping) =>
        await listener.Ask<object>(WhenListening.Instance, Timeout.InfiniteTimeSpan, stopping) switch
        {
            Listening listening => listening.EndPoint,
            ListenFailed failed => throw new VodConfigurationException(
                $"vod.listen: cannot listen on port {settings.Port} of {(settings.Host == "*" ? "all interfaces" : settings.Host)}: {failed.Reason}; choose another with --port or --host"),
            var other => throw new InvalidOperationException($"The listener answered with {other}."),
        };

    /// <summary>Waits for the first scan; one that takes longer than a second is followed on a line that is written over.</summary>
    internal static async Task<CatalogSummary> Indexed(IActorRef catalog, TextWriter output, bool showProgress, CancellationToken stopping)
    {
        var indexed = catalog.Ask<Indexed>(SubscribeIndexed.Instance, Timeout.InfiniteTimeSpan, stopping);
        if (!showProgress) return (await indexed).Summary;
        var pause = ProgressAfter;
        var width = 0;
        while (await Task.WhenAny(indexed, Task.Delay(pause, stopping)) != indexed)
        {
            stopping.ThrowIfCancellationRequested();
            var line = Sentence("Indexing:", await catalog.Ask<CatalogSummary>(GetSummary.Instance, Timeout.InfiniteTimeSpan, stopping));
            await output.WriteAsync('\r' + line.PadRight(width));
            width = line.Length;
            pause = ProgressInterval;
        }
        if (width > 0) await output.WriteAsync('\r' + new string(' ', width) + '\r');
        return (await indexed).Summary;
    }

    /// <summary>For example "Indexed 7 files, 33.1 MB in 0.1 s".</summary>
    internal static string Sentence(string verb, CatalogSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{verb} {summary.Files:N0} {(summary.Files == 1 ? "file" : "files")}, {Size(summary.Bytes)} in {summary.Elapsed.TotalSeconds:0.0} s");

    private static string Size(long bytes)
    {
        string[] units = ["kB", "MB", "GB", "TB"];
        if (bytes < 1000) return $"{bytes} B";
        var value = bytes / 1000.0;
        var unit = 0;
        for (; value >= 999.95 && unit < units.Length - 1; unit++) value /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {units[unit]}");
    }

    /// <summary>The host part of a URL that opens on this machine.</summary>
    private static string Shown(string host) =>
        !IPAddress.TryParse(host, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? "localhost"
        : host.Contains(':') ? $"[{host}]"
        : host;
}
