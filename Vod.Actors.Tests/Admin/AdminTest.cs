using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Microsoft.Extensions.Logging.Abstractions;
using Vod.Actors.Admin;
using Vod.Actors.Hosting;
using Vod.Actors.Settings;
using Vod.Actors.Tests.Catalog;
using Vod.Actors.Tests.Hosting;

namespace Vod.Actors.Tests.Admin;

/// <summary>The endpoint on a free port, in this process, with probes for the actors that it asks.</summary>
public abstract class AdminTest : TestKit
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempDirectory _dir = new();
    private readonly List<IAsyncDisposable> _started = [];

    private protected AdminTest()
    {
        Listener = CreateTestProbe();
        Catalog = CreateTestProbe();
        Operator = CreateTestProbe();
        var startup = Startup.Load(
            new CommandLineOptions(null, [new CommandLineSetting("vod.content.directory", _dir.FullPath, "--content")]), _dir.FullPath, _dir.FullPath);
        Control = new ServerControl(startup, new LogLevels(Akka.Event.LogLevel.InfoLevel), Lifetime);
        Control.Started(Sys, Operator);
    }

    private protected TestProbe Listener { get; }

    private protected TestProbe Catalog { get; }

    private protected TestProbe Operator { get; }

    private protected ServerControl Control { get; }

    private protected FakeLifetime Lifetime { get; } = new();

    private protected StringWriter Printed { get; } = new();

    protected override void AfterAll()
    {
        foreach (var endpoint in _started) endpoint.DisposeAsync().AsTask().Wait(Patience);
        base.AfterAll();
        _dir.Dispose();
    }

    private protected AdminEndpoint Begin(AdminSettings settings)
    {
        var endpoint = AdminEndpoint.Start(
            new AdminContext(settings, Control, Listener, Catalog), NullLoggerFactory.Instance, Sys.Log, TextWriter.Synchronized(Printed));
        _started.Add(endpoint);
        return endpoint;
    }

    private protected async Task<HttpClient> StartAsync(string token = "")
    {
        var address = await Begin(new AdminSettings(true, "127.0.0.1", 0, token)).Bound.WaitAsync(Patience);
        return new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 8 }) { BaseAddress = new Uri($"http://{address}/"), Timeout = Patience };
    }

    /// <summary>Sends a request; a body is of type text.</summary>
    private protected static async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Answer)> SendAsync(
        HttpClient client, string method, string path, string? body = null, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, new MediaTypeHeaderValue(body.StartsWith('{') ? "application/json" : "text/plain"));
        foreach (var (name, value) in fields) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    private protected static void AssertProblem(int status, (HttpStatusCode Status, string Body, HttpResponseMessage Answer) got, string? detail = null)
    {
        Assert.Equal(status, (int)got.Status);
        Assert.Equal("application/problem+json", got.Answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(got.Body);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        if (detail is not null) Assert.Contains(detail, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
