using System.Net;
using System.Text.Json;
using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Hosting;

namespace Vod.Actors.Tests.Admin;

public sealed class AdminRoutesTests : AdminTest
{
    [Fact]
    public async Task The_server_is_ready_only_when_it_listens_and_has_indexed_and_until_it_drains()
    {
        using var client = await StartAsync();
        AssertProblem(503, await SendAsync(client, "GET", "/health/ready"), "not listening");
        Control.IsListening = true;
        AssertProblem(503, await SendAsync(client, "GET", "/health/ready"), "not indexed");
        Control.IsIndexed = true;
        Assert.Equal("{\"status\":\"ready\"}", await client.GetStringAsync("/health/ready"));
        Control.IsDraining = true;
        AssertProblem(503, await SendAsync(client, "GET", "/health/ready"), "draining");
        Assert.Equal("{\"status\":\"live\"}", await client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Connections_are_shown_as_JSON()
    {
        using var client = await StartAsync();
        var answer = client.GetStringAsync("/connections");
        Reply(Report(1, 5, path: "/<b>.mp4"), Report(2, 70, path: null));

        using var json = JsonDocument.Parse(await answer);
        Assert.Equal(2, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(
            "{\"id\":1,\"client\":\"127.0.0.1:5\",\"path\":\"/\\u003Cb\\u003E.mp4\",\"position\":10,\"bytesSent\":20,\"bytesPerSecond\":5,\"state\":\"Writing\",\"age\":1.5,\"requests\":3,\"userAgent\":\"mpv\"}",
            json.RootElement.GetProperty("connections")[0].GetRawText());
        Assert.False(json.RootElement.GetProperty("connections")[1].TryGetProperty("path", out _));
    }

    [Fact]
    public async Task As_many_as_are_asked_for_are_the_fastest()
    {
        using var client = await StartAsync();
        var answer = client.GetStringAsync("/connections?limit=2");
        Reply(Report(1, 5), Report(2, 70), Report(3, 8));

        using var json = JsonDocument.Parse(await answer);
        Assert.Equal(3, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal([2L, 3L], json.RootElement.GetProperty("connections").EnumerateArray().Select(c => c.GetProperty("id").GetInt64()));
        AssertProblem(400, await SendAsync(client, "GET", "/connections?limit=all"));
    }

    [Fact]
    public async Task A_browser_gets_a_page_that_runs_no_script_but_its_own()
    {
        using var client = await StartAsync();
        foreach (var path in (string[])["/connections", "/"])
        {
            var (status, page, answer) = await SendAsync(client, "GET", path, null, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("<script src=\"/admin.js\" defer></script>", page, StringComparison.Ordinal);
            var policy = string.Join("; ", answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("no-store", string.Join(',', answer.Headers.GetValues("Cache-Control")));
        }
        foreach (var (part, type) in ((string, string)[])[("/admin.js", "text/javascript"), ("/admin.css", "text/css")])
        {
            Assert.Equal(type, (await SendAsync(client, "GET", part)).Answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_connection_is_cut_off_by_its_number()
    {
        using var client = await StartAsync();
        var answer = SendAsync(client, "DELETE", "/connections/7");
        var kick = Listener.ExpectMsg<KickConnection>(Patience);
        Listener.Reply(new Kicked(kick.RequestId, kick.Id == 7));
        Assert.Equal(HttpStatusCode.NoContent, (await answer).Status);

        answer = SendAsync(client, "DELETE", "/connections/8");
        Listener.Reply(new Kicked(Listener.ExpectMsg<KickConnection>(Patience).RequestId, false));
        AssertProblem(404, await answer, "8");

        AssertProblem(404, await SendAsync(client, "DELETE", "/connections/all"));
        AssertProblem(405, await SendAsync(client, "POST", "/connections/8"));
    }

    [Fact]
    public async Task The_catalog_tells_how_it_is_and_scans_when_it_is_told_to()
    {
        using var client = await StartAsync();
        var status = new CatalogStatus(
            new CatalogSummary(3, 400, true, TimeSpan.Zero), DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(2.5), false, [new CatalogProblem("a/b", "may not be read")]);
        var answer = SendAsync(client, "GET", "/catalog");
        Catalog.ExpectMsg<GetStatus>(Patience);
        Catalog.Reply(status);
        Assert.Equal(
            "{\"files\":3,\"bytes\":400,\"indexed\":true,\"scanning\":false,\"lastScan\":\"1970-01-01T00:00:00Z\",\"lastScanTook\":2.5,\"problems\":[{\"path\":\"a/b\",\"reason\":\"may not be read\"}]}",
            (await answer).Body);

        answer = SendAsync(client, "POST", "/catalog/rescan");
        Catalog.ExpectMsg<ScanNow>(Patience);
        Catalog.Reply(status with { IsScanning = true });
        Assert.Equal(HttpStatusCode.Accepted, (await answer).Status);
        Assert.Contains("\"scanning\":true", (await answer).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draining_begins_at_once_and_is_not_waited_for()
    {
        using var client = await StartAsync();

        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(client, "POST", "/drain", "")).Status);

        await Lifetime.Stopped.WaitAsync(Patience);
        AssertProblem(503, await SendAsync(client, "GET", "/health/ready"), "draining");
    }

    [Fact]
    public async Task The_configuration_in_force_is_shown()
    {
        using var client = await StartAsync();

        Assert.Contains("\nvod.http.head-timeout = 10 s\n", await client.GetStringAsync("/config"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_again_when_that_is_asked_for()
    {
        using var client = await StartAsync();
        var answer = SendAsync(client, "POST", "/config/reload", "");
        Operator.ExpectMsg<Reload>(Patience);
        Operator.Reply(new ReloadOutcome(["vod.http.head-timeout"], ["vod.listen.port"]));
        Assert.Equal("{\"applied\":[\"vod.http.head-timeout\"],\"needRestart\":[\"vod.listen.port\"]}", (await answer).Body);

        answer = SendAsync(client, "POST", "/config/reload", "");
        Operator.ExpectMsg<Reload>(Patience);
        Operator.Reply(new ReloadOutcome([], [], "my.conf: there is no such file"));
        AssertProblem(409, await answer, "my.conf");
    }

    [Theory]
    [InlineData("debug", LogLevel.DebugLevel, "DEBUG")]
    [InlineData("WARNING\n", LogLevel.WarningLevel, "WARNING")]
    [InlineData("{\"level\":\"error\"}", LogLevel.ErrorLevel, "ERROR")]
    [InlineData("off", (LogLevel)int.MaxValue, "OFF")]
    public async Task The_log_level_is_changed_by_its_name(string body, LogLevel level, string name)
    {
        using var client = await StartAsync();
        Assert.Equal("{\"level\":\"INFO\"}", await client.GetStringAsync("/loglevel"));

        Assert.Equal($"{{\"level\":\"{name}\"}}", (await SendAsync(client, "PUT", "/loglevel", body)).Body);

        Assert.Equal(level, Control.LogLevel);
        Assert.Equal($"{{\"level\":\"{name}\"}}", await client.GetStringAsync("/loglevel"));
    }

    [Theory]
    [InlineData("loud")]
    [InlineData("")]
    [InlineData("{\"level\":\"loud\"}")]
    [InlineData("{\"level\":")]
    [InlineData("{}")]
    public async Task A_log_level_that_there_is_not_changes_nothing(string body)
    {
        using var client = await StartAsync();

        AssertProblem(400, await SendAsync(client, "PUT", "/loglevel", body));

        Assert.Equal(LogLevel.InfoLevel, Control.LogLevel);
    }

    [Fact]
    public async Task Errors_are_problem_details_and_too_large_a_body_is_one()
    {
        using var client = await StartAsync();

        AssertProblem(404, await SendAsync(client, "GET", "/nowhere"));
        AssertProblem(405, await SendAsync(client, "POST", "/metrics", ""));
        AssertProblem(413, await SendAsync(client, "PUT", "/loglevel", new string('x', 5000)));
    }

    [Fact]
    public async Task Metrics_are_text_of_version_0_0_4_with_the_runtime_in_them()
    {
        using var client = await StartAsync();

        var (status, text, answer) = await SendAsync(client, "GET", "/metrics");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("# TYPE dotnet_gc_heap_total_allocated_bytes_total counter\ndotnet_gc_heap_total_allocated_bytes_total ", text, StringComparison.Ordinal);
    }

    private void Reply(params ConnectionReport[] reports) =>
        Listener.Reply(new ConnectionList(Listener.ExpectMsg<ListConnections>(Patience).RequestId, reports));

    private static ConnectionReport Report(long id, double rate, string? path = "/a.mp4") =>
        new(id, "127.0.0.1:5", path, 10, 20, rate, "Writing", TimeSpan.FromSeconds(1.5), 3, "mpv");
}
