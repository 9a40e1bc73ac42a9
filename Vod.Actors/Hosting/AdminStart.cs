using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vod.Actors.Admin;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;

namespace Vod.Actors.Hosting;

/// <summary>Starts the admin endpoint beside a running server, when there is to be one, and ends it after the server.</summary>
/// <param name="services">Of the server's host.</param>
/// <param name="settings">Of the endpoint.</param>
/// <param name="output">Gets the line with its address.</param>
internal sealed class AdminStart(IServiceProvider services, AdminSettings settings, TextWriter output) : IAsyncDisposable
{
    /// <summary>Whoever waited for the server gets his first answers before the endpoint takes processor time for its own start.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stopping = new();
    private Task<AdminEndpoint?> _endpoint = Task.FromResult<AdminEndpoint?>(null);

    /// <summary>The server listens.</summary>
    public void Begin()
    {
        if (settings.Enabled) _endpoint = StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (await _endpoint is { } endpoint) await endpoint.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task<AdminEndpoint?> StartAsync()
    {
        await Task.Delay(Courtesy, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _stopping.IsCancellationRequested ? null : Start();
    }

    /// <summary>Not inlined: to compile it loads the web framework.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private AdminEndpoint Start()
    {
        var registry = services.GetRequiredService<ActorRegistry>();
        var context = new AdminContext(
            settings, services.GetRequiredService<ServerControl>(), registry.Get<ListenerActor>(), registry.Get<CatalogActor>());
        return AdminEndpoint.Start(
            context, services.GetRequiredService<ILoggerFactory>(), services.GetRequiredService<ActorSystem>().Log, output);
    }
}
