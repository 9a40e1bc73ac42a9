using System.Text.Json;
using System.Text.RegularExpressions;
using Vod.Actors.Settings;
using Vod.Actors.Tests.EndToEnd;
using Vod.Actors.Tests.Settings;

namespace Vod.Actors.Tests.Packaging;

/// <summary>The unit, the Dockerfile and the settings in <c>packaging/</c>, checked as far as can be without installing them.</summary>
public sealed partial class PackagingTests : IDisposable
{
    private readonly ContentFolder _content = new();

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    [SkippableFact]
    public async Task Systemd_understands_all_of_the_unit_and_finds_it_well_confined()
    {
        Tool.Require("systemd-analyze");
        // Of all that it names only the program need be on this machine.
        var unit = _content.PathOf("vod.service");
        await File.WriteAllTextAsync(unit, (await ReadAsync("vod.service")).Replace("/usr/local/lib/vod/vod", "/bin/true", StringComparison.Ordinal));

        var (verified, said) = await Tool.RunAsync(_content.Root, 60, "systemd-analyze", "verify", "--man=no", unit);
        Assert.True(verified == 0 && said.Length == 0, said);

        var (secure, report) = await Tool.RunAsync(_content.Root, 60, "systemd-analyze", "security", "--offline=yes", "--threshold=20", "--no-pager", unit);
        Assert.True(secure == 0, report);
    }

    [Fact]
    public async Task The_unit_gives_twenty_thousand_viewers_the_descriptors_that_they_need()
    {
        var unit = await ReadAsync("vod.service");

        Assert.InRange(int.Parse(LimitLine().Match(unit).Groups[1].Value), VodSettings.Default.Http.MaxConnections * 2 + 1000, int.MaxValue);
        var stop = TimeSpan.FromSeconds(int.Parse(StopLine().Match(unit).Groups[1].Value));
        Assert.True(stop > VodSettings.Default.Http.ShutdownTimeout + TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_container_is_not_root_and_its_health_check_tells_a_server_that_lives_from_one_that_does_not()
    {
        var dockerfile = (await ReadAsync("Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal);
        Assert.Matches("\nUSER [1-9][0-9]*:[1-9][0-9]*\n", dockerfile);
        var check = JsonSerializer.Deserialize<string[]>(HealthLine().Match(dockerfile).Groups[1].Value)!;
        var settings = _content.PathOf(".admin.conf");
        await File.WriteAllTextAsync(settings, "vod.admin.port = 0");
        int port;
        await using (var server = await VodServer.StartAsync(_content.Root, "--admin", "on", "--config", settings))
        {
            port = (await server.AdminAsync()).Port;
            var (healthy, said) = await CheckAsync(check, port);
            Assert.True(healthy == 0, said);
        }

        Assert.NotEqual(0, (await CheckAsync(check, port)).ExitCode);
    }

    [Fact]
    public void The_example_of_the_settings_is_one()
    {
        var settings = VodSettings.From(VodConfiguration.LoadFile(PathOf("vod.conf.example")).WithFallback(VodConfiguration.Reference));

        Assert.Equal("/srv/films", settings.Content.Directory);
    }

    public static TheoryData<string> Profiles =>
        [.. Directory.EnumerateFiles(Path.Join(VodSettingsTests.RepositoryRoot(), "hocon"), "*.conf").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_profile_is_one_and_starts_with_what_it_is_for(string name)
    {
        var path = Path.Join(VodSettingsTests.RepositoryRoot(), "hocon", name);

        VodSettings.From(VodConfiguration.LoadFile(path).WithFallback(VodConfiguration.Reference));

        Assert.StartsWith("# ", File.ReadAllText(path), StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> CheckAsync(string[] check, int port) =>
        Tool.RunAsync(Path.GetTempPath(), 60, "env", [$"VOD_ADMIN_PORT={port}", .. check]);

    private static string PathOf(string name) => Path.Join(VodSettingsTests.RepositoryRoot(), "packaging", name);

    private static Task<string> ReadAsync(string name) => File.ReadAllTextAsync(PathOf(name));

    [GeneratedRegex("^LimitNOFILE=([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex LimitLine();

    [GeneratedRegex("^TimeoutStopSec=([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex StopLine();

    [GeneratedRegex(@"^HEALTHCHECK .*CMD (\[.*\])$", RegexOptions.Multiline)]
    private static partial Regex HealthLine();
}
