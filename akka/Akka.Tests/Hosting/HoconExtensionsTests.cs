using Akka.Configuration;
using Akka.Hosting;

namespace Akka.Tests.Hosting;

public class HoconExtensionsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData(null, "null")]
    [InlineData("null", "\"null\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("a.b", "\"a.b\"")]
    [InlineData("say \"so\"", "\"say \\\"so\\\"\"")]
    [InlineData("c:\\films", "\"c:\\\\films\"")]
    public void Text_is_quoted_where_need_be(string? text, string expected) => Assert.Equal(expected, text.ToHocon());

    [Fact]
    public void Any_text_is_read_back()
    {
        foreach (var c in "$\"{}[]:=,+#`^?!@*&\\.\t\n\r /(éŽ")
        {
            var text = $"before{c}after";
            Assert.Equal(text, ConfigurationFactory.ParseString($"key = {text.ToHocon()}").GetString("key"));
        }
    }

    [Fact]
    public void Switches_are_on_or_off()
    {
        Assert.Equal(("on", "off"), (true.ToHocon(), ((bool?)false).ToHocon()));
        Assert.Throws<ConfigurationException>(() => ((bool?)null).ToHocon());
    }

    [Fact]
    public void Numbers_are_read_back()
    {
        string[] texts =
        [
            5.ToHocon(), ((int?)-5).ToHocon(), long.MaxValue.ToHocon(), ((long?)long.MinValue).ToHocon(),
            1.5f.ToHocon(), ((float?)-2.5f).ToHocon(), 0.1.ToHocon(), ((double?)1e-20).ToHocon(),
        ];
        var config = ConfigurationFactory.ParseString(string.Join('\n', texts.Select((text, i) => $"n{i} = {text}")));
        Assert.Equal((5, -5), (config.GetInt("n0"), config.GetInt("n1")));
        Assert.Equal((long.MaxValue, long.MinValue), (config.GetLong("n2"), config.GetLong("n3")));
        Assert.Equal((1.5f, -2.5f), (config.GetFloat("n4"), config.GetFloat("n5")));
        Assert.Equal((0.1, 1e-20), (config.GetDouble("n6"), config.GetDouble("n7")));
        Assert.Throws<ConfigurationException>(() => ((int?)null).ToHocon());
        Assert.Throws<ConfigurationException>(() => ((long?)null).ToHocon());
        Assert.Throws<ConfigurationException>(() => ((float?)null).ToHocon());
        Assert.Throws<ConfigurationException>(() => ((double?)null).ToHocon());
    }

    [Fact]
    public void Durations_are_read_back_or_infinite()
    {
        foreach (var duration in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(1.5), TimeSpan.FromDays(1000)])
            Assert.Equal(duration, ConfigurationFactory.ParseString($"key = {duration.ToHocon()}").GetTimeSpan("key"));
        Assert.Equal("infinite", Timeout.InfiniteTimeSpan.ToHocon(allowInfinite: true));
        Assert.Equal("infinite", ((TimeSpan?)TimeSpan.Zero).ToHocon(allowInfinite: true, zeroIsInfinite: true));
        Assert.Throws<ConfigurationException>(() => Timeout.InfiniteTimeSpan.ToHocon());
        Assert.Throws<ConfigurationException>(() => TimeSpan.FromSeconds(-1).ToHocon(allowInfinite: true));
        Assert.Throws<ConfigurationException>(() => ((TimeSpan?)null).ToHocon());
    }

    [Fact]
    public void An_ask_timeout_of_zero_is_none()
    {
        var builder = new AkkaConfigurationBuilder(new Microsoft.Extensions.DependencyInjection.ServiceCollection(), "sys");
        Assert.Equal("infinite", builder.WithActorAskTimeout(TimeSpan.Zero).Configuration.Value!.GetString("akka.actor.ask-timeout"));
        Assert.Equal("infinite", builder.WithActorAskTimeout(Timeout.InfiniteTimeSpan).Configuration.Value!.GetString("akka.actor.ask-timeout"));
        Assert.Equal(TimeSpan.FromSeconds(10), builder.WithActorAskTimeout(TimeSpan.FromSeconds(10)).Configuration.Value!.GetTimeSpan("akka.actor.ask-timeout"));
    }
}
