using Vod.Actors.Planning;
using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Settings;

public class VodSettingsTests
{
    [Fact]
    public void The_defaults_are_those_of_the_specification()
    {
        var settings = VodSettings.Default;
        Assert.Equal(new ListenSettings("*", 8080, 10_000), settings.Listen);
        Assert.Equal("content", settings.Content.Directory);
        Assert.Equal(new SlicingSettings(SlicingMode.Always, 5 * 1024 * 1024), settings.Slicing);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.Http.HeadTimeout);
        Assert.Equal(TimeSpan.FromSeconds(75), settings.Http.KeepAliveTimeout);
        Assert.Equal(TimeSpan.FromSeconds(60), settings.Http.SendTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Http.ShutdownTimeout);
        Assert.Equal(1_000_000, settings.Http.MaxRequestsPerConnection);
        Assert.Equal(20_000, settings.Http.MaxConnections);
        Assert.Equal(8 * 1024, settings.Http.MaxTargetSize);
        Assert.Equal(32 * 1024, settings.Http.MaxHeadSize);
        Assert.Equal(100, settings.Http.MaxFields);
        Assert.Equal(1024 * 1024, settings.Http.MaxBodyDrain);
    }

    [Fact]
    public void The_reference_has_every_key_that_is_read_and_no_other()
    {
        var reader = new SettingsReader(VodConfiguration.Reference);
        VodSettings.Read(reader);

        var inFile = HoconTree.Leaves(VodConfiguration.Reference, "vod", VodConfiguration.OpenGroups)
            .Where(key => key is not ("vod.dispatchers" or "vod.mailboxes"));

        Assert.Equal(reader.Keys.Order(StringComparer.Ordinal), inFile.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_of_the_reference_is_explained_in_the_lines_above_it()
    {
        var lines = File.ReadAllLines(Path.Join(RepositoryRoot(), "hocon", "vod.conf"));
        var start = Array.FindIndex(lines, line => line == "vod {");
        for (var i = start; i < lines.Length && !lines[i].Contains("dispatchers", StringComparison.Ordinal); i++)
        {
            if (lines[i].Contains(" = ", StringComparison.Ordinal) && !lines[i].TrimStart().StartsWith('#'))
            {
                Assert.True(lines[i - 1].TrimStart().StartsWith('#'), $"line {i + 1} is not explained: {lines[i]}");
            }
        }
    }

    [Theory]
    [InlineData("vod.listen.port = 0")]
    [InlineData("vod.listen.port = 65535")]
    [InlineData("vod.listen.host = localhost")]
    [InlineData("vod.listen.host = \"::1\"")]
    [InlineData("vod.listen.host = \"[::1]\"")]
    [InlineData("vod.listen.host = 127.0.0.1")]
    [InlineData("vod.slicing.mode = BROWSER")]
    [InlineData("vod.slicing.slice-size = 1 KiB")]
    [InlineData("vod.slicing.slice-size = 5 MiB")]
    [InlineData("vod.http.max-body-drain = 0")]
    [InlineData("vod.http { shutdown-timeout = 0 s }")]
    [InlineData("vod { content.rescan-interval = 2s }")]
    [InlineData("vod.content.mime-types { mkv = \"video/webm\" }")]
    [InlineData("vod.dispatchers.mine { type = ForkJoinDispatcher }")]
    [InlineData("vod.mailboxes.mine { mailbox-type = \"Akka.Dispatch.BoundedMailbox\" }")]
    [InlineData("akka.loglevel = DEBUG")]
    public void What_is_allowed_is_taken(string hocon) => Load(hocon);

    [Theory]
    [InlineData("vod.listen.port = 65536", "vod.listen.port = 65536: must be a whole number from 0 to 65,535")]
    [InlineData("vod.listen.port = -1", "vod.listen.port = -1: must be a whole number from 0 to 65,535")]
    [InlineData("vod.listen.port = 80.5", "vod.listen.port = 80.5: must be a whole number from 0 to 65,535")]
    [InlineData("vod.listen.port = http", "vod.listen.port = http: must be a whole number from 0 to 65,535")]
    [InlineData("vod.listen.port = \"\"", "vod.listen.port = \"\": must be a whole number from 0 to 65,535")]
    [InlineData("vod.listen.port = [80]", "vod.listen.port = [...]: must be one value, not a list")]
    [InlineData("vod.listen.host = example", "vod.listen.host = example: must be an IP address, localhost, or * for all interfaces")]
    [InlineData("vod.listen.host = 1", "vod.listen.host = 1: must be an IP address, localhost, or * for all interfaces")]
    [InlineData("vod.content.directory = \"\"", "vod.content.directory = \"\": must be a text that is not empty")]
    [InlineData("vod.content.rescan-interval = 0 s", "vod.content.rescan-interval = 0 s: must be a time from 100 ms to 1 d, such as 500 ms or 10 s")]
    [InlineData("vod.slicing.mode = sometimes", "vod.slicing.mode = sometimes: must be one of always, browser, never")]
    [InlineData("vod.slicing.mode = 1", "vod.slicing.mode = 1: must be one of always, browser, never")]
    [InlineData("vod.slicing.slice-size = 5242881", "vod.slicing.slice-size = 5242881: must be a size from 1 KiB to 5 MiB, such as 512 KiB")]
    [InlineData("vod.slicing.slice-size = 10 MiB", "vod.slicing.slice-size = 10 MiB: must be a size from 1 KiB to 5 MiB, such as 512 KiB")]
    [InlineData("vod.http.head-timeout = soon", "vod.http.head-timeout = soon: must be a time from 100 ms to 1 h, such as 500 ms or 10 s")]
    [InlineData("vod.http.max-connections = 0", "vod.http.max-connections = 0: must be a whole number from 1 to 1,000,000")]
    [InlineData("vod.content.mime-types { mkv = video }", "vod.content.mime-types.mkv = video: must be a content type, such as \"video/mp4\", for an extension without its dot")]
    [InlineData("vod.content.mime-types = 3", "vod.content.mime-types = 3: must be a group of extensions and content types")]
    [InlineData("vod.http.head-timeuot = 3 s", "test.conf: vod.http.head-timeuot: there is no such key; did you mean vod.http.head-timeout?")]
    [InlineData("vod.port = 80", "test.conf: vod.port: there is no such key; did you mean vod.listen.port?")]
    [InlineData("vod { http { } lisen { port = 1 } }", "test.conf: vod.lisen.port: there is no such key; did you mean vod.listen.port?")]
    [InlineData("vod.http.head-timeout { s = 1 }", "test.conf: vod.http.head-timeout.s: there is no such key; did you mean vod.http.head-timeout?")]
    [InlineData("vod.http = 3", "test.conf: vod.http = 3: must be a group of keys")]
    [InlineData("vod = 3", "test.conf: vod = 3: must be a group of keys")]
    public void What_is_not_allowed_is_refused_in_a_line_that_says_what_is(string hocon, string message) =>
        Assert.Equal(message, Assert.Throws<VodConfigurationException>(() => Load(hocon)).Message);

    [Theory]
    [InlineData("vod { listen { port = 1 ")]
    [InlineData("vod.listen.port = ")]
    [InlineData("vod.listen.port = [1, 2")]
    [InlineData("vod.listen.host = \"open")]
    [InlineData("vod.listen.port = ${nowhere}")]
    [InlineData("vod { http { }, listen { port = 1 } }")]
    [InlineData("vod.listen.host = http://localhost")]
    public void What_is_not_HOCON_is_refused_in_one_line_with_the_name_of_the_file(string hocon)
    {
        var message = Assert.Throws<VodConfigurationException>(() => Load(hocon)).Message;
        Assert.StartsWith("test.conf: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("*", "[::]:8080", true)]
    [InlineData("127.0.0.1", "127.0.0.1:8080", false)]
    [InlineData("localhost", "127.0.0.1:8080", false)]
    [InlineData("::1", "[::1]:8080", false)]
    [InlineData("0.0.0.0", "0.0.0.0:8080", false)]
    public void An_address_is_bound_as_it_is_written_and_a_star_on_both_families(string host, string endPoint, bool dual)
    {
        var listen = new ListenSettings(host, 8080, 1);
        Assert.Equal(endPoint, listen.EndPoint.ToString());
        Assert.Equal(dual, listen.IsDualStack);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void The_nearest_key_takes_the_fewest_edits(string a, string b, int distance) => Assert.Equal(distance, KnownKeys.Distance(a, b));

    internal static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(directory!.FullName, "Vod.sln"))) directory = directory.Parent;
        return directory.FullName;
    }

    private static VodSettings Load(string hocon) =>
        VodSettings.From(VodConfiguration.Parse(hocon, "test.conf").WithFallback(VodConfiguration.Reference));
}
