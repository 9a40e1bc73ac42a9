using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>A day in the life of an operator, in seconds: two hundred viewers watch while the server is looked into, changed and replaced.</summary>
[Collection(Alone.Name)]
public sealed class OperationsTests : IDisposable
{
    private const int Viewers = 200;
    private const int FilmSize = 2 * 1024 * 1024;
    private const int Piece = 128 * 1024;
    private readonly ITestOutputHelper _output;
    private readonly ContentFolder _content = new();
    private readonly byte[] _film;
    private readonly string _settings, _log;
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly int[] _rounds = new int[Viewers];
    private int _again;

    public OperationsTests(ITestOutputHelper output)
    {
        _output = output;
        _film = _content.Add("film.mp4", FilmSize);
        _content.Add("long.mp4", 40 * 1024 * 1024);
        (_settings, _log) = (_content.PathOf(".vod.conf"), _content.PathOf(".access.log"));
    }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task Nobody_but_the_one_who_is_kicked_notices_what_an_operator_does()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SO_REUSEPORT deals connections out on Linux only");
        Configure();
        await using var server = await VodServer.StartAsync(_content.Root, "--config", _settings, "--admin", "on");
        using var admin = new HttpClient { BaseAddress = await server.AdminAsync() };
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("health/ready")).StatusCode);
        while (!(await admin.GetStringAsync("metrics")).Contains("vod_", StringComparison.Ordinal)) await Task.Delay(50); // from now on it counts
        using var stop = new CancellationTokenSource();
        var viewers = Enumerable.Range(0, Viewers).Select(i => Task.Run(() => WatchAsync(i, server.EndPoint, stop.Token))).ToArray();
        await EachGoesOnAsync();

        // Look.
        var metrics = await admin.GetStringAsync("metrics");
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_response_status_code=\"206\"[^}]*\\} [1-9]", metrics);
        Assert.Matches("vod_sent_bytes_total [1-9]", metrics);
        using var victim = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 64 * 1024);
        await victim.RequestAsync("GET", "/long.mp4?whole", "User-Agent: victim", "X-Forwarded-For: 198.51.100.7");
        await victim.ReadHeadAsync();

        // Kick one.
        var list = await admin.GetFromJsonAsync<JsonElement>("connections?limit=1000");
        Assert.InRange(list.GetProperty("total").GetInt32(), Viewers, Viewers + 1);
        var kicked = list.GetProperty("connections").EnumerateArray().Single(c => c.TryGetProperty("userAgent", out var agent) && agent.GetString() == "victim");
        Assert.Equal(("/long.mp4", "198.51.100.7", "Writing"),
            (kicked.GetProperty("path").GetString(), kicked.GetProperty("client").GetString(), kicked.GetProperty("state").GetString()));
        Assert.True((await admin.DeleteAsync($"connections/{kicked.GetProperty("id").GetInt64()}")).IsSuccessStatusCode);
        Assert.InRange(await victim.ReadBodyAsync(new byte[40 * 1024 * 1024]), 0, (40 * 1024 * 1024) - 1);

        // Change the limits, and rotate the log.
        Configure("vod.http.max-requests-per-connection = 7");
        File.Move(_log, _log + ".1");
        server.Signal(VodServer.Hangup);
        await server.SaysAsync("Settings: vod.http.max-requests-per-connection changed");
        await EachGoesOnAsync(2);
        Assert.True(File.Exists(_log), "the log was not opened anew");

        // Replace the server.
        await using var successor = await VodServer.StartWithAsync("--port", $"{server.Announced.Port}", "--content", _content.Root, "--config", _settings, "--admin", "on");
        await EachGoesOnAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await admin.PostAsync("drain", null)).StatusCode);
        Assert.Equal(0, await server.ExitCodeAsync());
        await EachGoesOnAsync();
        await stop.CancelAsync();
        await Task.WhenAll(viewers);

        _output.WriteLine($"{_rounds.Sum()} films of {FilmSize} bytes to {Viewers} viewers, {_again} requests made again on a new connection");
        Assert.Empty(_failures);
        successor.Terminate();
        Assert.Equal(0, await successor.ExitCodeAsync());
        var lines = File.ReadAllLines(_log + ".1").Concat(File.ReadAllLines(_log)).ToList();
        Assert.Single(lines, line => line.StartsWith("198.51.100.7 ", StringComparison.Ordinal) && line.Contains("\"victim\"", StringComparison.Ordinal));
        Assert.InRange(lines.Count, (_rounds.Sum() * (FilmSize / Piece)) + 1, int.MaxValue); // none of what was answered is missing
        Assert.All(lines, line => Assert.Matches("^[0-9.]+ - - \\[[^]]+\\] \"GET [^ ]+ HTTP/1\\.1\" (206|200) ([0-9]+|-) \"-\" \"[a-z0-9-]+\"$", line));
    }

    private void Configure(string more = "") => File.WriteAllText(_settings, $$"""
        vod.listen { host = 127.0.0.1, reuse-port = on }
        vod.admin.port = 0
        vod.access-log { format = combined, file = "{{_log}}" }
        vod.http.trusted-proxies = ["127.0.0.1"]
        vod.reload.interval = 0 s
        {{more}}
        """);

    /// <summary>Watches the film over and over, piece by piece, and looks at every byte.</summary>
    private async Task WatchAsync(int viewer, IPEndPoint server, CancellationToken stop)
    {
        RawClient? client = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                for (var at = 0; at < FilmSize; at += Piece) client = await PieceAsync(viewer, at, client, server);
                Interlocked.Increment(ref _rounds[viewer]);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or OperationCanceledException or Xunit.Sdk.XunitException)
        {
            _failures.Enqueue($"viewer {viewer}: {e.Message}");
        }
        finally
        {
            client?.Dispose();
        }
    }

    /// <summary>
    /// One piece. As every client of HTTP does (RFC 9112 §9.3.1), it asks again on a new connection when one that it had used before is closed
    /// before anything of the answer has come; anything else is a failure.
    /// </summary>
    private async Task<RawClient?> PieceAsync(int viewer, int at, RawClient? client, IPEndPoint server)
    {
        RawResponse head;
        try
        {
            var kept = client;
            client ??= await RawClient.ConnectAsync(server);
            try
            {
                await client.RequestAsync("GET", "/film.mp4", $"User-Agent: viewer-{viewer}", $"Range: bytes={at}-{at + Piece - 1}");
                head = await client.ReadHeadAsync();
            }
            catch (Exception e) when (kept is not null && e is SocketException or EndOfStreamException { Message: "The connection ended within a head, after: " })
            {
                Interlocked.Increment(ref _again);
                client.Dispose();
                return await PieceAsync(viewer, at, null, server);
            }

            Assert.Equal(206, head.Status);
            var body = new byte[Piece];
            Assert.Equal(Piece, await client.ReadBodyAsync(body));
            Assert.True(body.AsSpan().SequenceEqual(_film.AsSpan(at, Piece)), $"other bytes at {at}");
            if (!head.Closes) return client;
            client.Dispose();
            return null;
        }
        catch
        {
            client?.Dispose();
            throw;
        }
    }

    /// <summary>Waits until each of them has seen the film again.</summary>
    private async Task EachGoesOnAsync(int times = 1)
    {
        var before = Enumerable.Range(0, Viewers).Select(i => Volatile.Read(ref _rounds[i])).ToArray();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (Enumerable.Range(0, Viewers).Any(i => Volatile.Read(ref _rounds[i]) < before[i] + times))
        {
            Assert.Empty(_failures);
            await Task.Delay(20, deadline.Token);
        }
    }
}
