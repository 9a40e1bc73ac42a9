using Vod.Actors.Hosting;
using Vod.Actors.Planning;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Hosting;

/// <summary>What a configuration that is read again changes.</summary>
public sealed class SettingsChangeTests : IDisposable
{
    private readonly TempDirectory _dir = new();

    public void Dispose() => _dir.Dispose();

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("vod.http.head-timeout = 5 s", "vod.http.head-timeout = 5 s", "", "")]
    [InlineData("", "vod.http.head-timeout = 10 s", "", "")] // the default
    [InlineData("", "vod.http.head-timeout = 5 s", "vod.http.head-timeout", "")]
    [InlineData("vod.http.head-timeout = 5 s", "", "vod.http.head-timeout", "")]
    [InlineData("", "vod.slicing.mode = never, vod.http { max-connections = 7 }", "vod.http.max-connections vod.slicing.mode", "")]
    [InlineData("", "vod.content.mime-types { mkv = \"video/webm\" }", "vod.content.mime-types", "")]
    [InlineData("vod.content.mime-types { mkv = \"video/webm\" }", "", "vod.content.mime-types", "")]
    [InlineData("vod.content.mime-types { mkv = \"video/webm\" }", "vod.content.mime-types { mkv = \"video/mp4\" }", "vod.content.mime-types", "")]
    [InlineData("", "vod.http.trusted-proxies = [\"10.0.0.0/8\"]", "vod.http.trusted-proxies", "")]
    [InlineData("", "akka.loglevel = DEBUG", "akka.loglevel", "")]
    [InlineData("", "vod.listen.port = 9000", "", "vod.listen.port")]
    [InlineData("", "vod.http.shutdown-timeout = 3 s, vod.cache.size = 0", "", "vod.cache.size vod.http.shutdown-timeout")]
    [InlineData("", "akka.actor.deployment { /catalog { mailbox = x } }", "", "akka.actor.deployment./catalog.mailbox")]
    [InlineData("vod.dispatchers.files.throughput = 1", "vod.dispatchers.files.throughput = 2", "", "vod.dispatchers.files.throughput")]
    [InlineData("", "vod.web.page-size = 9, vod.slicing.slice-size = 1 MiB", "vod.slicing.slice-size", "vod.web.page-size")]
    public void Each_key_that_has_changed_is_named_with_when_it_holds(string before, string after, string applied, string needRestart)
    {
        var change = Change(before, after);

        Assert.Equal(applied, string.Join(' ', change.Applied));
        Assert.Equal(needRestart, string.Join(' ', change.NeedRestart));
    }

    [Fact]
    public void What_can_change_is_in_force_and_what_cannot_stays_as_it_was()
    {
        var change = Change(
            "vod.web.page-size = 8, vod.http.shutdown-timeout = 7 s",
            "vod.web.page-size = 9, vod.http { shutdown-timeout = 3 s, head-timeout = 2 s }, vod.slicing.mode = browser, vod.content.mime-types { x = \"video/x\" }");

        var settings = change.InForce.Settings;
        Assert.Equal((8, TimeSpan.FromSeconds(7)), (settings.Web.PageSize, settings.Http.ShutdownTimeout));
        Assert.Equal((TimeSpan.FromSeconds(2), SlicingMode.Browser), (settings.Http.HeadTimeout, settings.Slicing.Mode));
        Assert.Equal("video/x", settings.Content.MimeTypes["x"]);
        Assert.Equal("8", change.InForce.Config.GetString("vod.web.page-size"));
        Assert.Equal("2 s", change.InForce.Config.GetString("vod.http.head-timeout"));
        Assert.Equal(settings with { Content = settings.Content with { MimeTypes = null! }, Http = settings.Http with { TrustedProxies = [] } },
            VodSettings.From(change.InForce.Config) is var read ? read with
            {
                Content = read.Content with { MimeTypes = null!, Directory = settings.Content.Directory }, Http = read.Http with { TrustedProxies = [] },
            }
            : null);
    }

    [Fact]
    public void What_needs_a_restart_is_named_each_time_until_then()
    {
        var file = _dir.Write(".test.conf", "vod.web.page-size = 8");
        var first = Load(file);
        _dir.Write(".test.conf", "vod.web.page-size = 9");
        var second = SettingsChange.Between(first, first.Again());

        var third = SettingsChange.Between(second.InForce, second.InForce.Again());

        Assert.Equal(["vod.web.page-size"], third.NeedRestart);
    }

    [Theory]
    [InlineData("vod.web.page-size = 8")]
    [InlineData("vod.web.page-size = \"8\"")]
    public void What_is_put_back_needs_no_restart_any_more(string back)
    {
        var file = _dir.Write(".test.conf", "vod.web.page-size = 8");
        var first = Load(file);
        _dir.Write(".test.conf", "vod.web.page-size = 9");
        var second = SettingsChange.Between(first, first.Again());
        _dir.Write(".test.conf", back);

        var third = SettingsChange.Between(second.InForce, second.InForce.Again());

        Assert.Empty(third.NeedRestart);
        Assert.Empty(third.Applied);
    }

    [Fact]
    public void The_command_line_still_wins()
    {
        var file = _dir.Write(".test.conf", "");
        var first = Load(file, new CommandLineSetting("vod.slicing.mode", "never", "--slicing"));
        _dir.Write(".test.conf", "vod.slicing.mode = browser");

        var change = SettingsChange.Between(first, first.Again());

        Assert.Empty(change.Applied);
        Assert.Equal(SlicingMode.Never, change.InForce.Settings.Slicing.Mode);
    }

    private SettingsChange Change(string before, string after)
    {
        var file = _dir.Write(".test.conf", before.Replace(", ", "\n", StringComparison.Ordinal));
        var old = Load(file);
        _dir.Write(".test.conf", after.Replace(", vod", "\nvod", StringComparison.Ordinal));
        return SettingsChange.Between(old, old.Again());
    }

    private Startup Load(string file, params CommandLineSetting[] more) => Startup.Load(
        new CommandLineOptions(file, [new CommandLineSetting("vod.content.directory", _dir.FullPath, "--content"), .. more]), _dir.FullPath, _dir.FullPath);
}
