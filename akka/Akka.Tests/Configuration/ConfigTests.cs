using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

public class ConfigTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a = null")]
    public void What_is_not_set_gives_the_default(string hocon)
    {
        var config = ConfigurationFactory.ParseString(hocon);

        Assert.False(config.HasPath("a"));
        Assert.Null(config.GetString("a"));
        Assert.Equal("x", config.GetString("a", "x"));
        Assert.True(config.GetBoolean("a", true));
        Assert.Equal(1, config.GetInt("a", 1));
        Assert.Equal(2L, config.GetLong("a", 2));
        Assert.Equal(3d, config.GetDouble("a", 3));
        Assert.Equal(TimeSpan.Zero, config.GetTimeSpan("a"));
        Assert.Equal(TimeSpan.FromSeconds(4), config.GetTimeSpan("a", TimeSpan.FromSeconds(4)));
        Assert.Null(config.GetByteSize("a"));
        Assert.Equal(5, config.GetByteSize("a", 5));
        Assert.Empty(config.GetStringList("a"));
        Assert.Equal(["x"], config.GetStringList("a", ["x"]));
        Assert.Null(config.GetConfig("a"));
        Assert.True(config.GetConfig("a").IsNullOrEmpty());
        Assert.False(config.HasPath("a.b"));
    }

    [Fact]
    public void A_path_through_text_leads_nowhere() => Assert.Null(ConfigurationFactory.ParseString("a = 1").GetValue("a.b"));

    [Fact]
    public void A_fallback_gives_what_is_missing_and_nothing_else()
    {
        var config = ConfigurationFactory.ParseString("a { x = 1, list = [1] }, b = 1, hidden = null, text = 1");
        var fallback = ConfigurationFactory.ParseString("a { x = 2, y = 2, list = [2, 3] }, b { z = 2 }, c = 2, hidden = 2, text { z = 2 }");

        var both = config.WithFallback(fallback);

        Assert.Equal(1, both.GetInt("a.x"));
        Assert.Equal(2, both.GetInt("a.y"));
        Assert.Equal([1], both.GetIntList("a.list"));
        Assert.Equal(1, both.GetInt("b"));
        Assert.False(both.HasPath("b.z"));
        Assert.Equal(2, both.GetInt("c"));
        Assert.False(both.HasPath("hidden"));
        Assert.Equal(2, both.GetConfig("a")!.GetInt("y"));
        Assert.Equal(["a", "b", "hidden", "text", "c"], both.AsEnumerable().Select(pair => pair.Key));
    }

    [Fact]
    public void Fallbacks_are_asked_in_order_and_none_changes()
    {
        var (one, two, three) = (ConfigurationFactory.ParseString("a = 1"), ConfigurationFactory.ParseString("a = 2, b = 2"),
            ConfigurationFactory.ParseString("a = 3, b = 3, c = 3"));

        foreach (var all in new[] { one.WithFallback(two).WithFallback(three), one.WithFallback(two.WithFallback(three)) })
            Assert.Equal([1, 2, 3], new[] { all.GetInt("a"), all.GetInt("b"), all.GetInt("c") });

        Assert.False(one.HasPath("b"));
        Assert.False(two.HasPath("c"));
        Assert.Equal(2, two.GetInt("a"));
    }

    [Fact]
    public void Nothing_as_fallback_changes_nothing()
    {
        var config = ConfigurationFactory.ParseString("a = 1");

        Assert.Same(config, config.WithFallback(null));
        Assert.Same(config, config.WithFallback(Config.Empty));
        Assert.Same(config, Config.Empty.WithFallback(config));
        Assert.Throws<ArgumentException>(() => config.WithFallback(config));
        Assert.Same(config, ((Config?)null).SafeWithFallback(config));
        Assert.Same(config, config.SafeWithFallback(config));
    }

    [Fact]
    public void A_fallback_that_is_there_already_adds_nothing()
    {
        var (one, two) = (ConfigurationFactory.ParseString("a = 1"), ConfigurationFactory.ParseString("a = 2, b = 2"));

        var all = one.WithFallback(two).WithFallback(two);

        Assert.Equal((1, 2), (all.GetInt("a"), all.GetInt("b")));
        Assert.Equal(30, one.WithFallback(ConfigurationFactory.Default()).WithFallback(ConfigurationFactory.Default()).GetInt("akka.actor.default-dispatcher.throughput"));
        Assert.True(ConfigurationFactory.Default().WithFallback(ConfigurationFactory.Default()).HasPath("akka.actor"));
    }

    [Fact]
    public void Text_stands_for_a_configuration()
    {
        Config config = "a = 1";

        Assert.Equal(2, (config + "a = 3, b = 2").GetInt("b"));
        Assert.Equal(1, (config + "a = 3, b = 2").GetInt("a"));
        Assert.Equal(3, ("a = 3, b = 2" + config).GetInt("a"));
    }

    [Fact]
    public void A_value_knows_its_kind()
    {
        var config = ConfigurationFactory.ParseString("text = x, list = [x], obj { x = 1 }");

        Assert.True(config.GetValue("text")!.IsString());
        Assert.True(config.GetValue("list")!.IsArray());
        Assert.True(config.GetValue("obj")!.IsObject());
        Assert.Null(config.GetString("obj"));
        Assert.Empty(config.GetStringList("text"));
        Assert.Equal(1, config.GetValue("obj")!.AtKey("y").GetInt("y.x"));
        Assert.Equal(1, config.GetValue("obj")!.ToConfig().GetInt("x"));
        Assert.Equal("x", ((HoconValue)config.Root.GetObject()!.Unwrapped["text"]!).GetString());
        Assert.IsAssignableFrom<IDictionary<string, object>>(config.Root.GetObject()!.Unwrapped["obj"]);
    }

    [Fact]
    public void A_missing_section_is_named() =>
        Assert.Equal("Akka.Tests.Configuration.ConfigTests has no configuration: a.b is missing or empty.",
            ConfigurationException.NullOrEmptyConfig<ConfigTests>("a.b").Message);

    [Fact]
    public void A_missing_resource_is_named() =>
        Assert.Contains("none.conf", Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromResource<ConfigTests>("none.conf")).Message);

    [Fact]
    public void An_object_becomes_keys()
    {
        List<int> numbers = [1, 2];
        var config = ConfigurationFactory.FromObject(new { Name = "two words", On = true, Numbers = numbers, Inner = new { Size = 5, None = (string?)null } });

        Assert.Equal("two words", config.GetString("Name"));
        Assert.True(config.GetBoolean("On"));
        Assert.Equal(numbers, config.GetIntList("Numbers"));
        Assert.Equal(5, config.GetInt("Inner.Size"));
        Assert.False(config.HasPath("Inner.None"));
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var config = ConfigurationFactory.ParseString("a { b { c = text } }").WithFallback(ConfigurationFactory.ParseString("d = 1"));
        Assert.Equal("text", config.GetString("a.b.c"));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            config.GetString("a.b.c");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
