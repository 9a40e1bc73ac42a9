using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Akka.Actor;
using Akka.Event;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vod.Actors.Admin.Metrics;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Web;

namespace Vod.Actors.Admin;

/// <summary>What can be asked for and done.</summary>
internal sealed class AdminRoutes
{
    /// <summary>What all paths begin with that say whether the server is well.</summary>
    public const string Health = "/health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly HashSet<string> Meters = ["Vod", "System.Runtime"];

    private readonly AdminContext _context;
    private readonly MeterCollector _collector = new(Meters);
    private long _asked;

    private AdminRoutes(AdminContext context) => _context = context;

    /// <summary>Whether a path shows nothing: whether the server is well, and the page without what it shows.</summary>
    public static bool IsOpen(PathString path) => path.StartsWithSegments(Health) || AdminAssets.IsOne(path);

    /// <summary>Adds all to an application.</summary>
    /// <param name="app">The application.</param>
    /// <param name="context">What is shown and changed.</param>
    /// <param name="stopped">When nobody asks any more.</param>
    public static void Map(IEndpointRouteBuilder app, AdminContext context, CancellationToken stopped)
    {
        var routes = new AdminRoutes(context);
        stopped.Register(routes._collector.Dispose);
        app.MapGet("/", AdminAssets.WriteAsync);
        app.MapGet("/admin.js", AdminAssets.WriteAsync);
        app.MapGet("/admin.css", AdminAssets.WriteAsync);
        app.MapGet(Health + "/live", request => WriteAsync(request, new HealthAnswer("live"), AdminJson.Default.HealthAnswer));
        app.MapGet(Health + "/ready", routes.ReadyAsync);
        app.MapGet("/metrics", routes.MetricsAsync);
        app.MapGet("/connections", routes.ConnectionsAsync);
        app.MapDelete("/connections/{id:long}", routes.KickAsync);
        app.MapGet("/catalog", request => routes.CatalogAsync(request, GetStatus.Instance, 200));
        app.MapPost("/catalog/rescan", request => routes.CatalogAsync(request, ScanNow.Instance, 202));
        app.MapPost("/drain", routes.DrainAsync);
        app.MapGet("/config", request => WriteAsync(request, "text/plain; charset=utf-8", EffectiveConfig.Render(context.Control.Config)));
        app.MapPost("/config/reload", routes.ReloadAsync);
        app.MapGet("/loglevel", routes.LogLevelAsync);
        app.MapPut("/loglevel", routes.SetLogLevelAsync);
    }

    private Task ReadyAsync(HttpContext request)
    {
        var control = _context.Control;
        var missing = control.IsDraining ? "The server is draining."
            : !control.IsListening ? "The server is not listening yet."
            : !control.IsIndexed ? "The catalog is not indexed yet."
            : null;
        return missing is null
            ? WriteAsync(request, new HealthAnswer("ready"), AdminJson.Default.HealthAnswer)
            : Problem.WriteAsync(request, 503, missing);
    }

    private Task MetricsAsync(HttpContext request) => WriteAsync(request, PrometheusText.ContentType, PrometheusText.Render(_collector.Collect()));

    /// <summary>JSON for programs, the page for browsers, which ask for HTML.</summary>
    private async Task ConnectionsAsync(HttpContext request)
    {
        request.Response.Headers.Vary = "Accept";
        if (request.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)))
        {
            await AdminAssets.WriteAsync(request);
            return;
        }
        var limit = int.MaxValue;
        if (request.Request.Query.TryGetValue("limit", out var text) && !(int.TryParse(text, out limit) && limit >= 0))
        {
            await Problem.WriteAsync(request, 400, "limit must be a whole number that is not negative.");
            return;
        }
        var list = await _context.Listener.Ask<ConnectionList>(new ListConnections(Interlocked.Increment(ref _asked)), Patience);
        var shown = list.Connections.Count <= limit ? list.Connections : list.Connections.OrderByDescending(report => report.BytesPerSecond).Take(limit);
        await WriteAsync(
            request, new ConnectionsAnswer(list.Connections.Count, [.. shown.Select(ConnectionAnswer.Of)]), AdminJson.Default.ConnectionsAnswer);
    }

    private async Task KickAsync(HttpContext request)
    {
        var id = long.Parse((string)request.Request.RouteValues["id"]!);
        var kicked = await _context.Listener.Ask<Kicked>(new KickConnection(Interlocked.Increment(ref _asked), id), Patience);
        if (kicked.Found) request.Response.StatusCode = 204;
        else await Problem.WriteAsync(request, 404, $"There is no connection {id}.");
    }

    private async Task CatalogAsync(HttpContext request, object message, int status)
    {
        var catalog = await _context.Catalog.Ask<CatalogStatus>(message, Patience);
        request.Response.StatusCode = status;
        await WriteAsync(
            request,
            new CatalogStatusAnswer(
                catalog.Summary.Files,
                catalog.Summary.Bytes,
                catalog.Summary.Complete,
                catalog.IsScanning,
                catalog.LastScan is { } at ? Words.Timestamp(at) : null,
                catalog.LastScanTook?.TotalSeconds,
                [.. catalog.Problems.Select(problem => new CatalogProblemAnswer(problem.Path, problem.Reason))]),
            AdminJson.Default.CatalogStatusAnswer);
    }

    /// <summary>Answers at once: what is being sent may take its time.</summary>
    private Task DrainAsync(HttpContext request)
    {
        _ = _context.Control.DrainAsync();
        request.Response.StatusCode = 202;
        return WriteAsync(request, new HealthAnswer("draining"), AdminJson.Default.HealthAnswer);
    }

    private async Task ReloadAsync(HttpContext request)
    {
        var outcome = await _context.Control.ReloadAsync();
        if (outcome.Error is { } error) await Problem.WriteAsync(request, 409, error);
        else await WriteAsync(request, new ReloadAnswer(outcome.Applied, outcome.NeedRestart), AdminJson.Default.ReloadAnswer);
    }

    private Task LogLevelAsync(HttpContext request) =>
        WriteAsync(request, new LogLevelAnswer(LogLevelNames.NameOf(_context.Control.LogLevel)), AdminJson.Default.LogLevelAnswer);

    /// <summary>Takes the word alone, or the JSON that GET answers with.</summary>
    private async Task SetLogLevelAsync(HttpContext request)
    {
        var body = await new StreamReader(request.Request.Body, Encoding.UTF8).ReadToEndAsync(request.RequestAborted);
        var word = request.Request.HasJsonContentType() ? JsonSerializer.Deserialize(body, AdminJson.Default.LogLevelAnswer)?.Level : body;
        if (LogLevelNames.Parse(word) is not { } level)
        {
            await Problem.WriteAsync(request, 400, $"The level must be one of {LogLevelNames.All}.");
            return;
        }
        _context.Control.LogLevel = level;
        await LogLevelAsync(request);
    }

    private static Task WriteAsync<T>(HttpContext request, T answer, JsonTypeInfo<T> type)
    {
        request.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(request.Response.Body, answer, type, request.RequestAborted);
    }

    private static Task WriteAsync(HttpContext request, string contentType, string text)
    {
        request.Response.ContentType = contentType;
        return request.Response.WriteAsync(text, request.RequestAborted);
    }
}
