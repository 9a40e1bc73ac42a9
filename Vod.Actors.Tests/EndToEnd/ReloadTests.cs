using System.Net.Sockets;
using System.Text;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Settings that change while the server runs, and what a service manager is told.</summary>
public sealed class ReloadTests : IDisposable
{
    private const string Film = "film.mp4";
    private readonly ContentFolder _content = new();
    private readonly string _settings;

    public ReloadTests()
    {
        _content.Add(Film, ContentFolder.Slice + 1);
        _settings = _content.PathOf(".test.conf");
    }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task A_hangup_applies_what_has_changed_to_the_next_request_and_names_what_needs_a_restart()
    {
        Write("vod.reload.interval = 0 s");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", _settings);
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(206, (await client.AskAsync("GET", "/" + Film)).Status);

        Write("vod { reload.interval = 0 s, slicing.mode = never, listen.backlog = 5, content.mime-types { mp4 = \"video/x-test\" } }");
        server.Signal(VodServer.Hangup);
        await server.SaysAsync("Settings: vod.content.mime-types, vod.slicing.mode changed");
        await server.SaysAsync("Settings: vod.listen.backlog changed in the file, and will hold after a restart");

        using var other = await RawClient.ConnectAsync(server.EndPoint);
        var answer = await other.AskAsync("GET", "/" + Film);
        Assert.Equal((200, "video/x-test"), (answer.Status, answer["Content-Type"]));
        answer = await client.AskAsync("GET", "/" + Film);
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task A_changed_file_is_seen_without_a_signal()
    {
        Write("vod.reload.interval = 100 ms");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", _settings);

        Write("vod { reload.interval = 100 ms, slicing.mode = never }");
        await server.SaysAsync("Settings: vod.slicing.mode changed");

        using var client = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(200, (await client.AskAsync("GET", "/" + Film)).Status);
    }

    [Theory]
    [InlineData("vod.slicing.mode = sometimes", "vod.slicing.mode = sometimes: must be one of always, browser, never")]
    [InlineData("vod { slicing { mode = never", ".test.conf: ")]
    [InlineData("vod.slicing.mode = never, vod.no-such-key = 1", "there is no such key")]
    public async Task A_file_with_a_mistake_changes_nothing_and_the_log_says_what_it_is_in_a_line(string hocon, string said)
    {
        Write("vod.reload.interval = 0 s");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", _settings);

        Write(hocon);
        server.Signal(VodServer.Hangup);
        await server.SaysAsync("Settings: nothing is changed, there is a mistake: ");

        Assert.Contains(server.Output.Split('\n'), line => line.Contains("Settings: nothing is changed", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));
        using var client = await RawClient.ConnectAsync(server.EndPoint);
        Assert.Equal(206, (await client.AskAsync("GET", "/" + Film)).Status);
    }

    [Fact]
    public async Task The_log_level_changes_too()
    {
        Write("vod.reload.interval = 0 s");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", _settings);
        Write("vod.reload.interval = 0 s\nakka.loglevel = DEBUG");
        server.Signal(VodServer.Hangup);
        await server.SaysAsync("Settings: akka.loglevel changed");

        using var client = await RawClient.ConnectAsync(server.EndPoint);
        await client.SendAsync("nonsense\r\n\r\n");

        await server.SaysAsync("refused with 400"); // said at DEBUG
    }

    [SkippableFact]
    public async Task A_service_manager_hears_of_start_reload_and_stop_and_that_all_is_well()
    {
        Skip.If(OperatingSystem.IsWindows(), "systemd's notify socket is a Unix socket");
        Write("vod.reload.interval = 0 s");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 40_000 };
        var address = _content.PathOf(".notify");
        manager.Bind(new UnixDomainSocketEndPoint(address));
        await using var server = await VodServer.StartWithAsync(
            new Dictionary<string, string> { ["NOTIFY_SOCKET"] = address, ["WATCHDOG_USEC"] = "400000" },
            "--port", "0", "--content", _content.Root, "--config", _settings);

        Assert.Equal("READY=1", NextOf(manager));
        Assert.Equal("WATCHDOG=1", Receive(manager));
        server.Signal(VodServer.Hangup);
        Assert.StartsWith("RELOADING=1\nMONOTONIC_USEC=", NextOf(manager), StringComparison.Ordinal);
        Assert.Equal("READY=1", NextOf(manager));
        server.Terminate();
        Assert.Equal("STOPPING=1", NextOf(manager));
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    private void Write(string hocon) => File.WriteAllText(_settings, hocon.Replace(", vod", "\nvod", StringComparison.Ordinal));

    /// <summary>The next message that is not about the watchdog.</summary>
    private static string NextOf(Socket manager)
    {
        while (true)
        {
            if (Receive(manager) is var message && message != "WATCHDOG=1") return message;
        }
    }

    private static string Receive(Socket manager)
    {
        var buffer = new byte[1000];
        return Encoding.UTF8.GetString(buffer, 0, manager.Receive(buffer));
    }
}
