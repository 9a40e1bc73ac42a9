using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>
/// Sends metrics and traces to an OTLP collector. <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where, and the other variables of OpenTelemetry how;
/// without that one nothing of it is even loaded.
/// </summary>
internal static class TelemetryExport
{
    /// <summary>Begins, if the environment asks for it; disposing sends what is left.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="metrics">What is sent.</param>
    public static IDisposable? StartIfAsked(Func<string, string?> variable, VodMetrics metrics) =>
        string.IsNullOrEmpty(variable("OTEL_EXPORTER_OTLP_ENDPOINT")) ? null : Start(metrics);

    /// <summary>A method of its own, so that its types are loaded only when it is called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Exporters Start(VodMetrics metrics)
    {
        // Now, so that the very first request is counted and has its span.
        metrics.Open();
        RequestTracing.Open();
        var resource = ResourceBuilder.CreateEmpty().AddService("vod", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3))
            .AddTelemetrySdk().AddEnvironmentVariableDetector();
        return new Exporters(
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(VodMetrics.MeterName, "System.Runtime").AddOtlpExporter().Build(),
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(RequestTracing.SourceName).AddOtlpExporter().Build());
    }

    private sealed record Exporters(MeterProvider Metrics, TracerProvider Traces) : IDisposable
    {
        public void Dispose()
        {
            Traces.Dispose();
            Metrics.Dispose();
        }
    }
}
