using Vod.Actors.Hosting;

namespace Vod.Actors.Tests.Hosting;

public class CommandLineTests
{
    [Theory]
    [InlineData("", null, "")]
    [InlineData("9000", null, "vod.listen.port=9000 by port")]
    [InlineData("--port 0", null, "vod.listen.port=0 by --port")]
    [InlineData("--port=0", null, "vod.listen.port=0 by --port")]
    [InlineData("--host ::1 --content films --slicing never", null, "vod.listen.host=::1 by --host, vod.content.directory=films by --content, vod.slicing.mode=never by --slicing")]
    [InlineData("--config my.conf 80", "my.conf", "vod.listen.port=80 by port")]
    public async Task Options_become_settings_as_they_are_written(string line, string? config, string settings)
    {
        CommandLineOptions? options = null;
        var error = new StringWriter();

        var exit = await CommandLine.InvokeAsync(
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            given =>
            {
                options = given;
                return Task.FromResult(7);
            },
            error);

        Assert.Equal(7, exit);
        Assert.Empty(error.ToString());
        Assert.Equal(config, options!.ConfigFile);
        Assert.Equal(settings, string.Join(", ", options.Settings.Select(setting => $"{setting.Key}={setting.Value} by {setting.Option}")));
    }

    [Theory]
    [InlineData("--prot 80", "vod: --prot: there is no such option; --help lists the options")]
    [InlineData("--no-such-option", "vod: --no-such-option: there is no such option; --help lists the options")]
    [InlineData("-p 80", "vod: -p: there is no such option; --help lists the options")]
    [InlineData("80 90", "vod: 90: there is no such option or argument; --help lists the options")]
    [InlineData("80 --port 90", "vod: the port is given twice; --help lists the options")]
    [InlineData("80 --verbose", "vod: --verbose: there is no such option or argument; --help lists the options")]
    public async Task A_mistake_is_told_in_one_line_and_nothing_is_run(string line, string told)
    {
        var error = new StringWriter();

        var exit = await CommandLine.InvokeAsync(line.Split(' '), _ => throw new InvalidOperationException("it ran"), error);

        Assert.Equal(2, exit);
        Assert.Equal(told, error.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port 1 --port 2")]
    [InlineData("--content")]
    public async Task An_option_without_its_value_or_with_two_is_told_in_one_line_that_names_it(string line)
    {
        var error = new StringWriter();

        var exit = await CommandLine.InvokeAsync(line.Split(' '), _ => throw new InvalidOperationException("it ran"), error);

        Assert.Equal(2, exit);
        Assert.Contains(line.Split(' ')[0], Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
