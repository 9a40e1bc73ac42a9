using System.Text.Json;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The admin endpoint of the real process.</summary>
public sealed class AdminTests : IDisposable
{
    private const string Token = "correct-horse-battery";
    private readonly ContentFolder _content = new();

    /// <summary>A folder with a small file and a film in it.</summary>
    public AdminTests()
    {
        _content.Add("one.bin", 1);
        _content.Add("film.mp4", 12_000_000);
    }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task Its_metrics_are_such_as_promtool_wants_them_while_clients_are_served()
    {
        Tool.Require("promtool");
        await using var server = await StartAsync();
        using var admin = await AdminAsync(server);
        _ = await admin.GetStringAsync("/metrics");
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);
        Assert.Equal(206, (await client.AskAsync("GET", "/film.mp4")).Status);
        Assert.Equal(404, (await client.AskAsync("GET", "/nothing")).Status);

        var metrics = await admin.GetStringAsync("/metrics");

        var file = _content.PathOf(".metrics");
        await File.WriteAllTextAsync(file, metrics);
        var (code, said) = await Tool.RunAsync(Path.GetTempPath(), 60, "sh", "-c", "promtool check metrics < \"$0\"", file);
        Assert.True(code == 0, $"{said}\n{metrics}");
        Assert.Contains("\ndotnet_process_memory_working_set_bytes ", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_is_seen_and_can_be_cut_off()
    {
        await using var server = await StartAsync();
        using var admin = await AdminAsync(server);
        using var viewer = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 64 * 1024);
        await viewer.RequestAsync("GET", "/film.mp4?whole");
        await viewer.ReadHeadAsync();
        using var other = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(200, (await other.AskAsync("GET", "/one.bin")).Status);

        using var seen = JsonDocument.Parse(await admin.GetStringAsync("/connections"));

        Assert.Equal(2, seen.RootElement.GetProperty("total").GetInt32());
        var film = seen.RootElement.GetProperty("connections").EnumerateArray().Single(c => c.GetProperty("path").GetString()!.StartsWith("/film.mp4", StringComparison.Ordinal));
        using var cut = await admin.DeleteAsync($"/connections/{film.GetProperty("id").GetInt64()}");
        Assert.True(cut.IsSuccessStatusCode);
        var body = new byte[12_000_000];
        var received = 0;
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            received = await viewer.ReadBodyAsync(body);
            Assert.Equal(body.Length, received);
        });
        Assert.Equal(200, (await other.AskAsync("GET", "/one.bin")).Status);
    }

    [Fact]
    public async Task It_answers_until_the_last_viewer_has_got_all()
    {
        await using var server = await StartAsync();
        using var admin = await AdminAsync(server);
        Assert.Equal("{\"status\":\"ready\"}", await admin.GetStringAsync("/health/ready"));
        using var viewer = await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 64 * 1024);
        await viewer.RequestAsync("GET", "/film.mp4?whole");
        await viewer.ReadHeadAsync();

        using var drain = await admin.PostAsync("/drain", null);

        Assert.Equal(202, (int)drain.StatusCode);
        using var ready = await admin.GetAsync("/health/ready");
        Assert.Equal(503, (int)ready.StatusCode);
        var body = new byte[12_000_000];
        Assert.Equal(body.Length, await viewer.ReadBodyAsync(body));
        Assert.Equal(ContentFolder.Sha256(_content["film.mp4"]), ContentFolder.Sha256(body));
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task It_listens_on_no_public_address_without_a_token()
    {
        var run = await VodServer.RunAsync(
            "--content", _content.Root, "--port", "0", "--admin", "on", "--config", await SettingsAsync("vod.admin { host = \"*\", port = 0 }"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("vod.admin.token", Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("Listening", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_gets_the_port_when_the_first_has_ended()
    {
        await using var first = await StartAsync();
        var port = (await first.AdminAsync()).Port;
        await using var second = await StartAsync($"vod.admin.port = {port}");
        using var viewer = await RawClient.ConnectAsync(second.EndPoint);
        Assert.Equal(200, (await viewer.AskAsync("GET", "/one.bin")).Status);

        first.Terminate();

        Assert.Equal(0, await first.ExitCodeAsync());
        Assert.Equal(port, (await second.AdminAsync()).Port);
        using var admin = await AdminAsync(second);
        using var seen = JsonDocument.Parse(await admin.GetStringAsync("/connections"));
        Assert.Equal(1, seen.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_token_is_kept_out_of_the_log_and_the_configuration()
    {
        await using var server = await StartAsync($"vod.admin {{ port = 0, token = \"{Token}\" }}\nakka.loglevel = DEBUG");
        using var admin = await AdminAsync(server);
        Assert.Equal(401, (int)(await admin.GetAsync("/config")).StatusCode);
        admin.DefaultRequestHeaders.Add("Authorization", "Bearer " + Token);

        var config = await admin.GetStringAsync("/config");

        Assert.Contains("vod.admin.token = \"***\"", config, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, config + server.Output, StringComparison.Ordinal);
    }

    private async Task<VodServer> StartAsync(string settings = "vod.admin.port = 0") =>
        await VodServer.StartAsync(_content.Root, "--admin", "on", "--config", await SettingsAsync(settings));

    private static async Task<HttpClient> AdminAsync(VodServer server) =>
        new() { BaseAddress = await server.AdminAsync(), Timeout = VodServer.Patience };

    private async Task<string> SettingsAsync(string hocon)
    {
        var file = _content.PathOf($".{Guid.NewGuid():N}.conf");
        await File.WriteAllTextAsync(file, hocon);
        return file;
    }
}
