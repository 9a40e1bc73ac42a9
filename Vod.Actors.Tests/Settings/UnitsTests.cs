using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Settings;

public class UnitsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1048576", 1048576)]
    [InlineData("512 B", 512)]
    [InlineData("8 KiB", 8192)]
    [InlineData("8KiB", 8192)]
    [InlineData("8k", 8192)]
    [InlineData("8K", 8192)]
    [InlineData("8kB", 8000)]
    [InlineData("5 MiB", 5242880)]
    [InlineData("5MB", 5000000)]
    [InlineData("1.5 KiB", 1536)]
    [InlineData("2 GiB", 2147483648)]
    public void Sizes_are_a_number_and_a_unit(string text, long bytes)
    {
        Assert.True(Units.TryParseBytes(text, out var parsed));
        Assert.Equal(bytes, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MiB")]
    [InlineData("-1")]
    [InlineData("5 mib")]
    [InlineData("5 Mib")]
    [InlineData("5 MiB MiB")]
    [InlineData("0.3 B")]
    [InlineData("1..5 KiB")]
    [InlineData(".")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999 GiB")]
    public void Anything_else_is_no_size(string text) => Assert.False(Units.TryParseBytes(text, out _));

    [Theory]
    [InlineData("10 s", 10_000)]
    [InlineData("10s", 10_000)]
    [InlineData("10 seconds", 10_000)]
    [InlineData("250", 250)]
    [InlineData("250 ms", 250)]
    [InlineData("1.5 m", 90_000)]
    [InlineData("2 h", 7_200_000)]
    [InlineData("1 day", 86_400_000)]
    [InlineData("5000 us", 5)]
    [InlineData("5000000 ns", 5)]
    [InlineData("0 s", 0)]
    public void Times_are_a_number_and_a_unit(string text, double milliseconds)
    {
        Assert.True(Units.TryParseDuration(text, out var parsed));
        Assert.Equal(milliseconds, parsed.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-1 s")]
    [InlineData("10 S")]
    [InlineData("infinite")]
    [InlineData("1 fortnight")]
    [InlineData("10 s s")]
    [InlineData("999999999999999 d")]
    public void Anything_else_is_no_time(string text) => Assert.False(Units.TryParseDuration(text, out _));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KiB")]
    [InlineData(1025, "1025 B")]
    [InlineData(5 * 1024 * 1024, "5 MiB")]
    [InlineData(1L << 30, "1 GiB")]
    public void Sizes_are_written_in_whole_units(long bytes, string text) => Assert.Equal(text, Units.FormatBytes(bytes));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(100, "100 ms")]
    [InlineData(1500, "1500 ms")]
    [InlineData(75_000, "75 s")]
    [InlineData(120_000, "2 m")]
    [InlineData(3_600_000, "1 h")]
    [InlineData(86_400_000, "1 d")]
    public void Times_are_written_in_whole_units(double milliseconds, string text) =>
        Assert.Equal(text, Units.FormatDuration(TimeSpan.FromMilliseconds(milliseconds)));
}
