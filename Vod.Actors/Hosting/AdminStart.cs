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

    private AdminEndpoint? _endpoint;

    /// <summary>The server listens.</summary>
    public void Begin()
    {
        if (!settings.Enabled) return;
        var registry = services.GetRequiredService<ActorRegistry>();
        var context = new AdminContext(
            settings, services.GetRequiredService<ServerControl>(), registry.Get<ListenerActor>(), registry.Get<CatalogActor>());
        _endpoint = AdminEndpoint.Start(
            context, services.GetRequiredService<ILoggerFactory>(), services.GetRequiredService<ActorSystem>().Log, Task.Delay(Courtesy), output);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_endpoint is not null) await _endpoint.DisposeAsync();
    }
}
