namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The access log of the real server.</summary>
public sealed class AccessLogTests : IDisposable
{
    private readonly ContentFolder _content = new();

    public AccessLogTests() => _content.Add("one.bin", 1);

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task On_a_full_disk_every_viewer_is_served_and_the_lost_lines_are_counted()
    {
        Skip.IfNot(File.Exists("/dev/full"), "there is no /dev/full here");
        var settings = Configure("combined", "/dev/full");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", settings, "--admin", "on");
        using var admin = new HttpClient { BaseAddress = await server.AdminAsync() };
        using var client = await RawClient.ConnectAsync(server.EndPoint);

        for (var i = 0; i < 2000; i++) Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);

        await server.SaysAsync("The access log cannot be written, its lines are dropped until it can: ");
        using var deadline = new CancellationTokenSource(VodServer.Patience);
        while (!(await admin.GetStringAsync("metrics", deadline.Token)).Contains("vod_access_log_dropped_total 2000\n", StringComparison.Ordinal)) await Task.Delay(50, deadline.Token);
        Assert.Single(server.Output.Split('\n'), line => line.Contains("The access log cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standard_output_gets_the_lines_when_that_is_wanted_and_the_last_ones_before_the_server_ends()
    {
        await using var server = await VodServer.StartAsync(_content.Root, "--config", Configure("json", "-"));
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        await client.AskAsync("GET", "/one.bin?\"%0A");
        await client.SendAsync("nonsense\r\n\r\n");
        Assert.Equal(400, (await client.ReadResponseAsync()).Status);
        server.Terminate();

        Assert.Equal(0, await server.ExitCodeAsync());

        await server.SaysAsync("\"method\":\"GET\",\"target\":\"/one.bin?\\u0022%0A\",\"protocol\":\"HTTP/1.1\",\"host\":\"vod\",\"status\":200,\"bytes\":1,");
        await server.SaysAsync("\"status\":400,\"bytes\":16,");
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_at_the_start_in_a_line()
    {
        var (code, _, error) = await VodServer.RunAsync("--content", _content.Root, "--port", "0", "--config", Configure("common", "/nowhere/at/all.log"));

        Assert.Equal(2, code);
        Assert.StartsWith("vod: vod.access-log.file = /nowhere/at/all.log: must be a file that can be written, or - for standard output: ", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private string Configure(string format, string file)
    {
        var settings = _content.PathOf(".test.conf");
        File.WriteAllText(settings, $"vod.access-log {{ format = {format}, file = \"{file}\" }}\nvod.admin.port = 0");
        return settings;
    }
}
