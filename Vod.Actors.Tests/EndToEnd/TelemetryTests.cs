using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Metrics and traces as a collector gets them over OTLP.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private readonly ContentFolder _content = new();
    private readonly HttpListener _collector = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly int _port;

    public TelemetryTests()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        _collector.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _collector.Start();
        _ = CollectAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _collector.Close();
        _content.Dispose();
    }

    [Fact]
    public async Task A_collector_gets_metrics_and_spans_when_the_environment_names_one()
    {
        _content.Add("one.bin", 1);
        await using var server = await VodServer.StartWithAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{_port}",
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test",
            },
            "--port", "0", "--content", _content.Root);
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin", $"traceparent: 00-{TraceId}-b7ad6b7169203331-01")).Status);

        await ReceivesAsync("/v1/traces", Convert.FromHexString(TraceId));
        await ReceivesAsync("/v1/traces", "url.path"u8.ToArray());
        await ReceivesAsync("/v1/metrics", "http.server.request.duration"u8.ToArray());
        await ReceivesAsync("/v1/metrics", "vod.connections"u8.ToArray());
        await ReceivesAsync("/v1/metrics", "deployment.environment.name"u8.ToArray());

        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    private async Task ReceivesAsync(string path, byte[] bytes)
    {
        using var deadline = new CancellationTokenSource(VodServer.Patience);
        while (!_received.Any(message => message.Path == path && message.Body.AsSpan().IndexOf(bytes) >= 0))
        {
            Assert.False(deadline.IsCancellationRequested, $"{path} did not get {Encoding.Latin1.GetString(bytes)}; it got {_received.Count(m => m.Path == path)} messages");
            await Task.Delay(20);
        }
    }

    private async Task CollectAsync()
    {
        while (_collector.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _collector.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // the test is over
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
