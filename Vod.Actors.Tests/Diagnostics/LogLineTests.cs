using Microsoft.Extensions.Logging;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Tests.Diagnostics;

public class LogLineTests
{
    [Theory]
    [InlineData(LogLevel.Trace, "DEBUG")]
    [InlineData(LogLevel.Debug, "DEBUG")]
    [InlineData(LogLevel.Information, "INFO ")]
    [InlineData(LogLevel.Warning, "WARN ")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Critical, "ERROR")]
    public void An_entry_is_a_line_with_time_level_and_message(LogLevel level, string written) =>
        Assert.Matches($@"^\d\d:\d\d:\d\d\.\d\d\d \S*{written}\S* one two{Environment.NewLine}$", Written(level, "one\ntwo", null));

    [Fact]
    public void An_exception_follows_in_lines_of_its_own()
    {
        var lines = Written(LogLevel.Error, "lost", new IOException("no disk")).Split(Environment.NewLine);

        Assert.EndsWith(" lost", lines[0], StringComparison.Ordinal);
        Assert.Equal("System.IO.IOException: no disk", lines[1]);
    }

    private static string Written(LogLevel level, string message, Exception? exception)
    {
        var writer = new StringWriter();
        LogLine.Write(writer, level, message, exception);
        return writer.ToString();
    }
}
