using System.Diagnostics;
using Vod.Actors.Http;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// A span for each request, by the conventions of OpenTelemetry; the child of the one that <c>traceparent</c> names (W3C Trace Context).
/// Costs nothing while nobody listens.
/// </summary>
internal static class RequestTracing
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "Vod";

    private static readonly Lock Opening = new();
    private static volatile ActivitySource? s_source;

    /// <summary>Whether anybody wants spans.</summary>
    public static bool IsOn => s_source is { } source && source.HasListeners();

    /// <summary>Lets others listen; until then there are no spans.</summary>
    public static void Open()
    {
        lock (Opening) s_source ??= new ActivitySource(SourceName, typeof(RequestTracing).Assembly.GetName().Version?.ToString(3));
    }

    /// <summary>Begins the span of a request; null when it is not wanted.</summary>
    public static Activity? Begin(RequestHead head, string client)
    {
        ActivityContext.TryParse(head.TraceParent, head.TraceState, isRemote: true, out var parent);
        // The current span belongs to a flow of calls. An actor takes messages of many requests in turn: the span is kept in hand instead.
        var current = Activity.Current;
        Activity.Current = null;
        var span = s_source?.StartActivity(VodMetrics.NameOf(head), ActivityKind.Server, parent);
        Activity.Current = current;
        if (span is null || !span.IsAllDataRequested) return span;
        span.SetTag("http.request.method", VodMetrics.NameOf(head));
        if (head.Method == RequestMethod.Unknown) span.SetTag("http.request.method_original", head.MethodName);
        span.SetTag("url.scheme", "http");
        span.SetTag("url.path", head.Target.Path);
        if (head.Target.Query.Length > 0) span.SetTag("url.query", head.Target.Query);
        span.SetTag("network.protocol.version", VodMetrics.VersionOf(head));
        span.SetTag("client.address", client);
        if (head.UserAgent is { } agent) span.SetTag("user_agent.original", agent);
        return span;
    }

    /// <summary>Ends it.</summary>
    public static void End(Activity span, int status, long bytes, RequestOutcome outcome)
    {
        if (span.IsAllDataRequested)
        {
            if (status != 0) span.SetTag("http.response.status_code", status);
            span.SetTag("http.response.body.size", bytes);
            if (VodMetrics.ErrorOf(status, outcome) is { } error)
            {
                span.SetTag("error.type", error);
                span.SetStatus(ActivityStatusCode.Error);
            }
        }

        var current = Activity.Current;
        span.Dispose();
        Activity.Current = current;
    }
}
