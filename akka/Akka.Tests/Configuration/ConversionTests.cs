using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class ConversionTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("250", 2_500_000)]
    [InlineData("250ms", 2_500_000)]
    [InlineData("250 ms", 2_500_000)]
    [InlineData("1 milli", 10_000)]
    [InlineData("1 millis", 10_000)]
    [InlineData("1 millisecond", 10_000)]
    [InlineData("2 milliseconds", 20_000)]
    [InlineData("100ns", 1)]
    [InlineData("149 nanos", 1)]
    [InlineData("200 nanoseconds", 2)]
    [InlineData("3us", 30)]
    [InlineData("3 micros", 30)]
    [InlineData("3 microseconds", 30)]
    [InlineData("5s", 50_000_000)]
    [InlineData("1 second", 10_000_000)]
    [InlineData("1.5 seconds", 15_000_000)]
    [InlineData(".5s", 5_000_000)]
    [InlineData("2m", 1_200_000_000)]
    [InlineData("1 minute", 600_000_000)]
    [InlineData("5 minutes", 3_000_000_000)]
    [InlineData("1h", 36_000_000_000)]
    [InlineData("2 hours", 72_000_000_000)]
    [InlineData("1d", 864_000_000_000)]
    [InlineData("2 days", 1_728_000_000_000)]
    [InlineData("\" 5 s \"", 50_000_000)]
    [InlineData("infinite", -10_000)]
    [InlineData("Infinite", -10_000)]
    public void A_duration_has_so_many_ticks(string text, long ticks) => Assert.Equal(ticks, Parsed(text).GetTimeSpan("a").Ticks);

    [Theory]
    [InlineData("5 parsecs")]
    [InlineData("5S")]
    [InlineData("s")]
    [InlineData("\"\"")]
    [InlineData("-1s")]
    [InlineData("5s 5ms")]
    [InlineData("99999999999999d")]
    [InlineData("1e27d")]
    [InlineData("{ }")]
    [InlineData("[1s]")]
    public void What_is_no_duration_is_refused_by_path(string text) =>
        Assert.StartsWith("a: expected a", Assert.Throws<FormatException>(() => Parsed(text).GetTimeSpan("a")).Message);

    [Fact]
    public void Infinite_is_refused_where_it_is_not_allowed() =>
        Assert.Throws<FormatException>(() => Parsed("infinite").GetTimeSpan("a", allowInfinite: false));

    [Theory]
    [InlineData("512", 512L)]
    [InlineData("512b", 512L)]
    [InlineData("512 B", 512L)]
    [InlineData("512 bytes", 512L)]
    [InlineData("1 byte", 1L)]
    [InlineData("1kB", 1000L)]
    [InlineData("2 kilobytes", 2000L)]
    [InlineData("1k", 1024L)]
    [InlineData("1K", 1024L)]
    [InlineData("64KiB", 65536L)]
    [InlineData("1 Ki", 1024L)]
    [InlineData("2 kibibytes", 2048L)]
    [InlineData("1MB", 1_000_000L)]
    [InlineData("5 MiB", 5_242_880L)]
    [InlineData("1m", 1_048_576L)]
    [InlineData("0.5M", 524_288L)]
    [InlineData("1GB", 1_000_000_000L)]
    [InlineData("1g", 1_073_741_824L)]
    [InlineData("1TB", 1_000_000_000_000L)]
    [InlineData("1TiB", 1_099_511_627_776L)]
    [InlineData("1PB", 1_000_000_000_000_000L)]
    [InlineData("1P", 1_125_899_906_842_624L)]
    [InlineData("1EB", 1_000_000_000_000_000_000L)]
    [InlineData("7E", 8_070_450_532_247_928_832L)]
    [InlineData("-1", -1L)]
    [InlineData("\"\"", null)]
    public void A_size_has_so_many_bytes(string text, long? bytes) => Assert.Equal(bytes, Parsed(text).GetByteSize("a"));

    [Theory]
    [InlineData("5 apples")]
    [InlineData("unlimited")]
    [InlineData("8EiB")]
    [InlineData("1e28 EiB")]
    [InlineData("KiB")]
    [InlineData("[]")]
    public void What_is_no_size_is_refused_by_path(string text) =>
        Assert.StartsWith("a: expected a size in bytes", Assert.Throws<FormatException>(() => Parsed(text).GetByteSize("a")).Message);

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("\"on\"", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    public void A_boolean_has_many_names(string text, bool expected) => Assert.Equal(expected, Parsed(text).GetBoolean("a", !expected));

    [Theory]
    [InlineData("1")]
    [InlineData("ON")]
    [InlineData("\"\"")]
    [InlineData("[on]")]
    public void What_is_no_boolean_is_refused_by_path(string text) =>
        Assert.StartsWith("a: expected on", Assert.Throws<NotSupportedException>(() => Parsed(text).GetBoolean("a")).Message);

    [Fact]
    public void Numbers_are_read_whatever_the_culture()
    {
        var config = ConfigurationFactory.ParseString("i = -42, l = 9223372036854775807, d = 2.5e-3, list = [1, 2]");

        Assert.Equal(-42, config.GetInt("i"));
        Assert.Equal(long.MaxValue, config.GetLong("l"));
        Assert.Equal(0.0025, config.GetDouble("d"));
        Assert.Equal(0.0025f, config.GetFloat("d"));
        Assert.Equal(0.0025m, config.GetDecimal("d"));
        Assert.Equal([1L, 2L], config.GetLongList("list"));
    }

    [Theory]
    [InlineData("2147483648", "a: expected a whole number from -2147483648 to 2147483647, found '2147483648'.")]
    [InlineData("1.5", "a: expected a whole number from -2147483648 to 2147483647, found '1.5'.")]
    [InlineData("many", "a: expected a whole number from -2147483648 to 2147483647, found 'many'.")]
    [InlineData("{ x = 1 }", "a: expected a whole number from -2147483648 to 2147483647, found an object.")]
    [InlineData("[1]", "a: expected a whole number from -2147483648 to 2147483647, found a list.")]
    public void What_is_no_number_is_refused_by_path(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Parsed(text).GetInt("a")).Message);

    private static Config Parsed(string text) => ConfigurationFactory.ParseString("a = " + text);
}
