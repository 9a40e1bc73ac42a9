using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The command line: what it accepts, and the one line it says about what it does not.</summary>
public sealed class ConsoleTests : IDisposable
{
    private readonly ContentFolder _content = new();

    /// <summary>A folder with one file in it.</summary>
    public ConsoleTests() => _content.Add("one.bin", 1);

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("localhost", "127.0.0.1")]
    public async Task It_listens_on_the_host_that_it_is_given(string host, string reachable)
    {
        await using var server = await VodServer.StartAsync(_content.Root, "--host", host);
        using var client = await RawClient.ConnectAsync(new IPEndPoint(IPAddress.Parse(reachable), server.Announced.Port));

        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Without_a_host_it_listens_on_all_of_IPv4_and_IPv6(string address)
    {
        await using var server = await VodServer.StartAsync(_content.Root);
        using var client = await RawClient.ConnectAsync(new IPEndPoint(IPAddress.Parse(address), server.Announced.Port));

        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);
        using var http = new HttpClient();
        Assert.Equal(_content["one.bin"], await http.GetByteArrayAsync(new Uri(server.Announced, "/one.bin")));
    }

    [Fact]
    public async Task A_bare_number_is_the_port()
    {
        var port = FreePort();
        await using var server = await VodServer.StartWithAsync(port.ToString(CultureInfo.InvariantCulture), "--content", _content.Root);

        Assert.Equal(port, server.Announced.Port);
    }

    [Fact]
    public async Task Help_and_version_are_printed_and_nothing_is_started()
    {
        var help = await VodServer.RunAsync("--help");
        var version = await VodServer.RunAsync("--version");

        Assert.Equal((0, 0), (help.ExitCode, version.ExitCode));
        Assert.All(["--port", "--host", "--content", "--config", "--slicing"], option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        Assert.Matches("[0-9]+\\.[0-9]+\\.[0-9]+", version.Output);
    }

    public static TheoryData<string[], string[]> BadCommandLines => new()
    {
        { ["--port", "70000"], ["--port", "70000"] },
        { ["--port", "film"], ["port"] },
        { ["--slicing", "sometimes"], ["always", "browser", "never"] },
        { ["--host", "not an address"], ["host"] },
        { ["--content", "/nowhere/at/all"], ["/nowhere/at/all"] },
        { ["--config", "/nowhere/at/all.conf"], ["/nowhere/at/all.conf"] },
        { ["--no-such-option"], ["--no-such-option"] },
    };

    [Theory]
    [MemberData(nameof(BadCommandLines))]
    public async Task A_command_line_that_is_wrong_is_turned_down_in_one_line(string[] options, string[] said)
    {
        string[] folder = options.Contains("--content") ? [] : ["--content", _content.Root];
        AssertTurnedDown(await VodServer.RunAsync([.. folder, .. options]), said);
    }

    [Theory]
    [InlineData("vod.http.head-timeout = soon", "vod.http.head-timeout")]
    [InlineData("vod.http.max-connections = 0", "vod.http.max-connections")]
    [InlineData("vod.listen.port = 65536", "vod.listen.port")]
    [InlineData("vod.slicing.mode = maybe", "vod.slicing.mode")]
    [InlineData("vod.no-such-key = 1", "no-such-key")]
    [InlineData("vod { listen { port = 1", ".bad.conf")]
    public async Task A_settings_file_that_is_wrong_is_turned_down_in_one_line(string settings, string said)
    {
        var file = _content.PathOf(".bad.conf");
        await File.WriteAllTextAsync(file, settings);

        AssertTurnedDown(await VodServer.RunAsync("--content", _content.Root, "--config", file), [said]);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);

        AssertTurnedDown(await VodServer.RunAsync("--content", _content.Root, "--host", "127.0.0.1", "--port", port), [port]);
    }

    [SkippableFact]
    public async Task Each_line_of_the_log_has_one_time_and_one_level_also_while_it_stops()
    {
        Skip.If(OperatingSystem.IsWindows(), "a process is stopped with SIGTERM");
        var file = _content.PathOf(".debug.conf");
        await File.WriteAllTextAsync(file, "akka { loglevel = DEBUG, stdout-loglevel = DEBUG }");
        await using var server = await VodServer.StartAsync(_content.Root, "--config", file);

        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());

        var log = server.Output.Split('\n').Where(line => !line.StartsWith("Listening on http", StringComparison.Ordinal) && !line.StartsWith("Indexed 1 file", StringComparison.Ordinal));
        Assert.All(log, line => Assert.Matches(@"^\d\d:\d\d:\d\d\.\d\d\d (DEBUG|INFO |WARN |ERROR) [^\[]", line));
        Assert.Contains(log, line => line.Contains("DEBUG", StringComparison.Ordinal));
        Assert.DoesNotContain("CLR", server.Output, StringComparison.Ordinal);
    }

    private static void AssertTurnedDown((int ExitCode, string Output, string Error) run, string[] said)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.All(said, word => Assert.Contains(word, run.Error, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("   at ", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Listening", run.Output, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
