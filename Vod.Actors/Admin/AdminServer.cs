using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Vod.Actors.Admin;

/// <summary>
/// The web application of the endpoint, on Kestrel and on a socket that is bound already. It goes on while the server drains, and no signal
/// stops it: whoever started it does.
/// </summary>
internal static class AdminServer
{
    private const int MaxConnections = 100;
    private const int MaxBodySize = 4096;
    private const int RequestsPerSecond = 50;
    private const int RequestsAtOnce = 100;

    /// <summary>For all that a browser does with an answer: nothing from elsewhere, nothing in a frame, no script but the page's own.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Starts to serve.</summary>
    /// <param name="context">What is shown and changed.</param>
    /// <param name="socket">Bound, not yet listening; closed with the application.</param>
    /// <param name="loggers">Where Kestrel logs.</param>
    /// <param name="stopping">Gives up.</param>
    public static async Task<WebApplication> StartAsync(AdminContext context, Socket socket, ILoggerFactory loggers, CancellationToken stopping)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(AdminServer).Assembly.GetName().Name });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new Passed(loggers));
        builder.Services.AddSingleton<IHostLifetime>(new NoLifetime());
        builder.Services.AddRoutingCore();
        builder.Services.AddRateLimiter(Limit);
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = _ => socket);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Limit(options, (IPEndPoint)socket.LocalEndPoint!));

        var app = builder.Build();
        app.Use(next => request => AnswerAsync(request, next, context.Settings));
        app.UseRouting();
        app.UseRateLimiter();
        AdminRoutes.Map(app, context, app.Lifetime.ApplicationStopped);
        try
        {
            await app.StartAsync(stopping);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return app;
    }

    /// <summary>What all requests have in common: who may pass, what a browser may do with the answer, and errors as problem details.</summary>
    private static async Task AnswerAsync(HttpContext request, RequestDelegate next, AdminSettings settings)
    {
        var headers = request.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            switch (AdminAccess.Decide(Facts(request.Request), settings))
            {
                case AdminVerdict.Misdirected:
                    await Problem.WriteAsync(request, 421, "This endpoint is called localhost, 127.0.0.1 or [::1].");
                    return;
                case AdminVerdict.CrossSite:
                    await Problem.WriteAsync(request, 403, "A page of another site may not change anything here.");
                    return;
                case AdminVerdict.Unauthorized:
                    headers.WWWAuthenticate = "Bearer realm=\"vod\"";
                    await Problem.WriteAsync(request, 401, "The token of vod.admin.token is needed, as Authorization: Bearer.");
                    return;
            }
            await next(request);
        }
        catch (Exception e) when (!request.Response.HasStarted && Problem.Of(e) is var (status, detail))
        {
            await Problem.WriteAsync(request, status, detail);
            return;
        }
        if (!request.Response.HasStarted && request.Response.StatusCode >= 400) await Problem.WriteAsync(request, request.Response.StatusCode, null);
    }

    private static AdminRequest Facts(HttpRequest request) => new(
        request.Method, request.Host.HasValue ? request.Host.Host.Trim('[', ']') : null, request.Host.Value, AdminRoutes.IsOpen(request.Path))
    {
        Origin = One(request.Headers[HeaderNames.Origin]),
        FetchSite = One(request.Headers["Sec-Fetch-Site"]),
        Authorization = One(request.Headers[HeaderNames.Authorization]),
    };

    private static string? One(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : values.ToString();

    private static void Limit(KestrelServerOptions options, IPEndPoint endPoint)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = MaxConnections;
        options.Limits.MaxRequestBodySize = MaxBodySize;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
    }

    /// <summary>Health is answered whatever else is asked; the rest so often that a dashboard may ask, and no more.</summary>
    private static void Limit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(request =>
            request.Request.Path.StartsWithSegments(AdminRoutes.Health)
                ? RateLimitPartition.GetNoLimiter(true)
                : RateLimitPartition.GetTokenBucketLimiter(false, _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = RequestsAtOnce,
                    TokensPerPeriod = RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                }));
    }

    /// <summary>Hands what Kestrel logs on to the server's log: not each step of each scrape.</summary>
    private sealed class Passed(ILoggerFactory loggers) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }

    /// <summary>Signals are for the server.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
