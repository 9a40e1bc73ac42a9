using Vod.Actors.Hosting;
using Vod.Actors.Planning;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Hosting;

public sealed class StartupTests : IDisposable
{
    private readonly TempDirectory _dir = new();

    public StartupTests() => _dir.Folder("work/content");

    public void Dispose() => _dir.Dispose();

    [Fact]
    public void Options_come_before_the_file_and_the_file_before_the_defaults()
    {
        var file = _dir.Write("my.conf", "vod { listen { port = 1000, backlog = 7 } slicing.mode = never }");

        var settings = Load(file, ("vod.listen.port", "2000", "--port")).Settings;

        Assert.Equal((2000, 7, "*"), (settings.Listen.Port, settings.Listen.Backlog, settings.Listen.Host));
        Assert.Equal(SlicingMode.Never, settings.Slicing.Mode);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("with \"quotes\" and \\ and #")]
    [InlineData("${nothing}")]
    [InlineData("Füße 映画")]
    public void A_directory_is_taken_as_it_is_written(string name)
    {
        _dir.Folder($"work/{name}");
        Assert.Equal(_dir[$"work/{name}"], Load(null, ("vod.content.directory", name, "--content")).Settings.Content.Directory);
    }

    [Fact]
    public void A_mistake_in_an_option_is_told_with_the_name_of_the_option()
    {
        var e = Assert.Throws<VodConfigurationException>(() => Load(null, ("vod.listen.port", "70000", "--port")));
        Assert.Equal("--port 70000: must be a whole number from 0 to 65,535", e.Message);
    }

    [Fact]
    public void A_mistake_in_the_file_is_told_with_the_name_of_the_file()
    {
        var file = _dir.Write("my.conf", "vod.listen.port = 70000");
        var e = Assert.Throws<VodConfigurationException>(() => Load(file));
        Assert.Equal($"{file}: vod.listen.port = 70000: must be a whole number from 0 to 65,535", e.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_or_not_text_is_told()
    {
        Assert.Equal($"{_dir["no.conf"]}: there is no such file", Assert.Throws<VodConfigurationException>(() => Load(_dir["no.conf"])).Message);
        File.WriteAllBytes(_dir["bytes.conf"], [0xc3, 0x28]);
        Assert.StartsWith($"{_dir["bytes.conf"]}: cannot be read: ", Assert.Throws<VodConfigurationException>(() => Load(_dir["bytes.conf"])).Message, StringComparison.Ordinal);
        Assert.StartsWith($"{_dir["work"]}: cannot be read: ", Assert.Throws<VodConfigurationException>(() => Load(_dir["work"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    // directory, whether nobody wrote it, where it is found; the program is in work/bin/Release/net10.0
    [InlineData("content", true, "work/content")]
    [InlineData("content", false, "work/content")]
    [InlineData("above", true, "above")]
    [InlineData("above", false, null)]
    [InlineData("beside", true, "work/bin/Release/net10.0/beside")]
    [InlineData("nowhere", true, null)]
    [InlineData("work/file", false, null)]
    public void The_default_directory_is_also_looked_for_above_the_program(string directory, bool isDefault, string? found)
    {
        _dir.Folder("above");
        _dir.Folder("work/bin/Release/net10.0/beside");
        _dir.Write("work/file");

        var path = ContentDirectory.Find(directory, isDefault, _dir["work"], _dir["work/bin/Release/net10.0/"]);

        Assert.Equal(found is null ? null : _dir[found], path);
    }

    [Fact]
    public void A_content_directory_that_is_not_there_is_told_as_it_was_written()
    {
        Assert.Equal(
            "--content nowhere: must be a directory that exists",
            Assert.Throws<VodConfigurationException>(() => Load(null, ("vod.content.directory", "nowhere", "--content"))).Message);
        var file = _dir.Write("my.conf", "vod.content.directory = nowhere");
        Assert.Equal(
            $"{file}: vod.content.directory = nowhere: must be a directory that exists",
            Assert.Throws<VodConfigurationException>(() => Load(file)).Message);
    }

    private Startup Load(string? file, params (string Key, string Value, string Option)[] settings) => Startup.Load(
        new CommandLineOptions(file, [.. settings.Select(setting => new CommandLineSetting(setting.Key, setting.Value, setting.Option))]), _dir["work"], _dir["work"]);
}
